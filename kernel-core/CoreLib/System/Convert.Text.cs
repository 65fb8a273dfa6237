namespace System;

public static partial class Convert
{
    private static ReadOnlySpan<byte> Base64Digits => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;

    /// <summary>The bytes in uppercase hexadecimal.</summary>
    public static string ToHexString(ReadOnlySpan<byte> bytes) => ToHexString(bytes, letterCase: 0);

    /// <inheritdoc cref="ToHexString(ReadOnlySpan{byte})"/>
    public static string ToHexString(byte[] inArray)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        return ToHexString(inArray.AsSpan());
    }

    /// <inheritdoc cref="ToHexString(ReadOnlySpan{byte})"/>
    public static string ToHexString(byte[] inArray, int offset, int length)
    {
        CheckRange(inArray, offset, length);
        return ToHexString(inArray.AsSpan(offset, length));
    }

    /// <summary>The bytes in lowercase hexadecimal.</summary>
    public static string ToHexStringLower(ReadOnlySpan<byte> bytes) => ToHexString(bytes, letterCase: 0x20);

    /// <inheritdoc cref="ToHexStringLower(ReadOnlySpan{byte})"/>
    public static string ToHexStringLower(byte[] inArray)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        return ToHexStringLower(inArray.AsSpan());
    }

    /// <inheritdoc cref="ToHexStringLower(ReadOnlySpan{byte})"/>
    public static string ToHexStringLower(byte[] inArray, int offset, int length)
    {
        CheckRange(inArray, offset, length);
        return ToHexStringLower(inArray.AsSpan(offset, length));
    }

    /// <summary>The bytes that pairs of hexadecimal digits of either case stand for.</summary>
    /// <exception cref="FormatException">The length is odd, or a character is no digit.</exception>
    public static byte[] FromHexString(ReadOnlySpan<char> chars)
    {
        if (chars.Length % 2 != 0)
        {
            throw new FormatException("The input is not a valid hex string as its length is not a multiple of 2.");
        }

        var bytes = new byte[chars.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)((HexValue(chars[2 * i]) << 4) | HexValue(chars[(2 * i) + 1]));
        }

        return bytes;
    }

    /// <inheritdoc cref="FromHexString(ReadOnlySpan{char})"/>
    public static byte[] FromHexString(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return FromHexString(s.AsSpan());
    }

    /// <summary>The bytes in base 64 (RFC 4648, section 4).</summary>
    public static string ToBase64String(ReadOnlySpan<byte> bytes)
    {
        var text = Number.NewString((bytes.Length + 2) / 3 * 4, out var characters);
        var written = 0;
        for (var i = 0; i < bytes.Length; i += 3)
        {
            var available = Math.Min(3, bytes.Length - i);
            var group = (bytes[i] << 16) | (available > 1 ? bytes[i + 1] << 8 : 0) | (available > 2 ? bytes[i + 2] : 0);
            for (var digit = 0; digit < 4; digit++)
            {
                characters[written++] = digit <= available ? (char)Base64Digits[(group >> (18 - (6 * digit))) & 0x3F] : '=';
            }
        }

        return text;
    }

    /// <inheritdoc cref="ToBase64String(ReadOnlySpan{byte})"/>
    public static string ToBase64String(byte[] inArray)
    {
        ArgumentNullException.ThrowIfNull(inArray);
        return ToBase64String(inArray.AsSpan());
    }

    /// <inheritdoc cref="ToBase64String(ReadOnlySpan{byte})"/>
    public static string ToBase64String(byte[] inArray, int offset, int length)
    {
        CheckRange(inArray, offset, length);
        return ToBase64String(inArray.AsSpan(offset, length));
    }

    /// <summary>The bytes that base 64 stands for. White space between the digits is passed over.</summary>
    /// <exception cref="FormatException">The digits are not in groups of four, or something else is among them.</exception>
    public static byte[] FromBase64String(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var digits = 0;
        var padding = 0;
        foreach (var character in s)
        {
            if (character == '=')
            {
                padding++;
            }
            else if (!IsBase64WhiteSpace(character))
            {
                // Nothing but padding follows padding.
                digits = padding == 0 ? digits + 1 : throw InvalidBase64();
            }
        }

        if ((digits + padding) % 4 != 0 || padding > 2)
        {
            throw InvalidBase64();
        }

        var bytes = new byte[digits * 3 / 4];
        var written = 0;
        var bits = 0;
        var bitCount = 0;
        foreach (var character in s)
        {
            if (character == '=' || IsBase64WhiteSpace(character))
            {
                continue;
            }

            bits = (bits << 6) | Base64Value(character);
            bitCount += 6;
            if (bitCount >= 8)
            {
                bitCount -= 8;
                bytes[written++] = (byte)(bits >> bitCount);
            }
        }

        return bytes;
    }

    private static string ToHexString(ReadOnlySpan<byte> bytes, int letterCase)
    {
        var text = Number.NewString(bytes.Length * 2, out var characters);
        for (var i = 0; i < bytes.Length; i++)
        {
            // Digits have the bit of lower case set already.
            characters[2 * i] = (char)(Number.HexDigit(bytes[i] >> 4) | letterCase);
            characters[(2 * i) + 1] = (char)(Number.HexDigit(bytes[i]) | letterCase);
        }

        return text;
    }

    private static int HexValue(char character)
    {
        var value = Number.DigitValue(character);
        return value < 16 ? (int)value : throw new FormatException("A character is not a hexadecimal digit.");
    }

    private static bool IsBase64WhiteSpace(char character) => character is ' ' or '\t' or '\r' or '\n';

    private static int Base64Value(char character) => character switch
    {
        >= 'A' and <= 'Z' => character - 'A',
        >= 'a' and <= 'z' => character - 'a' + 26,
        >= '0' and <= '9' => character - '0' + 52,
        '+' => 62,
        '/' => 63,
        _ => throw InvalidBase64(),
    };

    private static FormatException InvalidBase64() => new("The text is not base 64.");

    /// <summary>An integer in base 2, 8, 10 or 16 (lower case), negative numbers in two's complement except in base 10.</summary>
    /// <exception cref="ArgumentException">The base is another one.</exception>
    private static string FormatRadix(long value, int toBase, int width)
    {
        CheckBase(toBase);
        if (toBase == 10)
        {
            return Number.ToDecimalString(value);
        }

        var bitsPerDigit = toBase == 16 ? 4 : toBase == 8 ? 3 : 1;
        var bits = (ulong)value & (ulong.MaxValue >> (64 - width));
        Span<char> buffer = stackalloc char[64];
        var start = buffer.Length;
        do
        {
            buffer[--start] = (char)(Number.HexDigit((int)bits & (toBase - 1)) | 0x20);
            bits >>= bitsPerDigit;
        }
        while (bits != 0);

        return new string(buffer[start..]);
    }

    /// <summary>
    /// Reads an integer in base 2, 8, 10 or 16, with an optional sign (minus only in base 10) and 0x before hexadecimal; 0 for null.
    /// </summary>
    /// <exception cref="ArgumentException">The base is another one, or there is a minus sign outside base 10.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The text is empty.</exception>
    /// <exception cref="FormatException">The text is not a number.</exception>
    /// <exception cref="OverflowException">The number does not fit. Outside base 10, all bits of the type may be used.</exception>
    private static ulong ParseRadix(string? value, int fromBase, int width, bool isSigned)
    {
        CheckBase(fromBase);
        if (value is null)
        {
            return 0;
        }

        if (value.Length == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "There are no digits.");
        }

        var i = 0;
        var isNegative = value[0] == '-';
        if (isNegative)
        {
            if (fromBase != 10)
            {
                throw new ArgumentException("Only base 10 has a minus sign.");
            }

            if (!isSigned)
            {
                throw new OverflowException("The type has no negative numbers.");
            }

            i++;
        }
        else if (value[0] == '+')
        {
            i++;
        }

        if (fromBase == 16 && i + 1 < value.Length && value[i] == '0' && (value[i + 1] | 0x20) == 'x')
        {
            i += 2;
        }

        ulong magnitude = 0;
        var fits = true;
        var start = i;
        for (; i < value.Length && Number.DigitValue(value[i]) is var digit && digit < (uint)fromBase; i++)
        {
            fits &= magnitude <= (ulong.MaxValue - digit) / (uint)fromBase;
            magnitude = (magnitude * (uint)fromBase) + digit;
        }

        if (i == start)
        {
            ThrowHelper.ThrowFormatException("Could not find any recognizable digits.");
        }

        if (i < value.Length)
        {
            ThrowHelper.ThrowFormatException("Additional non-parsable characters are at the end of the string.");
        }

        var largest = ulong.MaxValue >> (fromBase == 10 && isSigned ? 65 - width : 64 - width);
        if (!fits || magnitude > largest + (isNegative ? 1u : 0u))
        {
            Number.ThrowOutOfRange(Number.IntegerName(width, isSigned));
        }

        return isNegative ? 0 - magnitude : magnitude;
    }

    private static void CheckBase(int radix)
    {
        if (radix is not (2 or 8 or 10 or 16))
        {
            throw new ArgumentException("Invalid Base.");
        }
    }

    private static void CheckRange(byte[] array, int offset, int length)
    {
        ArgumentNullException.ThrowIfNull(array, "inArray");
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, array.Length - length);
    }
}
