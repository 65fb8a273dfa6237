using System;

namespace Tarn.Kernel;

/// <summary>What is printed on keys, and what they do.</summary>
public static class KeyNames
{
    /// <summary>The most bytes that <see cref="Describe"/> writes.</summary>
    public const int LongestDescription = 32;

    /// <summary>What a key is called: UTF-8, as on a US keyboard ("Page Up", "F1", "A"); empty where there is no such key. Does not
    /// allocate.</summary>
    public static ReadOnlySpan<byte> NameOf(Key key) => key switch
    {
        Key.A => "A"u8,
        Key.B => "B"u8,
        Key.C => "C"u8,
        Key.D => "D"u8,
        Key.E => "E"u8,
        Key.F => "F"u8,
        Key.G => "G"u8,
        Key.H => "H"u8,
        Key.I => "I"u8,
        Key.J => "J"u8,
        Key.K => "K"u8,
        Key.L => "L"u8,
        Key.M => "M"u8,
        Key.N => "N"u8,
        Key.O => "O"u8,
        Key.P => "P"u8,
        Key.Q => "Q"u8,
        Key.R => "R"u8,
        Key.S => "S"u8,
        Key.T => "T"u8,
        Key.U => "U"u8,
        Key.V => "V"u8,
        Key.W => "W"u8,
        Key.X => "X"u8,
        Key.Y => "Y"u8,
        Key.Z => "Z"u8,
        Key.Digit1 => "1"u8,
        Key.Digit2 => "2"u8,
        Key.Digit3 => "3"u8,
        Key.Digit4 => "4"u8,
        Key.Digit5 => "5"u8,
        Key.Digit6 => "6"u8,
        Key.Digit7 => "7"u8,
        Key.Digit8 => "8"u8,
        Key.Digit9 => "9"u8,
        Key.Digit0 => "0"u8,
        Key.Enter => "Enter"u8,
        Key.Escape => "Escape"u8,
        Key.Backspace => "Backspace"u8,
        Key.Tab => "Tab"u8,
        Key.Space => "Space"u8,
        Key.Minus => "-"u8,
        Key.Equal => "="u8,
        Key.LeftBracket => "["u8,
        Key.RightBracket => "]"u8,
        Key.Backslash => "\\"u8,
        Key.Semicolon => ";"u8,
        Key.Apostrophe => "'"u8,
        Key.Grave => "`"u8,
        Key.Comma => ","u8,
        Key.Period => "."u8,
        Key.Slash => "/"u8,
        Key.CapsLock => "Caps Lock"u8,
        Key.F1 => "F1"u8,
        Key.F2 => "F2"u8,
        Key.F3 => "F3"u8,
        Key.F4 => "F4"u8,
        Key.F5 => "F5"u8,
        Key.F6 => "F6"u8,
        Key.F7 => "F7"u8,
        Key.F8 => "F8"u8,
        Key.F9 => "F9"u8,
        Key.F10 => "F10"u8,
        Key.F11 => "F11"u8,
        Key.F12 => "F12"u8,
        Key.PrintScreen => "Print Screen"u8,
        Key.ScrollLock => "Scroll Lock"u8,
        Key.Pause => "Pause"u8,
        Key.Insert => "Insert"u8,
        Key.Home => "Home"u8,
        Key.PageUp => "Page Up"u8,
        Key.Delete => "Delete"u8,
        Key.End => "End"u8,
        Key.PageDown => "Page Down"u8,
        Key.Right => "Right"u8,
        Key.Left => "Left"u8,
        Key.Down => "Down"u8,
        Key.Up => "Up"u8,
        Key.NumLock => "Num Lock"u8,
        Key.KeypadDivide => "Keypad /"u8,
        Key.KeypadMultiply => "Keypad *"u8,
        Key.KeypadSubtract => "Keypad -"u8,
        Key.KeypadAdd => "Keypad +"u8,
        Key.KeypadEnter => "Keypad Enter"u8,
        Key.Keypad1 => "Keypad 1"u8,
        Key.Keypad2 => "Keypad 2"u8,
        Key.Keypad3 => "Keypad 3"u8,
        Key.Keypad4 => "Keypad 4"u8,
        Key.Keypad5 => "Keypad 5"u8,
        Key.Keypad6 => "Keypad 6"u8,
        Key.Keypad7 => "Keypad 7"u8,
        Key.Keypad8 => "Keypad 8"u8,
        Key.Keypad9 => "Keypad 9"u8,
        Key.Keypad0 => "Keypad 0"u8,
        Key.KeypadDecimal => "Keypad ."u8,
        Key.NonUsBackslash => "<"u8,
        Key.Menu => "Menu"u8,
        Key.LeftControl => "Left Ctrl"u8,
        Key.LeftShift => "Left Shift"u8,
        Key.LeftAlt => "Left Alt"u8,
        Key.LeftGui => "Left GUI"u8,
        Key.RightControl => "Right Ctrl"u8,
        Key.RightShift => "Right Shift"u8,
        Key.RightAlt => "Right Alt"u8,
        Key.RightGui => "Right GUI"u8,
        _ => default,
    };

    /// <summary>Whether a key only changes what others do: Shift, Ctrl, Alt, GUI and the locks.</summary>
    public static bool IsModifierOrLock(Key key) => key >= Key.LeftControl || key is Key.CapsLock or Key.NumLock or Key.ScrollLock;

    /// <summary>Says a key in words, with its modifiers: "Ctrl+Alt+Delete", "a", "Left Shift". Does not allocate.</summary>
    /// <param name="key">The key. What happened to it does not matter.</param>
    /// <param name="destination">Room for <see cref="LongestDescription"/> bytes of UTF-8.</param>
    /// <returns>How many bytes were written.</returns>
    public static int Describe(in KeyEvent key, Span<byte> destination)
    {
        var length = 0;
        Append(key, KeyModifiers.Control, Key.LeftControl, Key.RightControl, "Ctrl+"u8, destination, ref length);
        Append(key, KeyModifiers.Alt, Key.LeftAlt, Key.RightAlt, "Alt+"u8, destination, ref length);
        Append(key, KeyModifiers.Gui, Key.LeftGui, Key.RightGui, "GUI+"u8, destination, ref length);
        if (key.Character.Value > 0x20)
        {
            return length + key.Character.EncodeToUtf8(destination[length..]);
        }

        Append(key, KeyModifiers.Shift, Key.LeftShift, Key.RightShift, "Shift+"u8, destination, ref length);
        var name = key.Key == Key.None ? "Space"u8 : NameOf(key.Key);
        name.CopyTo(destination[length..]);
        return length + name.Length;
    }

    /// <summary>What a key of the keypad does while num lock is off (<see cref="Key.Home"/>, <see cref="Key.Insert"/>, …); other keys stay
    /// what they are.</summary>
    public static Key WithoutNumLock(Key key) => key switch
    {
        Key.Keypad1 => Key.End,
        Key.Keypad2 => Key.Down,
        Key.Keypad3 => Key.PageDown,
        Key.Keypad4 => Key.Left,
        Key.Keypad6 => Key.Right,
        Key.Keypad7 => Key.Home,
        Key.Keypad8 => Key.Up,
        Key.Keypad9 => Key.PageUp,
        Key.Keypad0 => Key.Insert,
        Key.KeypadDecimal => Key.Delete,
        _ => key,
    };

    // A modifier's own key is not its own modifier.
    private static void Append(
        in KeyEvent key, KeyModifiers modifier, Key left, Key right, ReadOnlySpan<byte> name, Span<byte> destination, ref int length)
    {
        if ((key.Modifiers & modifier) != 0 && key.Key != left && key.Key != right)
        {
            name.CopyTo(destination[length..]);
            length += name.Length;
        }
    }
}
