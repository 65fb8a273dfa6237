using System;

namespace Tarn.Drivers;

/// <summary>The line status register, read-only (PC16550D, section 8.4).</summary>
/// <remarks>
/// <code>
///     7         6      5      4       3         2        1         0
///   ┌─────────┬──────┬──────┬───────┬─────────┬────────┬─────────┬───────┐
///   │ RX error│ TEMT │ THRE │ break │ framing │ parity │ overrun │ ready │
///   └─────────┴──────┴──────┴───────┴─────────┴────────┴─────────┴───────┘
/// </code>
/// Reading it clears the four error bits, so that each error is seen once.
/// </remarks>
[Flags]
internal enum LineStatus : byte
{
    /// <summary>A received byte waits to be read.</summary>
    DataReady = 1 << 0,

    /// <summary>A received byte was lost: nobody had read the ones before it.</summary>
    OverrunError = 1 << 1,

    /// <summary>A received byte has the wrong parity.</summary>
    ParityError = 1 << 2,

    /// <summary>A received byte has no stop bit: the ends disagree about the speed, or the line is bad.</summary>
    FramingError = 1 << 3,

    /// <summary>The line was held at zero for longer than a whole character.</summary>
    BreakInterrupt = 1 << 4,

    /// <summary>The transmitter can take a byte; with FIFOs on, it can take sixteen.</summary>
    TransmitterHoldingRegisterEmpty = 1 << 5,

    /// <summary>The transmitter has sent everything, the last stop bit included.</summary>
    TransmitterEmpty = 1 << 6,

    /// <summary>Any of the four errors.</summary>
    ReceiveErrors = OverrunError | ParityError | FramingError | BreakInterrupt,
}
