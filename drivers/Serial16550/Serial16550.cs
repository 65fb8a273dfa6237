using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Finds a 16550 serial port and brings it up.</summary>
public static class Serial16550
{
    /// <summary>The fastest rate of a PC's port, in bits a second: its 1.8432 MHz clock divided by 16 (PC16550D, section 8.3).</summary>
    public const uint FastestBaudRate = 115_200;

    // Two bytes that are each other's complement: a bus that merely keeps the last value, or a bit that is stuck, fails one of them.
    private const byte FirstPattern = 0x5A;
    private const byte SecondPattern = 0xA5;

    /// <summary>Probes for a port, tests it and sets it up: eight data bits, no parity, one stop bit, FIFOs on, interrupts off.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="basePort">The first of the port's eight registers: <see cref="ComPort.Com1"/> and its like.</param>
    /// <param name="port">The port, ready to use; null where this returns false.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <param name="baudRate">Bits a second: a whole fraction of <see cref="FastestBaudRate"/>, 115200 divided by at most 65535.</param>
    /// <returns>Whether a working port is there.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not a whole fraction of <see cref="FastestBaudRate"/>.</exception>
    /// <remarks>
    /// For start-up, before anybody else uses the port. Allocates the port object. Where nothing answers, one read and a few accesses to
    /// the scratch register are all that happens; every wait is bounded.
    /// </remarks>
    public static bool TryOpen<TPorts>(
        TPorts ports,
        ushort basePort,
        [NotNullWhen(true)] out Serial16550<TPorts>? port,
        out SerialFault fault,
        uint baudRate = FastestBaudRate)
        where TPorts : struct, IPortSpace
    {
        var divisor = DivisorOf(baudRate);
        var candidate = new Serial16550<TPorts>(ports, basePort, divisor);
        fault = candidate.Probe(FirstPattern, SecondPattern);
        if (fault.Kind == SerialFaultKind.None)
        {
            candidate.Configure();
            fault = candidate.TestLoopback(FirstPattern, SecondPattern);
        }

        port = fault.Kind == SerialFaultKind.None ? candidate : null;
        return port is not null;
    }

    private static ushort DivisorOf(uint baudRate)
    {
        if (baudRate == 0 || FastestBaudRate % baudRate != 0 || FastestBaudRate / baudRate > ushort.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(baudRate), "The rate must be 115200 divided by a whole number up to 65535.");
        }

        return (ushort)(FastestBaudRate / baudRate);
    }
}
