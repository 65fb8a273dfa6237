using System;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary><c>reboot</c>: resets the machine.</summary>
public sealed class RebootCommand(params ReadOnlySpan<IExit> ways) : LeaveCommand(ways)
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "reboot"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "resets the machine"u8;
}
