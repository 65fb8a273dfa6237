using System;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Monitor;

namespace Tarn.Image;

/// <summary>The interrupts of a PC's devices, for the monitor.</summary>
internal sealed class InterruptReport : IInterruptReport
{
    private const int SerialLine = 4;

    /// <inheritdoc/>
    public int LineCount => PicController.LineCount;

    /// <inheritdoc/>
    public ulong SpuriousCount => PicController.SpuriousCount;

    /// <inheritdoc/>
    public ulong CountOf(int line) => PicController.CountOf(line);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> OwnerOf(int line) => !PicController.IsClaimed(line) ? default : line switch
    {
        Pit.Line => "timer"u8,
        Ps2Keyboard.Line => "keyboard"u8,
        SerialLine => "serial port"u8,
        _ => "another device"u8,
    };
}
