using System;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary><c>poweroff</c>: switches the machine off.</summary>
public sealed class PowerOffCommand(params ReadOnlySpan<IExit> ways) : LeaveCommand(ways)
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "poweroff"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "switches the machine off"u8;
}
