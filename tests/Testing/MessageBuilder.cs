using System;

namespace Tarn.Testing;

/// <summary>
/// Puts a message together in a buffer of the caller's, as UTF-8. What does not fit is cut, and the message then ends in "…".
/// </summary>
/// <remarks>Does not allocate, so that a failure can be reported with the heap exhausted.</remarks>
public ref struct MessageBuilder
{
    private readonly Span<byte> _buffer;
    private int _length;
    private bool _isFull;
    private char _highSurrogate;

    /// <summary>An empty message.</summary>
    /// <param name="buffer">Where it is put together; at least 4 bytes.</param>
    public MessageBuilder(Span<byte> buffer)
    {
        _buffer = buffer;
        _length = 0;
        _isFull = false;
        _highSurrogate = '\0';
    }

    private static ReadOnlySpan<byte> Ellipsis => "…"u8;

    /// <summary>The message so far, in UTF-8.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer.Slice(0, _length);

    /// <summary>Appends text; an unpaired surrogate becomes U+FFFD.</summary>
    public void Append(string? text)
    {
        if (text is not null)
        {
            Append(text.AsSpan());
        }
    }

    /// <summary>Appends text that is UTF-8 already; it is cut between two characters where it does not fit.</summary>
    public void Append(scoped ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var length = 1;
            while (length < text.Length && (text[length] & 0xC0) == 0x80)
            {
                length++;
            }

            AppendWhole(text.Slice(0, length));
            text = text.Slice(length);
        }
    }

    /// <inheritdoc cref="Append(string)"/>
    public void Append(scoped ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            Append(character);
        }

        if (_highSurrogate != '\0')
        {
            _highSurrogate = '\0';
            AppendScalar(0xFFFD);
        }
    }

    /// <summary>Appends text in quotation marks, or <c>null</c>; what cannot be seen, and the quotation mark, as C# writes it.</summary>
    public void AppendQuoted(string? text)
    {
        if (text is null)
        {
            Append("null");
            return;
        }

        Append("\"");
        foreach (var character in text)
        {
            switch (character)
            {
                case '\n':
                    Append("\\n");
                    break;
                case '\r':
                    Append("\\r");
                    break;
                case '\t':
                    Append("\\t");
                    break;
                case '\\':
                    Append("\\\\");
                    break;
                case '"':
                    Append("\\\"");
                    break;
                case < ' ':
                    Append("\\u");
                    AppendHexadecimal(character, 4);
                    break;
                default:
                    Append(character);
                    break;
            }
        }

        Append("\"");
    }

    /// <summary>Appends a number in decimal digits.</summary>
    public void AppendNumber(long value)
    {
        if (value < 0)
        {
            AppendScalar('-');
        }

        var rest = value < 0 ? 0UL - (ulong)value : (ulong)value;
        Span<byte> digits = stackalloc byte[20];
        var start = digits.Length;
        do
        {
            digits[--start] = (byte)('0' + (int)(rest % 10));
            rest /= 10;
        }
        while (rest != 0);

        AppendWhole(digits.Slice(start));
    }

    /// <summary>Appends <c>0x</c> and a number in lower-case hexadecimal digits, without leading zeros.</summary>
    public void AppendAddress(ulong value)
    {
        Append("0x"u8);
        var shift = 60;
        while (shift > 0 && value >> shift == 0)
        {
            shift -= 4;
        }

        for (; shift >= 0; shift -= 4)
        {
            AppendWhole("0123456789abcdef"u8.Slice((int)(value >> shift) & 0xF, 1));
        }
    }

    /// <summary>Appends a number in upper-case hexadecimal digits.</summary>
    public void AppendHexadecimal(ulong value, int digits)
    {
        for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        {
            var digit = (uint)(value >> shift) & 0xF;
            AppendScalar(digit < 10 ? '0' + digit : 'A' + digit - 10);
        }
    }

    private void Append(char character)
    {
        if (character is >= '\uD800' and <= '\uDBFF')
        {
            if (_highSurrogate != '\0')
            {
                AppendScalar(0xFFFD);
            }

            _highSurrogate = character;
            return;
        }

        if (character is >= '\uDC00' and <= '\uDFFF')
        {
            AppendScalar(_highSurrogate == '\0' ? 0xFFFD : 0x10000 + (((uint)_highSurrogate - 0xD800) << 10) + character - 0xDC00);
            _highSurrogate = '\0';
            return;
        }

        if (_highSurrogate != '\0')
        {
            _highSurrogate = '\0';
            AppendScalar(0xFFFD);
        }

        AppendScalar(character);
    }

    private void AppendScalar(uint scalar)
    {
        Span<byte> bytes = stackalloc byte[4];
        int size;
        if (scalar < 0x80)
        {
            bytes[0] = (byte)scalar;
            size = 1;
        }
        else if (scalar < 0x800)
        {
            bytes[0] = (byte)(0xC0 | (scalar >> 6));
            bytes[1] = (byte)(0x80 | (scalar & 0x3F));
            size = 2;
        }
        else if (scalar < 0x10000)
        {
            bytes[0] = (byte)(0xE0 | (scalar >> 12));
            bytes[1] = (byte)(0x80 | ((scalar >> 6) & 0x3F));
            bytes[2] = (byte)(0x80 | (scalar & 0x3F));
            size = 3;
        }
        else
        {
            bytes[0] = (byte)(0xF0 | (scalar >> 18));
            bytes[1] = (byte)(0x80 | ((scalar >> 12) & 0x3F));
            bytes[2] = (byte)(0x80 | ((scalar >> 6) & 0x3F));
            bytes[3] = (byte)(0x80 | (scalar & 0x3F));
            size = 4;
        }

        AppendWhole(bytes.Slice(0, size));
    }

    /// <summary>Appends whole characters, or nothing and the ellipsis; room for that is kept free to the end.</summary>
    private void AppendWhole(scoped ReadOnlySpan<byte> bytes)
    {
        if (_isFull)
        {
            return;
        }

        if (_length + bytes.Length > _buffer.Length - Ellipsis.Length)
        {
            _isFull = true;
            bytes = Ellipsis;
        }

        bytes.CopyTo(_buffer.Slice(_length));
        _length += bytes.Length;
    }
}
