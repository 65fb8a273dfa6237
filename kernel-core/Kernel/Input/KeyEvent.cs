using System;
using System.Text;

namespace Tarn.Kernel;

/// <summary>A key that was pressed or released: of a keyboard, or of a terminal at the other end of a line.</summary>
/// <remarks>Making and comparing them does not allocate.</remarks>
public readonly struct KeyEvent : IEquatable<KeyEvent>
{
    /// <summary>Makes an event.</summary>
    /// <param name="key">The key; <see cref="Key.None"/> where only the character is known.</param>
    /// <param name="character">What it types; U+0000 for nothing.</param>
    /// <param name="modifiers">What else is held down, and the locks.</param>
    /// <param name="action">What happened to it.</param>
    public KeyEvent(Key key, Rune character = default, KeyModifiers modifiers = KeyModifiers.None, KeyAction action = KeyAction.Pressed)
    {
        Key = key;
        Character = character;
        Modifiers = modifiers;
        Action = action;
    }

    /// <summary>The key, by its place on the keyboard. A terminal tells it where it is no character: Enter, arrows, function
    /// keys.</summary>
    public Key Key { get; }

    /// <summary>
    /// The character that the layout has on the key, with Shift, AltGr and locks applied; U+0000 where there is none. Ctrl, Alt and GUI
    /// do not
    /// change it: Ctrl+C is 'c' with <see cref="KeyModifiers.LeftControl"/>. Enter is '\n', Tab '\t', Backspace '\b', Escape U+001B.
    /// </summary>
    public Rune Character { get; }

    /// <summary>The modifiers that are held down (after this event), and the locks that are on.</summary>
    public KeyModifiers Modifiers { get; }

    /// <summary>What happened to the key.</summary>
    public KeyAction Action { get; }

    /// <summary>Whether the key went down or repeats.</summary>
    public bool IsDown => Action != KeyAction.Released;

    /// <summary>Whether either control key is held down.</summary>
    public bool HasControl => (Modifiers & KeyModifiers.Control) != 0;

    /// <summary>Whether either shift key is held down.</summary>
    public bool HasShift => (Modifiers & KeyModifiers.Shift) != 0;

    /// <summary>Whether an Alt key is held down that is not AltGr.</summary>
    public bool HasAlt => (Modifiers & KeyModifiers.Alt) != 0;

    /// <summary>Whether either GUI key is held down.</summary>
    public bool HasGui => (Modifiers & KeyModifiers.Gui) != 0;

    /// <summary>Whether it puts a printable character into a text: the key is down, it has one, and no modifier makes a command of
    /// it.</summary>
    public bool IsText =>
        IsDown && Character.Value is >= 0x20 and not 0x7F and not (>= 0x80 and <= 0x9F)
        && (Modifiers & (KeyModifiers.Control | KeyModifiers.Alt | KeyModifiers.Gui)) == 0;

    /// <summary>
    /// The key by what it does: the keypad's Enter is <see cref="Key.Enter"/>, and its digits are <see cref="Key.Home"/>,
    /// <see cref="Key.Up"/> and so on where they type nothing.
    /// </summary>
    public Key Function => Key == Key.KeypadEnter ? Key.Enter : Character.Value == 0 ? KeyNames.WithoutNumLock(Key) : Key;

    /// <summary>Whether two events are the same in all respects.</summary>
    public static bool operator ==(KeyEvent left, KeyEvent right) => left.Equals(right);

    /// <summary>Whether two events differ.</summary>
    public static bool operator !=(KeyEvent left, KeyEvent right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(KeyEvent other) =>
        Key == other.Key && Character == other.Character && Modifiers == other.Modifiers && Action == other.Action;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is KeyEvent other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Key << 24 ^ (int)Action << 22 ^ (int)Modifiers << 8 ^ Character.Value;

    /// <summary>Says it in words: "Ctrl+Alt+Delete", "a", "Left Shift released". Allocates.</summary>
    public override string ToString()
    {
        Span<byte> text = stackalloc byte[KeyNames.LongestDescription];
        return Encoding.UTF8.GetString(text[..KeyNames.Describe(this, text)]) + Action switch
        {
            KeyAction.Released => " released",
            KeyAction.Repeated => " repeated",
            _ => string.Empty,
        };
    }
}
