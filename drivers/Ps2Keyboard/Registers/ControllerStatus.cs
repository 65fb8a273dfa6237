using System;

namespace Tarn.Drivers;

/// <summary>The status register of the 8042, read at port 0x64 (IBM PS/2 Hardware Interface Technical Reference, keyboard and auxiliary
/// device
/// controller).</summary>
/// <remarks>
/// <code>
///     7        6         5           4          3       2       1       0
///   ┌────────┬─────────┬───────────┬──────────┬───────┬───────┬───────┬────────┐
///   │ parity │ timeout │ auxiliary │ unlocked │command│ system│ input │ output │
///   │ error  │         │ byte      │          │ /data │ flag  │ full  │ full   │
///   └────────┴─────────┴───────────┴──────────┴───────┴───────┴───────┴────────┘
/// </code>
/// The buffers are named as the controller sees them: its output is what the processor reads.
/// </remarks>
[Flags]
internal enum ControllerStatus : byte
{
    /// <summary>A byte waits at port 0x60.</summary>
    OutputFull = 1 << 0,

    /// <summary>The controller has not taken the last byte yet: nothing may be written to either port.</summary>
    InputFull = 1 << 1,

    /// <summary>The byte that waits is the mouse's.</summary>
    AuxiliaryByte = 1 << 5,
}
