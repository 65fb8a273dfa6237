using System.Diagnostics.CodeAnalysis;
using System.Threading.Tasks;
using Tarn.Kernel;
using Tarn.Tasks;

namespace OwnDriver;

/// <summary>The real-time clock of a PC (Motorola MC146818A): tells the time of day, and interrupts whenever a second is over.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <remarks>
/// <code>
///   register A (0x0A)   7: update in progress
///   register B (0x0B)   4: interrupt when an update has ended   2: binary, else BCD   1: 24 hours
///   register C (0x0C)   which interrupts there were; reading it lets the next one come
/// </code>
/// It is taken to count 24 hours, as firmware leaves it; that it counts in binary is looked at.
/// </remarks>
internal sealed class CmosClock<TPorts>
    where TPorts : struct, IPortSpace
{
    /// <summary>The interrupt line that the clock is wired to.</summary>
    public const int Line = 8;

    private const ushort IndexPort = 0x70, DataPort = 0x71;
    private const byte RegisterA = 0x0A, RegisterB = 0x0B, RegisterC = 0x0C;
    private const byte UpdateInProgress = 1 << 7, UpdateEndedInterrupt = 1 << 4, Binary = 1 << 2;

    private readonly InterruptSignal _secondOver = new();

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPorts _ports;

    private CmosClock(TPorts ports) => _ports = ports;

    /// <summary>Claims the clock's interrupt, and lets it come once a second.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="interrupts">Where the interrupt is claimed.</param>
    /// <param name="clock">The clock; null where this returns false.</param>
    /// <returns>Whether the line was to be had.</returns>
    public static bool TryStart<TInterrupts>(TPorts ports, TInterrupts interrupts, [NotNullWhen(true)] out CmosClock<TPorts>? clock)
        where TInterrupts : struct, IInterruptController
    {
        clock = new CmosClock<TPorts>(ports);
        if (interrupts.Claim(Line, new Handler(clock)) != InterruptClaimFault.None)
        {
            clock = null;
            return false;
        }

        clock.Write(RegisterB, (byte)(clock.Read(RegisterB) | UpdateEndedInterrupt));
        clock.Read(RegisterC);
        interrupts.Unmask(Line);
        return true;
    }

    /// <summary>Waits for the end of a second. For one task.</summary>
    public ValueTask WaitForSecondAsync()
    {
        _secondOver.Reset();
        return _secondOver.WaitAsync();
    }

    /// <summary>The time of day, read between two updates.</summary>
    public (int Hour, int Minute, int Second) ReadTime()
    {
        while ((Read(RegisterA) & UpdateInProgress) != 0)
        {
        }

        var isBinary = (Read(RegisterB) & Binary) != 0;
        return (Number(Read(0x04), isBinary), Number(Read(0x02), isBinary), Number(Read(0x00), isBinary));
    }

    private static int Number(byte value, bool isBinary) => isBinary ? value : ((value >> 4) * 10) + (value & 0x0F);

    private byte Read(byte register)
    {
        // An interrupt between the two accesses would leave another register chosen.
        using (InterruptLock.Enter())
        {
            return ReadInInterrupt(register);
        }
    }

    private void Write(byte register, byte value)
    {
        using (InterruptLock.Enter())
        {
            _ports.WriteByte(IndexPort, register);
            _ports.WriteByte(DataPort, value);
        }
    }

    private byte ReadInInterrupt(byte register)
    {
        _ports.WriteByte(IndexPort, register);
        return _ports.ReadByte(DataPort);
    }

    /// <summary>The clock's interrupt: the build proves that this neither allocates nor throws, whatever it calls.</summary>
    private readonly struct Handler(CmosClock<TPorts> clock) : IInterruptHandler
    {
        /// <inheritdoc/>
        public void OnInterrupt()
        {
            clock.ReadInInterrupt(RegisterC);
            clock._secondOver.Set();
        }
    }
}
