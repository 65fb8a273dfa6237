using System;

namespace Tarn.Drivers;

/// <summary>The interrupt enable register: what raises the port's interrupt (PC16550D, section 8.7).</summary>
/// <remarks>
/// <code>
///     7   6   5   4      3         2            1             0
///   ┌───────────────┬────────┬─────────────┬─────────────┬──────────┐
///   │       0       │ modem  │ line status │ transmitter │ received │
///   │               │ status │ errors      │ empty       │ data     │
///   └───────────────┴────────┴─────────────┴─────────────┴──────────┘
/// </code>
/// </remarks>
[Flags]
internal enum InterruptEnable : byte
{
    /// <summary>Bytes have arrived.</summary>
    ReceivedData = 1 << 0,

    /// <summary>The receiver saw an error.</summary>
    LineStatus = 1 << 2,
}
