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
}
