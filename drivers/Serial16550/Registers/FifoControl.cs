using System;

namespace Tarn.Drivers;

/// <summary>The FIFO control register, write-only (PC16550D, section 8.5).</summary>
/// <remarks>
/// <code>
///     7   6     5   4      3      2          1         0
///   ┌─────────┬──────────┬─────┬──────────┬─────────┬────────┐
///   │ trigger │ reserved │ DMA │ clear TX │ clear RX│ enable │
///   └─────────┴──────────┴─────┴──────────┴─────────┴────────┘
/// </code>
/// The trigger is how many received bytes raise an interrupt; fewer do so when nothing more comes for the time of four characters.
/// </remarks>
[Flags]
internal enum FifoControl : byte
{
    /// <summary>Turns both FIFOs on. Must be set for the other bits to be taken.</summary>
    Enable = 1 << 0,

    /// <summary>Empties the receiver's FIFO; the bit clears itself.</summary>
    ClearReceiver = 1 << 1,

    /// <summary>Empties the transmitter's FIFO; the bit clears itself.</summary>
    ClearTransmitter = 1 << 2,

    /// <summary>Eight received bytes raise an interrupt: the handler has the time of eight more.</summary>
    InterruptAtEightBytes = 0b10 << 6,
}
