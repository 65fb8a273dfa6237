using System;

namespace Tarn.Drivers;

/// <summary>The interrupt identification register, read-only (PC16550D, section 8.6).</summary>
/// <remarks>
/// <code>
///     7   6        5   4      3   2   1     0
///   ┌────────────┬──────────┬────────────┬──────────────┐
///   │ FIFOs on   │ reserved │ which      │ none pending │
///   └────────────┴──────────┴────────────┴──────────────┘
/// </code>
/// Only the top two bits matter to a polled port. They tell the generations apart: both set is a 16550A or later, whose FIFOs work;
/// bit 7 alone is the first 16550, whose FIFOs lose bytes; neither is a 16450, which has none.
/// </remarks>
[Flags]
internal enum InterruptIdentification : byte
{
    /// <summary>Both FIFOs are on and work.</summary>
    FifosWork = 0b11 << 6,
}
