using System;

namespace Tarn.Kernel;

/// <summary>The modifier keys that are held down, and the locks that are on.</summary>
/// <remarks>
/// <code>
///    15 … 12     11      10       9      8     7     6     5     4      3     2     1     0
///   ┌─────────┬───────┬────────┬──────┬─────┬─────┬─────┬─────┬──────┬─────┬─────┬─────┬──────┐
///   │    0    │ AltGr │ scroll │ caps │ num │ GUI │ Alt │Shift│ Ctrl │ GUI │ Alt │Shift│ Ctrl │
///   └─────────┴───────┴────────┴──────┴─────┴─────┴─────┴─────┴──────┴─────┴─────┴─────┴──────┘
///                             locks              right                   left
/// </code>
/// The lower eight bits are in the order of the modifier byte of a USB keyboard (HID 1.11, section 8.3).
/// </remarks>
[Flags]
public enum KeyModifiers : ushort
{
    /// <summary>Nothing is held down, and no lock is on.</summary>
    None = 0,

    /// <summary>The left control key.</summary>
    LeftControl = 1 << 0,

    /// <summary>The left shift key.</summary>
    LeftShift = 1 << 1,

    /// <summary>The left Alt key.</summary>
    LeftAlt = 1 << 2,

    /// <summary>The left GUI key: Windows, Command, Super.</summary>
    LeftGui = 1 << 3,

    /// <summary>The right control key.</summary>
    RightControl = 1 << 4,

    /// <summary>The right shift key.</summary>
    RightShift = 1 << 5,

    /// <summary>The right Alt key, where the layout has no third level; where it has one, it is <see cref="AltGraph"/>.</summary>
    RightAlt = 1 << 6,

    /// <summary>The right GUI key.</summary>
    RightGui = 1 << 7,

    /// <summary>Num lock is on: the keypad types digits.</summary>
    NumLock = 1 << 8,

    /// <summary>Caps lock is on: letters are capitals.</summary>
    CapsLock = 1 << 9,

    /// <summary>Scroll lock is on. It is up to the reader what that means.</summary>
    ScrollLock = 1 << 10,

    /// <summary>AltGr is held down: it chooses the third level of the layout.</summary>
    AltGraph = 1 << 11,

    /// <summary>Either control key.</summary>
    Control = LeftControl | RightControl,

    /// <summary>Either shift key.</summary>
    Shift = LeftShift | RightShift,

    /// <summary>Either Alt key, where it is not <see cref="AltGraph"/>.</summary>
    Alt = LeftAlt | RightAlt,

    /// <summary>Either GUI key.</summary>
    Gui = LeftGui | RightGui,

    /// <summary>The three locks.</summary>
    Locks = NumLock | CapsLock | ScrollLock,
}
