using System;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>What the keys of a keyboard type: data, made of strings that look like the keyboard.</summary>
/// <remarks>
/// <para>Each string has a character for each of the 48 places, row after row; a blank is nothing. Characters beyond U+FFFF have no
/// place.</para>
/// <code>
///    ` 1 2 3 4 5 6 7 8 9 0 - =            13
///      q w e r t y u i o p [ ] \          13, the last one being beside or above Enter
///      a s d f g h j k l ; '              11
///    \ z x c v b n m , . /                11, the first one being the key that US keyboards do not have
/// </code>
/// <para>Allocates when it is made only.</para>
/// </remarks>
public sealed class KeyboardLayout
{
    /// <summary>How many characters each string has.</summary>
    public const int Places = 48;

    private const char Nothing = ' ';

    private readonly string _plain;
    private readonly string _shifted;
    private readonly string? _third;
    private readonly string? _shiftedThird;
    private readonly char _decimalPoint;

    /// <summary>Makes a layout.</summary>
    /// <param name="name">What people know it by.</param>
    /// <param name="plain">The characters without modifiers.</param>
    /// <param name="shifted">Those with Shift.</param>
    /// <param name="third">Those with AltGr, where right Alt is AltGr; null where it is a second Alt.</param>
    /// <param name="shiftedThird">Those with Shift and AltGr; as <paramref name="third"/> if null.</param>
    /// <param name="decimalPoint">What the keypad types between 0 and Enter.</param>
    /// <exception cref="ArgumentException">A string has not <see cref="Places"/> characters, or has surrogates.</exception>
    public KeyboardLayout(
        string name, string plain, string shifted, string? third = null, string? shiftedThird = null, char decimalPoint = '.')
    {
        ArgumentNullException.ThrowIfNull(name);
        Check(plain, nameof(plain));
        Check(shifted, nameof(shifted));
        if (third is not null)
        {
            Check(third, nameof(third));
        }

        if (shiftedThird is not null)
        {
            Check(shiftedThird, nameof(shiftedThird));
        }

        Name = name;
        _plain = plain;
        _shifted = shifted;
        _third = third;
        _shiftedThird = shiftedThird ?? third;
        _decimalPoint = decimalPoint;
    }

    /// <summary>What people know it by.</summary>
    public string Name { get; }

    /// <summary>Whether right Alt is AltGr.</summary>
    public bool HasThirdLevel => _third is not null;

    /// <summary>The keys of the places.</summary>
    internal static ReadOnlySpan<byte> KeysOfPlaces =>
    [
        (byte)Key.Grave, (byte)Key.Digit1, (byte)Key.Digit2, (byte)Key.Digit3, (byte)Key.Digit4, (byte)Key.Digit5, (byte)Key.Digit6,
        (byte)Key.Digit7, (byte)Key.Digit8, (byte)Key.Digit9, (byte)Key.Digit0, (byte)Key.Minus, (byte)Key.Equal,
        (byte)Key.Q, (byte)Key.W, (byte)Key.E, (byte)Key.R, (byte)Key.T, (byte)Key.Y, (byte)Key.U,
        (byte)Key.I, (byte)Key.O, (byte)Key.P, (byte)Key.LeftBracket, (byte)Key.RightBracket, (byte)Key.Backslash,
        (byte)Key.A, (byte)Key.S, (byte)Key.D, (byte)Key.F, (byte)Key.G, (byte)Key.H,
        (byte)Key.J, (byte)Key.K, (byte)Key.L, (byte)Key.Semicolon, (byte)Key.Apostrophe,
        (byte)Key.NonUsBackslash, (byte)Key.Z, (byte)Key.X, (byte)Key.C, (byte)Key.V, (byte)Key.B,
        (byte)Key.N, (byte)Key.M, (byte)Key.Comma, (byte)Key.Period, (byte)Key.Slash,
    ];

    /// <summary>What a key types.</summary>
    /// <param name="key">The key.</param>
    /// <param name="modifiers">What is held down, and the locks. Ctrl, Alt and GUI change nothing.</param>
    /// <returns>The character; U+0000 where there is none.</returns>
    public Rune CharacterOf(Key key, KeyModifiers modifiers)
    {
        var isShifted = (modifiers & KeyModifiers.Shift) != 0;
        var place = KeysOfPlaces.IndexOf((byte)key);
        if (place < 0)
        {
            return new Rune(CharacterOfFixed(key, (modifiers & KeyModifiers.NumLock) != 0 && !isShifted));
        }

        char character;
        if (_third is not null && (modifiers & KeyModifiers.AltGraph) != 0)
        {
            character = (isShifted ? _shiftedThird! : _third)[place];
        }
        else
        {
            // Caps lock is for letters: keys whose two characters are the two cases of one.
            var isCapital = (modifiers & KeyModifiers.CapsLock) != 0 && IsLetter(_plain[place], _shifted[place]);
            character = (isShifted != isCapital ? _shifted : _plain)[place];
        }

        return character == Nothing ? default : new Rune(character);
    }

    private static bool IsLetter(char plain, char shifted) => plain != shifted && char.ToUpperInvariant(plain) == shifted;

    private static void Check(string characters, string parameter)
    {
        ArgumentNullException.ThrowIfNull(characters, parameter);
        if (characters.Length != Places)
        {
            throw new ArgumentException("A layout has 48 places.", parameter);
        }

        foreach (var character in characters)
        {
            if (char.IsSurrogate(character))
            {
                throw new ArgumentException("A place has one character of the Basic Multilingual Plane.", parameter);
            }
        }
    }

    /// <summary>What types the same on all layouts.</summary>
    private char CharacterOfFixed(Key key, bool areDigits) => key switch
    {
        Key.Enter or Key.KeypadEnter => '\n',
        Key.Tab => '\t',
        Key.Backspace => '\b',
        Key.Escape => '\u001B',
        Key.Space => ' ',
        Key.KeypadDivide => '/',
        Key.KeypadMultiply => '*',
        Key.KeypadSubtract => '-',
        Key.KeypadAdd => '+',
        Key.Keypad0 when areDigits => '0',
        >= Key.Keypad1 and <= Key.Keypad9 when areDigits => (char)('1' + (key - Key.Keypad1)),
        Key.KeypadDecimal when areDigits => _decimalPoint,
        _ => '\0',
    };
}
