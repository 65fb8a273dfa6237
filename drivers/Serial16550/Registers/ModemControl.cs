using System;

namespace Tarn.Drivers;

/// <summary>The modem control register: the lines that this end drives, and the loopback (PC16550D, section 8.8).</summary>
/// <remarks>
/// <code>
///     7   6   5     4          3      2      1     0
///   ┌─────────────┬──────────┬──────┬──────┬─────┬─────┐
///   │      0      │ loopback │ OUT2 │ OUT1 │ RTS │ DTR │
///   └─────────────┴──────────┴──────┴──────┴─────┴─────┘
/// </code>
/// OUT2 connects the port's interrupt line to the interrupt controller on a PC; a port that is polled leaves it off.
/// </remarks>
[Flags]
internal enum ModemControl : byte
{
    /// <summary>Tells the other end that this one is there.</summary>
    DataTerminalReady = 1 << 0,

    /// <summary>Tells the other end that it may send.</summary>
    RequestToSend = 1 << 1,

    /// <summary>OUT2: connects the interrupt line.</summary>
    InterruptOutput = 1 << 3,

    /// <summary>Connects the transmitter to the receiver inside the chip and cuts both off the wire, for a self-test.</summary>
    Loopback = 1 << 4,
}
