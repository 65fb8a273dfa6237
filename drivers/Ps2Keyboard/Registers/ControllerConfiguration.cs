using System;

namespace Tarn.Drivers;

/// <summary>The command byte of the 8042: its configuration, at address 0 of its memory.</summary>
/// <remarks>
/// <code>
///     7     6           5            4            3     2        1            0
///   ┌─────┬───────────┬────────────┬────────────┬─────┬────────┬────────────┬────────────┐
///   │  0  │ translate │ auxiliary  │ keyboard   │  0  │ system │ auxiliary  │ keyboard   │
///   │     │ set 2 → 1 │ clock off  │ clock off  │     │ flag   │ interrupt  │ interrupt  │
///   └─────┴───────────┴────────────┴────────────┴─────┴────────┴────────────┴────────────┘
/// </code>
/// </remarks>
[Flags]
internal enum ControllerConfiguration : byte
{
    /// <summary>A byte of the keyboard raises IRQ 1.</summary>
    KeyboardInterrupt = 1 << 0,

    /// <summary>A byte of the mouse raises IRQ 12.</summary>
    AuxiliaryInterrupt = 1 << 1,

    /// <summary>The keyboard cannot send.</summary>
    KeyboardClockOff = 1 << 4,

    /// <summary>The mouse cannot send.</summary>
    AuxiliaryClockOff = 1 << 5,

    /// <summary>Scan codes of set 2, which keyboards send, arrive as those of set 1.</summary>
    Translate = 1 << 6,
}
