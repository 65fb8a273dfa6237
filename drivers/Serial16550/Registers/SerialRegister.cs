namespace Tarn.Drivers;

/// <summary>The registers of the UART, as offsets from its first port (PC16550D, table I).</summary>
/// <remarks>
/// Three bits of address reach twelve registers: some differ between reading and writing, and the divisor latch takes the place of
/// the first two while <see cref="LineControl.DivisorLatchAccess"/> is set.
/// <code>
///   offset   read                       write                 with DivisorLatchAccess
///   0        receiver buffer            transmitter holding   divisor, low byte
///   1        interrupt enable           interrupt enable      divisor, high byte
///   2        interrupt identification   FIFO control
///   3        line control               line control
///   4        modem control              modem control
///   5        line status
///   6        modem status
///   7        scratch                    scratch
/// </code>
/// </remarks>
internal static class SerialRegister
{
    public const ushort Data = 0;
    public const ushort InterruptEnable = 1;
    public const ushort InterruptIdentification = 2;
    public const ushort FifoControl = 2;
    public const ushort LineControl = 3;
    public const ushort ModemControl = 4;
    public const ushort LineStatus = 5;
    public const ushort Scratch = 7;

    public const ushort DivisorLow = 0;
    public const ushort DivisorHigh = 1;
}
