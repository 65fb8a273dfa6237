namespace System;

/// <summary>Where a number is written to: a span of UTF-16 or of UTF-8, filled from its start.</summary>
/// <remarks>
/// Text that does not fit is counted and dropped, so that a first pass over a small buffer tells the length for a second one. Allocates
/// nothing.
/// </remarks>
internal ref struct NumberWriter
{
    private readonly Span<char> _characters;
    private readonly Span<byte> _bytes;
    private readonly bool _utf8;
    private char _highSurrogate;
    private int _length;

    public NumberWriter(Span<char> destination)
    {
        _characters = destination;
    }

    public NumberWriter(Span<byte> utf8Destination)
    {
        _bytes = utf8Destination;
        _utf8 = true;
    }

    /// <summary>How many units the text has, also when fewer fitted.</summary>
    public readonly int Length => _length;

    public readonly bool Fits => _length <= (_utf8 ? _bytes.Length : _characters.Length);

    /// <summary>The end of a TryFormat: how much was written, 0 and false when it did not fit.</summary>
    public readonly bool TryFinish(out int written)
    {
        written = Fits ? _length : 0;
        return Fits;
    }

    public void Append(char character)
    {
        if (_utf8)
        {
            AppendUtf8(character);
            return;
        }

        if ((uint)_length < (uint)_characters.Length)
        {
            _characters[_length] = character;
        }

        _length++;
    }

    public void Append(char character, int count)
    {
        for (; count > 0; count--)
        {
            Append(character);
        }
    }

    public void Append(scoped ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            Append(character);
        }
    }

    /// <summary>Puts an ASCII character before everything written so far.</summary>
    public void InsertAtStart(char character)
    {
        Append(character);
        if (!Fits)
        {
            return;
        }

        if (_utf8)
        {
            _bytes[..(_length - 1)].CopyTo(_bytes[1..]);
            _bytes[0] = (byte)character;
        }
        else
        {
            _characters[..(_length - 1)].CopyTo(_characters[1..]);
            _characters[0] = character;
        }
    }

    private void AppendUtf8(char character)
    {
        if (character < 0x80)
        {
            AppendByte(character);
        }
        else if (character < 0x800)
        {
            AppendByte(0xC0 | (character >> 6));
            AppendByte(0x80 | (character & 0x3F));
        }
        else if (char.IsHighSurrogate(character))
        {
            _highSurrogate = character;
        }
        else if (char.IsLowSurrogate(character) && _highSurrogate != 0)
        {
            var codePoint = char.ConvertToUtf32(_highSurrogate, character);
            _highSurrogate = '\0';
            AppendByte(0xF0 | (codePoint >> 18));
            AppendByte(0x80 | ((codePoint >> 12) & 0x3F));
            AppendByte(0x80 | ((codePoint >> 6) & 0x3F));
            AppendByte(0x80 | (codePoint & 0x3F));
        }
        else
        {
            AppendByte(0xE0 | (character >> 12));
            AppendByte(0x80 | ((character >> 6) & 0x3F));
            AppendByte(0x80 | (character & 0x3F));
        }
    }

    private void AppendByte(int value)
    {
        if ((uint)_length < (uint)_bytes.Length)
        {
            _bytes[_length] = (byte)value;
        }

        _length++;
    }
}
