using System.Text;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Makes keys of what a terminal sends: UTF-8, control characters, and the escape sequences of ECMA-48, VT220 and xterm.</summary>
/// <remarks>
/// <para>A new one (all zero) is ready. Allocates nothing, throws nothing, and needs no time limits but the one of <see
/// cref="EndSequence"/>.</para>
/// <code>
///             ESC           [             0x30 … 0x3F parameters, 0x20 … 0x2F
///   ground ─────────► escape ─────► CSI ─────┐
///     ▲                 │  │         │ ▲─────┘
///     │                 │  │  O      │ 0x40 … 0x7E: a key
///     │                 │  └────► SS3
///     │ any other: with Alt        │ any: a key
///     └─────────────────┴──────────┴──────────
/// </code>
/// <para>
/// A terminal does not tell when keys are released, and which modifiers it tells of depends on the key. Ctrl with a letter is the letter
/// with <see cref="KeyModifiers.LeftControl"/>, but what has a key of its own is that: 0x08 Backspace, 0x09 Tab, 0x0A and 0x0D Enter,
/// 0x1B Escape.
/// </para>
/// </remarks>
public struct TerminalKeyDecoder
{
    private const byte Escape = 0x1B;
    private const byte CarriageReturn = 0x0D;
    private const byte LineFeed = 0x0A;
    private const int MostParameters = 2;
    private const int LargestParameter = 9999;

    private Utf8Decoder _characters;
    private State _state;
    private bool _hasAlt;
    private bool _wasCarriageReturn;

    // What is in a CSI sequence so far: "1;5" is 1 and 5.
    private bool _isPrivate;
    private int _parameterIndex;
    private int _parameter0;
    private int _parameter1;

    // The events that have not been taken yet.
    private KeyEvent _first;
    private KeyEvent _second;
    private int _count;

    private enum State : byte
    {
        Ground,
        Escape,
        ControlSequence,
        SingleShift3,
        LinuxFunctionKey,
    }

    /// <summary>How many sequences were none that is known, or were broken off.</summary>
    public uint UnknownSequences { get; private set; }

    /// <summary>Whether a sequence has begun, which may also be the Escape key: after some time without a byte, <see
    /// cref="EndSequence"/>.</summary>
    public readonly bool IsInSequence => _state != State.Ground;

    /// <summary>Takes the next byte. What it completes is to be taken before the next one, with <see cref="TryTake"/>.</summary>
    public void Push(byte value)
    {
        switch (_state)
        {
            case State.Escape:
                PushAfterEscape(value);
                break;

            case State.ControlSequence:
                PushIntoControlSequence(value);
                break;

            case State.SingleShift3:
                _state = State.Ground;
                EndSingleShift3(value);
                break;

            case State.LinuxFunctionKey:
                _state = State.Ground;
                AddKey(value is >= (byte)'A' and <= (byte)'E' ? After(Key.F1, value - 'A') : Key.None, KeyModifiers.None);
                break;

            default:
                PushCharacter(value);
                break;
        }
    }

    /// <summary>Takes out a key that is complete.</summary>
    public bool TryTake(out KeyEvent keyEvent)
    {
        keyEvent = _first;
        if (_count == 0)
        {
            return false;
        }

        _first = _second;
        _count--;
        return true;
    }

    /// <summary>No byte has come for some time: what has begun is Escape, or a bracket with Alt.</summary>
    public void EndSequence()
    {
        var state = _state;
        _state = State.Ground;
        switch (state)
        {
            case State.Escape:
                Add(Key.Escape, Escape, KeyModifiers.None);
                break;

            case State.ControlSequence when !_isPrivate && _parameterIndex == 0 && _parameter0 == 0:
                Add(Key.None, '[', KeyModifiers.LeftAlt);
                break;

            case State.SingleShift3:
                Add(Key.None, 'O', KeyModifiers.LeftAlt);
                break;

            case State.ControlSequence:
            case State.LinuxFunctionKey:
                UnknownSequences++;
                break;
        }
    }

    private void PushAfterEscape(byte value)
    {
        switch (value)
        {
            case (byte)'[':
                _state = State.ControlSequence;
                _isPrivate = false;
                _parameterIndex = 0;
                _parameter0 = 0;
                _parameter1 = 0;
                break;

            case (byte)'O':
                _state = State.SingleShift3;
                break;

            case Escape:
                // The first one was the key; the second one may begin something.
                Add(Key.Escape, Escape, KeyModifiers.None);
                break;

            default:
                _state = State.Ground;
                _hasAlt = true;
                PushCharacter(value);
                break;
        }
    }

    private void PushIntoControlSequence(byte value)
    {
        switch (value)
        {
            case >= (byte)'0' and <= (byte)'9':
                AddDigit(value - '0');
                break;

            case (byte)';':
                _parameterIndex++;
                break;

            case >= 0x20 and <= 0x3F:
                _isPrivate = true;
                break;

            case (byte)'[' when !_isPrivate && _parameterIndex == 0 && _parameter0 == 0:
                _state = State.LinuxFunctionKey;
                break;

            case >= 0x40 and <= 0x7E:
                _state = State.Ground;
                EndControlSequence(value);
                break;

            default:
                // No part of a sequence: it is broken off, and the byte stands for itself.
                UnknownSequences++;
                _state = State.Ground;
                PushCharacter(value);
                break;
        }
    }

    private void AddDigit(int digit)
    {
        if (_parameterIndex == 0)
        {
            _parameter0 = Limit((_parameter0 * 10) + digit);
        }
        else if (_parameterIndex < MostParameters)
        {
            _parameter1 = Limit((_parameter1 * 10) + digit);
        }

        static int Limit(int value) => value > LargestParameter ? LargestParameter : value;
    }

    private void EndControlSequence(byte final)
    {
        // xterm: one more than 1 for Shift, 2 for Alt, 4 for Ctrl, 8 for Meta.
        var bits = _parameter1 > 0 ? _parameter1 - 1 : 0;
        var modifiers = ((bits & 1) != 0 ? KeyModifiers.LeftShift : 0)
            | ((bits & 2) != 0 ? KeyModifiers.LeftAlt : 0)
            | ((bits & 4) != 0 ? KeyModifiers.LeftControl : 0)
            | ((bits & 8) != 0 ? KeyModifiers.LeftGui : 0);
        if (_isPrivate)
        {
            AddKey(Key.None, modifiers);
        }
        else if (final == (byte)'Z')
        {
            Add(Key.Tab, '\t', modifiers | KeyModifiers.LeftShift);
        }
        else
        {
            AddKey(final == (byte)'~' ? KeyOfNumber(_parameter0) : KeyOfLetter(final), modifiers);
        }
    }

    private void EndSingleShift3(byte final)
    {
        switch (final)
        {
            case (byte)'M':
                Add(Key.KeypadEnter, '\n', KeyModifiers.None);
                break;

            case >= (byte)'p' and <= (byte)'y':
                var digit = final - 'p';
                Add(digit == 0 ? Key.Keypad0 : After(Key.Keypad1, digit - 1), (uint)('0' + digit), KeyModifiers.NumLock);
                break;

            case (byte)'j':
                Add(Key.KeypadMultiply, '*', KeyModifiers.None);
                break;

            case (byte)'k':
                Add(Key.KeypadAdd, '+', KeyModifiers.None);
                break;

            case (byte)'m':
                Add(Key.KeypadSubtract, '-', KeyModifiers.None);
                break;

            case (byte)'n':
                Add(Key.KeypadDecimal, '.', KeyModifiers.NumLock);
                break;

            case (byte)'o':
                Add(Key.KeypadDivide, '/', KeyModifiers.None);
                break;

            case < 0x20 or >= 0x7F:
                // Alt+O, and then something else.
                Add(Key.None, 'O', KeyModifiers.LeftAlt);
                Push(final);
                break;

            default:
                AddKey(KeyOfLetter(final), KeyModifiers.None);
                break;
        }
    }

    private void PushCharacter(byte value)
    {
        var step = _characters.Push(value, out var character);
        if (step == Utf8Step.Incomplete)
        {
            return;
        }

        AddCharacter(character);
        if (step == Utf8Step.CutShort)
        {
            PushCharacter(value);
        }
    }

    private void AddCharacter(uint character)
    {
        if (character == Escape)
        {
            _state = State.Escape;
            return;
        }

        var modifiers = _hasAlt ? KeyModifiers.LeftAlt : KeyModifiers.None;
        var isSecondOfLineEnd = character == LineFeed && _wasCarriageReturn;
        _hasAlt = false;
        _wasCarriageReturn = character == CarriageReturn;
        switch (character)
        {
            case LineFeed when isSecondOfLineEnd:
                break;

            case CarriageReturn or LineFeed:
                Add(Key.Enter, '\n', modifiers);
                break;

            case 0x08 or 0x7F:
                Add(Key.Backspace, '\b', modifiers);
                break;

            case 0x09:
                Add(Key.Tab, '\t', modifiers);
                break;

            case 0x00:
                Add(Key.Space, ' ', modifiers | KeyModifiers.LeftControl);
                break;

            case <= 0x1A:
                Add(Key.None, character - 1 + 'a', modifiers | KeyModifiers.LeftControl);
                break;

            case <= 0x1F:
                // Ctrl with \ ] ^ _
                Add(Key.None, character + 0x40, modifiers | KeyModifiers.LeftControl);
                break;

            case ' ':
                Add(Key.Space, ' ', modifiers);
                break;

            case >= 0x80 and <= 0x9F:
                // Control characters that no key has.
                UnknownSequences++;
                break;

            default:
                Add(Key.None, character, modifiers);
                break;
        }
    }

    private static Key KeyOfLetter(byte final) => final switch
    {
        (byte)'A' => Key.Up,
        (byte)'B' => Key.Down,
        (byte)'C' => Key.Right,
        (byte)'D' => Key.Left,
        (byte)'E' => Key.Keypad5,
        (byte)'F' => Key.End,
        (byte)'H' => Key.Home,
        (byte)'P' => Key.F1,
        (byte)'Q' => Key.F2,
        (byte)'R' => Key.F3,
        (byte)'S' => Key.F4,
        _ => Key.None,
    };

    // VT220: the numbers have gaps, where the keyboard has.
    private static Key KeyOfNumber(int number) => number switch
    {
        1 or 7 => Key.Home,
        2 => Key.Insert,
        3 => Key.Delete,
        4 or 8 => Key.End,
        5 => Key.PageUp,
        6 => Key.PageDown,
        >= 11 and <= 15 => After(Key.F1, number - 11),
        >= 17 and <= 21 => After(Key.F6, number - 17),
        23 => Key.F11,
        24 => Key.F12,
        _ => Key.None,
    };

    private static Key After(Key first, int places) => (Key)((int)first + places);

    private void AddKey(Key key, KeyModifiers modifiers)
    {
        if (key == Key.None)
        {
            UnknownSequences++;
        }
        else
        {
            Add(key, 0, modifiers);
        }
    }

    private void Add(Key key, uint character, KeyModifiers modifiers)
    {
        // A line feed is the second half of a line's end just behind the first.
        _wasCarriageReturn &= key == Key.Enter;
        var keyEvent = new KeyEvent(key, new Rune(character), modifiers);
        if (_count++ == 0)
        {
            _first = keyEvent;
        }
        else
        {
            _second = keyEvent;
        }
    }
}
