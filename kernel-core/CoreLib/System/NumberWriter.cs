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

    private readonly bool Fits => _length <= (_utf8 ? _bytes.Length : _characters.Length);

    /// <summary>The end of a TryFormat: how much was written, 0 and false when it did not fit.</summary>
    public static bool TryFinish(int length, int capacity, out int written)
    {
        var fits = length <= capacity;
        written = fits ? length : 0;
        return fits;
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

    private void AppendUtf8(int codePoint)
    {
        if (char.IsHighSurrogate((char)codePoint))
        {
            _highSurrogate = (char)codePoint;
            return;
        }

        if (char.IsLowSurrogate((char)codePoint) && _highSurrogate != 0)
        {
            codePoint += ((_highSurrogate - 0xD800) << 10) + 0x1_0000 - 0xDC00;
            _highSurrogate = '\0';
        }

        // The first byte says how many follow, each with six bits.
        var following = codePoint < 0x80 ? 0 : codePoint < 0x800 ? 1 : codePoint < 0x1_0000 ? 2 : 3;
        var prefix = following == 0 ? 0 : 0xFF00 >> (following + 1);
        AppendByte(prefix | (codePoint >> (6 * following)));
        while (following > 0)
        {
            following--;
            AppendByte(0x80 | ((codePoint >> (6 * following)) & 0x3F));
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
