using System;
using System.Text;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary>A line of text that is being typed: what keys do to it. It knows nothing of screens.</summary>
/// <remarks>
/// <para>
/// Keys as in Emacs and most shells: arrows, Home, End, Delete, Backspace; Ctrl with A and E (begin and end), B and F (left and right), P and
/// N (history), D (delete), K and U (erase to the end, to the begin), W (erase a word), L (clear the screen), C (abandon). Tab types blanks
/// up to the next multiple of eight. A key that is none of these types its name in brackets.
/// </para>
/// <para>Allocates when it is made, and never again.</para>
/// </remarks>
public sealed class LineEditor
{
    /// <summary>The longest line in characters. What is typed beyond is dropped: <see cref="LineEdit.Refused"/>.</summary>
    public const int Capacity = 128;

    private const int TabWidth = 8;

    private readonly Rune[] _text = new Rune[Capacity];
    private readonly LineHistory _history = new();
    private int _length;

    /// <summary>The line so far.</summary>
    public ReadOnlySpan<Rune> Text => _text.AsSpan(0, _length);

    /// <summary>The place in the line where the next character goes: from 0 to its length.</summary>
    public int Cursor { get; private set; }

    /// <summary>Does what a key says.</summary>
    public LineEdit Press(in KeyEvent key)
    {
        if (!key.IsDown)
        {
            return LineEdit.None;
        }

        if (key.IsText)
        {
            return Insert([key.Character]);
        }

        return key.HasControl && !key.HasAlt && !key.HasGui && key.Character.Value is >= '@' and <= 'z'
            ? PressControl(key, key.Character.Value | 0x20)
            : PressFunction(key);
    }

    /// <summary>Keeps the line in the history, and begins an empty one.</summary>
    public void Keep()
    {
        _history.Add(Text);
        Clear();
    }

    /// <summary>Begins an empty line. The history is again at its end.</summary>
    public void Clear()
    {
        _history.Leave();
        _length = 0;
        Cursor = 0;
    }

    private LineEdit PressFunction(in KeyEvent key)
    {
        switch (key.Function)
        {
            case Key.Enter:
                return LineEdit.Accepted;
            case Key.Backspace:
                return Erase(Cursor - 1, Cursor);
            case Key.Delete:
                return Erase(Cursor, Cursor + 1);
            case Key.Left:
                return MoveTo(Cursor - 1);
            case Key.Right:
                return MoveTo(Cursor + 1);
            case Key.Home:
                return MoveTo(0);
            case Key.End:
                return MoveTo(_length);
            case Key.Up:
                return Recall(-1);
            case Key.Down:
                return Recall(1);
            case Key.Tab:
                return InsertBlanks(TabWidth - (Cursor % TabWidth));
            default:
                return KeyNames.IsModifierOrLock(key.Key) ? LineEdit.None : InsertName(key);
        }
    }

    private LineEdit PressControl(in KeyEvent key, int letter)
    {
        switch (letter)
        {
            case 'a':
                return MoveTo(0);
            case 'b':
                return MoveTo(Cursor - 1);
            case 'c':
                return LineEdit.Abandoned;
            case 'd':
                return Erase(Cursor, Cursor + 1);
            case 'e':
                return MoveTo(_length);
            case 'f':
                return MoveTo(Cursor + 1);
            case 'k':
                return Erase(Cursor, _length);
            case 'l':
                return LineEdit.ScreenCleared;
            case 'n':
                return Recall(1);
            case 'p':
                return Recall(-1);
            case 'u':
                return Erase(0, Cursor);
            case 'w':
                return Erase(WordStart(), Cursor);
            default:
                return InsertName(key);
        }
    }

    private LineEdit Insert(ReadOnlySpan<Rune> characters)
    {
        if (characters.Length > Capacity - _length)
        {
            return LineEdit.Refused;
        }

        _text.AsSpan(Cursor, _length - Cursor).CopyTo(_text.AsSpan(Cursor + characters.Length));
        characters.CopyTo(_text.AsSpan(Cursor));
        _length += characters.Length;
        Cursor += characters.Length;
        return LineEdit.Changed;
    }

    private LineEdit InsertBlanks(int count)
    {
        Span<Rune> blanks = stackalloc Rune[TabWidth];
        blanks.Fill(new Rune(' '));
        return Insert(blanks[..count]);
    }

    private LineEdit InsertName(in KeyEvent key)
    {
        Span<byte> name = stackalloc byte[KeyNames.LongestDescription + 2];
        var length = KeyNames.Describe(key, name[1..]) + 2;
        name[0] = (byte)'[';
        name[length - 1] = (byte)']';
        Span<Rune> characters = stackalloc Rune[KeyNames.LongestDescription + 2];
        var count = 0;
        for (var index = 0; index < length; count++)
        {
            Rune.DecodeFromUtf8(name[index..length], out characters[count], out var bytes);
            index += bytes;
        }

        return Insert(characters[..count]);
    }

    private LineEdit Erase(int start, int end)
    {
        start = Math.Max(start, 0);
        end = Math.Min(end, _length);
        if (start >= end)
        {
            return LineEdit.None;
        }

        _text.AsSpan(end, _length - end).CopyTo(_text.AsSpan(start));
        _length -= end - start;
        Cursor = start;
        return LineEdit.Changed;
    }

    private LineEdit MoveTo(int place)
    {
        place = Math.Clamp(place, 0, _length);
        if (place == Cursor)
        {
            return LineEdit.None;
        }

        Cursor = place;
        return LineEdit.Changed;
    }

    private LineEdit Recall(int steps)
    {
        if (!_history.TryMove(steps, Text, out var line))
        {
            return LineEdit.None;
        }

        line.CopyTo(_text);
        _length = line.Length;
        Cursor = _length;
        return LineEdit.Changed;
    }

    /// <summary>Where the word begins that the cursor is in or behind.</summary>
    private int WordStart()
    {
        var place = Cursor;
        while (place > 0 && _text[place - 1].Value == ' ')
        {
            place--;
        }

        while (place > 0 && _text[place - 1].Value != ' ')
        {
            place--;
        }

        return place;
    }
}
