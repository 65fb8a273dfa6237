using System;

namespace Tarn.Drivers;

/// <summary>The line control register: the shape of a character on the wire (PC16550D, section 8.1).</summary>
/// <remarks>
/// <code>
///     7      6      5       4      3      2      1   0
///   ┌──────┬──────┬───────┬──────┬──────┬──────┬────────┐
///   │ DLAB │ break│ stick │ even │parity│ stop │ length │
///   └──────┴──────┴───────┴──────┴──────┴──────┴────────┘
/// </code>
/// </remarks>
[Flags]
internal enum LineControl : byte
{
    /// <summary>Eight data bits, no parity, one stop bit: what everything speaks.</summary>
    EightBitsNoParityOneStop = 0b11,

    /// <summary>Puts the divisor latch in the place of the first two registers.</summary>
    DivisorLatchAccess = 1 << 7,
}
