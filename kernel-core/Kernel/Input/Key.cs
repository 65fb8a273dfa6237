namespace Tarn.Kernel;

/// <summary>The keys of a keyboard by their places, named after what a US keyboard has there: <see cref="Z"/> is also where a German one
/// has Y.</summary>
/// <remarks>
/// The 104 keys of a US keyboard, and the one more of an ISO keyboard. The numbers are those of USB keyboards (HID Usage Tables 1.4,
/// section 10). What a key types is <see cref="KeyEvent.Character"/>.
/// </remarks>
public enum Key : byte
{
    /// <summary>No key is known: a terminal sends characters, not keys.</summary>
    None = 0x00,

    /// <summary>A.</summary>
    A = 0x04,

    /// <summary>B.</summary>
    B = 0x05,

    /// <summary>C.</summary>
    C = 0x06,

    /// <summary>D.</summary>
    D = 0x07,

    /// <summary>E.</summary>
    E = 0x08,

    /// <summary>F.</summary>
    F = 0x09,

    /// <summary>G.</summary>
    G = 0x0A,

    /// <summary>H.</summary>
    H = 0x0B,

    /// <summary>I.</summary>
    I = 0x0C,

    /// <summary>J.</summary>
    J = 0x0D,

    /// <summary>K.</summary>
    K = 0x0E,

    /// <summary>L.</summary>
    L = 0x0F,

    /// <summary>M.</summary>
    M = 0x10,

    /// <summary>N.</summary>
    N = 0x11,

    /// <summary>O.</summary>
    O = 0x12,

    /// <summary>P.</summary>
    P = 0x13,

    /// <summary>Q.</summary>
    Q = 0x14,

    /// <summary>R.</summary>
    R = 0x15,

    /// <summary>S.</summary>
    S = 0x16,

    /// <summary>T.</summary>
    T = 0x17,

    /// <summary>U.</summary>
    U = 0x18,

    /// <summary>V.</summary>
    V = 0x19,

    /// <summary>W.</summary>
    W = 0x1A,

    /// <summary>X.</summary>
    X = 0x1B,

    /// <summary>Y.</summary>
    Y = 0x1C,

    /// <summary>Z.</summary>
    Z = 0x1D,

    /// <summary>1, above the letters.</summary>
    Digit1 = 0x1E,

    /// <summary>2, above the letters.</summary>
    Digit2 = 0x1F,

    /// <summary>3, above the letters.</summary>
    Digit3 = 0x20,

    /// <summary>4, above the letters.</summary>
    Digit4 = 0x21,

    /// <summary>5, above the letters.</summary>
    Digit5 = 0x22,

    /// <summary>6, above the letters.</summary>
    Digit6 = 0x23,

    /// <summary>7, above the letters.</summary>
    Digit7 = 0x24,

    /// <summary>8, above the letters.</summary>
    Digit8 = 0x25,

    /// <summary>9, above the letters.</summary>
    Digit9 = 0x26,

    /// <summary>0, above the letters.</summary>
    Digit0 = 0x27,

    /// <summary>Enter.</summary>
    Enter = 0x28,

    /// <summary>Escape.</summary>
    Escape = 0x29,

    /// <summary>Backspace.</summary>
    Backspace = 0x2A,

    /// <summary>Tab.</summary>
    Tab = 0x2B,

    /// <summary>Space.</summary>
    Space = 0x2C,

    /// <summary>- and _ on a US keyboard.</summary>
    Minus = 0x2D,

    /// <summary>= and + on a US keyboard.</summary>
    Equal = 0x2E,

    /// <summary>[ and { on a US keyboard.</summary>
    LeftBracket = 0x2F,

    /// <summary>] and } on a US keyboard.</summary>
    RightBracket = 0x30,

    /// <summary>\ and | on a US keyboard; # beside Enter on others.</summary>
    Backslash = 0x31,

    /// <summary>; and : on a US keyboard.</summary>
    Semicolon = 0x33,

    /// <summary>' and " on a US keyboard.</summary>
    Apostrophe = 0x34,

    /// <summary>` and ~ on a US keyboard, above Tab.</summary>
    Grave = 0x35,

    /// <summary>, and &lt; on a US keyboard.</summary>
    Comma = 0x36,

    /// <summary>. and > on a US keyboard.</summary>
    Period = 0x37,

    /// <summary>/ and ? on a US keyboard.</summary>
    Slash = 0x38,

    /// <summary>Caps Lock.</summary>
    CapsLock = 0x39,

    /// <summary>F1.</summary>
    F1 = 0x3A,

    /// <summary>F2.</summary>
    F2 = 0x3B,

    /// <summary>F3.</summary>
    F3 = 0x3C,

    /// <summary>F4.</summary>
    F4 = 0x3D,

    /// <summary>F5.</summary>
    F5 = 0x3E,

    /// <summary>F6.</summary>
    F6 = 0x3F,

    /// <summary>F7.</summary>
    F7 = 0x40,

    /// <summary>F8.</summary>
    F8 = 0x41,

    /// <summary>F9.</summary>
    F9 = 0x42,

    /// <summary>F10.</summary>
    F10 = 0x43,

    /// <summary>F11.</summary>
    F11 = 0x44,

    /// <summary>F12.</summary>
    F12 = 0x45,

    /// <summary>Print Screen; with Alt, SysRq.</summary>
    PrintScreen = 0x46,

    /// <summary>Scroll Lock.</summary>
    ScrollLock = 0x47,

    /// <summary>Pause; with Ctrl, Break.</summary>
    Pause = 0x48,

    /// <summary>Insert.</summary>
    Insert = 0x49,

    /// <summary>Home.</summary>
    Home = 0x4A,

    /// <summary>Page Up.</summary>
    PageUp = 0x4B,

    /// <summary>Delete.</summary>
    Delete = 0x4C,

    /// <summary>End.</summary>
    End = 0x4D,

    /// <summary>Page Down.</summary>
    PageDown = 0x4E,

    /// <summary>Right.</summary>
    Right = 0x4F,

    /// <summary>Left.</summary>
    Left = 0x50,

    /// <summary>Down.</summary>
    Down = 0x51,

    /// <summary>Up.</summary>
    Up = 0x52,

    /// <summary>Num Lock.</summary>
    NumLock = 0x53,

    /// <summary>/ of the keypad.</summary>
    KeypadDivide = 0x54,

    /// <summary>* of the keypad.</summary>
    KeypadMultiply = 0x55,

    /// <summary>- of the keypad.</summary>
    KeypadSubtract = 0x56,

    /// <summary>+ of the keypad.</summary>
    KeypadAdd = 0x57,

    /// <summary>Enter of the keypad.</summary>
    KeypadEnter = 0x58,

    /// <summary>1 of the keypad.</summary>
    Keypad1 = 0x59,

    /// <summary>2 of the keypad.</summary>
    Keypad2 = 0x5A,

    /// <summary>3 of the keypad.</summary>
    Keypad3 = 0x5B,

    /// <summary>4 of the keypad.</summary>
    Keypad4 = 0x5C,

    /// <summary>5 of the keypad.</summary>
    Keypad5 = 0x5D,

    /// <summary>6 of the keypad.</summary>
    Keypad6 = 0x5E,

    /// <summary>7 of the keypad.</summary>
    Keypad7 = 0x5F,

    /// <summary>8 of the keypad.</summary>
    Keypad8 = 0x60,

    /// <summary>9 of the keypad.</summary>
    Keypad9 = 0x61,

    /// <summary>0 of the keypad.</summary>
    Keypad0 = 0x62,

    /// <summary>The keypad's . and Delete.</summary>
    KeypadDecimal = 0x63,

    /// <summary>The key between left Shift and Z that US keyboards do not have.</summary>
    NonUsBackslash = 0x64,

    /// <summary>The key that opens a context menu, beside the right GUI key.</summary>
    Menu = 0x65,

    /// <summary>Left Ctrl.</summary>
    LeftControl = 0xE0,

    /// <summary>Left Shift.</summary>
    LeftShift = 0xE1,

    /// <summary>Left Alt.</summary>
    LeftAlt = 0xE2,

    /// <summary>Windows, Command, Super.</summary>
    LeftGui = 0xE3,

    /// <summary>Right Ctrl.</summary>
    RightControl = 0xE4,

    /// <summary>Right Shift.</summary>
    RightShift = 0xE5,

    /// <summary>Right Alt: AltGr on many layouts.</summary>
    RightAlt = 0xE6,

    /// <summary>Windows, Command, Super.</summary>
    RightGui = 0xE7,
}
