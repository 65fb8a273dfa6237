using Tarn.Kernel;

namespace MyKernel;

/// <summary>A driver: the clock of a PC, which goes on while the machine is switched off.</summary>
/// <typeparam name="TPorts">How to reach the machine's ports. A test can hand in ports of its own, and the compiler makes direct calls of it.</typeparam>
/// <remarks>
/// <code>
///   port 0x70   which register        register 0x00  second     0x04  hour
///   port 0x71   its value                      0x02  minute     0x0A  bit 7: being changed right now
/// </code>
/// Each value is two decimal digits of 4 bits: 0x59 is 59.
/// </remarks>
internal sealed class RealTimeClock<TPorts>(TPorts ports)
    where TPorts : struct, IPortSpace
{
    private const byte Second = 0x00, Minute = 0x02, Hour = 0x04, StatusA = 0x0A;
    private const byte UpdateInProgress = 0x80;

    private TPorts _ports = ports;

    /// <summary>The time of day.</summary>
    public (int Hour, int Minute, int Second) ReadTime()
    {
        // While the clock changes its registers they cannot be trusted. That takes a quarter of a millisecond at most.
        while ((Read(StatusA) & UpdateInProgress) != 0)
        {
        }

        return (FromDigits(Read(Hour)), FromDigits(Read(Minute)), FromDigits(Read(Second)));
    }

    /// <summary>The number that two decimal digits of 4 bits stand for.</summary>
    internal static int FromDigits(byte digits) => ((digits >> 4) * 10) + (digits & 0x0F);

    private byte Read(byte register)
    {
        _ports.WriteByte(0x70, register);
        return _ports.ReadByte(0x71);
    }
}
