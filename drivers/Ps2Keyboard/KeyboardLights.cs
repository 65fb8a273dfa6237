using System;

namespace Tarn.Drivers;

/// <summary>The lights of a keyboard, as command 0xED takes them.</summary>
[Flags]
public enum KeyboardLights : byte
{
    /// <summary>All are off.</summary>
    None = 0,

    /// <summary>Scroll lock.</summary>
    ScrollLock = 1 << 0,

    /// <summary>Num lock.</summary>
    NumLock = 1 << 1,

    /// <summary>Caps lock.</summary>
    CapsLock = 1 << 2,
}
