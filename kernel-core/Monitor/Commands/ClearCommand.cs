using System;

namespace Tarn.Monitor;

/// <summary><c>clear</c>: blanks the screens.</summary>
public sealed class ClearCommand(IScreenCleaner screens) : MonitorCommand
{
    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "clear"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "clears the screen"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments) => screens.Clear();
}
