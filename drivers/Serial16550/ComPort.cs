using System;

namespace Tarn.Drivers;

/// <summary>Where a PC has its serial ports: the first I/O port of each one's eight registers.</summary>
/// <remarks>Fixed since the IBM PC AT. Nothing guarantees that a port is there: <see cref="Serial16550"/> finds out.</remarks>
public static class ComPort
{
    /// <summary>The first serial port, IRQ 4.</summary>
    public const ushort Com1 = 0x3F8;

    /// <summary>The second serial port, IRQ 3.</summary>
    public const ushort Com2 = 0x2F8;

    /// <summary>The third serial port, IRQ 4 as well.</summary>
    public const ushort Com3 = 0x3E8;

    /// <summary>The fourth serial port, IRQ 3 as well.</summary>
    public const ushort Com4 = 0x2E8;

    /// <summary>The interrupt line that a port is wired to: 4 for the first and third, 3 for the second and fourth.</summary>
    /// <param name="basePort">The first port of its registers.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the four.</exception>
    public static int LineOf(ushort basePort) => basePort switch
    {
        Com1 or Com3 => 4,
        Com2 or Com4 => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(basePort), "Only the four ports of a PC have lines of their own."),
    };
}
