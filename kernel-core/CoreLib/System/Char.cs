using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A UTF-16 code unit.</summary>
/// <remarks>
/// ASCII is classified by comparisons; anything else asks <see cref="CharUnicodeInfo"/>, whose tables are then part of the image.
/// </remarks>
public readonly partial struct Char : IComparable, IComparable<char>, IEquatable<char>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<char>
{
    private readonly char _value;

    public const char MaxValue = (char)0xFFFF;
    public const char MinValue = (char)0x0000;

    private const char HighSurrogateStart = '\uD800';
    private const char LowSurrogateStart = '\uDC00';
    private const int SurrogateCount = 0x400;

    public int CompareTo(char value) => _value - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        char other => CompareTo(other),
        _ => throw new ArgumentException("The object to compare with must be a Char."),
    };

    public bool Equals(char obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is char other && _value == other;

    public override int GetHashCode() => _value | (_value << 16);

    public override string ToString() => new(_value, 1);

    public string ToString(IFormatProvider? provider) => ToString();

    public static string ToString(char c) => c.ToString();

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (destination.IsEmpty)
        {
            charsWritten = 0;
            return false;
        }

        destination[0] = _value;
        charsWritten = 1;
        return true;
    }

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        var writer = new NumberWriter(utf8Destination);
        writer.Append(_value);
        return NumberWriter.TryFinish(writer.Length, utf8Destination.Length, out bytesWritten);
    }

    public static char Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return s.Length == 1 ? s[0] : throw new FormatException("String must be exactly one character long.");
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out char result)
    {
        if (s is { Length: 1 })
        {
            result = s[0];
            return true;
        }

        result = '\0';
        return false;
    }

    static char IParsable<char>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<char>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out char result) =>
        TryParse(s, out result);

    static char ISpanParsable<char>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        s.Length == 1 ? s[0] : throw new FormatException("String must be exactly one character long.");

    static bool ISpanParsable<char>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out char result)
    {
        if (s.Length == 1)
        {
            result = s[0];
            return true;
        }

        result = '\0';
        return false;
    }

    public static bool IsAscii(char c) => c < 0x80;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsBetween(char c, char minInclusive, char maxInclusive) =>
        (uint)(c - minInclusive) <= (uint)(maxInclusive - minInclusive);

    public static bool IsAsciiDigit(char c) => IsBetween(c, '0', '9');

    public static bool IsAsciiLetter(char c) => IsBetween((char)(c | 0x20), 'a', 'z');

    public static bool IsAsciiLetterLower(char c) => IsBetween(c, 'a', 'z');

    public static bool IsAsciiLetterUpper(char c) => IsBetween(c, 'A', 'Z');

    public static bool IsAsciiLetterOrDigit(char c) => IsAsciiLetter(c) || IsAsciiDigit(c);

    public static bool IsAsciiHexDigit(char c) => IsAsciiDigit(c) || IsBetween((char)(c | 0x20), 'a', 'f');

    public static bool IsAsciiHexDigitUpper(char c) => IsAsciiDigit(c) || IsBetween(c, 'A', 'F');

    public static bool IsAsciiHexDigitLower(char c) => IsAsciiDigit(c) || IsBetween(c, 'a', 'f');

    public static bool IsControl(char c) => ((c + 1) & ~0x80) <= 0x20;

    public static bool IsDigit(char c) => IsAscii(c) ? IsAsciiDigit(c) : GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsLetter(char c) => IsAscii(c) ? IsAsciiLetter(c) : GetUnicodeCategory(c) <= UnicodeCategory.OtherLetter;

    public static bool IsLetterOrDigit(char c) =>
        IsAscii(c)
            ? IsAsciiLetterOrDigit(c)
            : GetUnicodeCategory(c) is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;

    public static bool IsLower(char c) => IsAscii(c) ? IsAsciiLetterLower(c) : GetUnicodeCategory(c) == UnicodeCategory.LowercaseLetter;

    public static bool IsUpper(char c) => IsAscii(c) ? IsAsciiLetterUpper(c) : GetUnicodeCategory(c) == UnicodeCategory.UppercaseLetter;

    public static bool IsNumber(char c) =>
        IsAscii(c)
            ? IsAsciiDigit(c)
            : GetUnicodeCategory(c) is >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber;

    public static bool IsPunctuation(char c) =>
        GetUnicodeCategory(c) is >= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherPunctuation;

    public static bool IsSymbol(char c) => GetUnicodeCategory(c) is >= UnicodeCategory.MathSymbol and <= UnicodeCategory.OtherSymbol;

    public static bool IsSeparator(char c) =>
        GetUnicodeCategory(c) is >= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.ParagraphSeparator;

    public static bool IsWhiteSpace(char c) => c switch
    {
        ' ' or (>= '\t' and <= '\r') => true,
        < '\u0080' => false,
        '\u0085' or '\u00A0' or '\u1680' or (>= '\u2000' and <= '\u200A') => true,
        '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000' => true,
        _ => false,
    };

    public static bool IsSurrogate(char c) => IsBetween(c, HighSurrogateStart, (char)(LowSurrogateStart + SurrogateCount - 1));

    public static bool IsHighSurrogate(char c) => IsBetween(c, HighSurrogateStart, (char)(HighSurrogateStart + SurrogateCount - 1));

    public static bool IsLowSurrogate(char c) => IsBetween(c, LowSurrogateStart, (char)(LowSurrogateStart + SurrogateCount - 1));

    public static bool IsSurrogatePair(char highSurrogate, char lowSurrogate) =>
        IsHighSurrogate(highSurrogate) && IsLowSurrogate(lowSurrogate);

    public static bool IsSurrogatePair(string s, int index)
    {
        CheckIndex(s, index);
        return index + 1 < s.Length && IsSurrogatePair(s[index], s[index + 1]);
    }

    public static UnicodeCategory GetUnicodeCategory(char c) => CharUnicodeInfo.GetUnicodeCategory(c);

    public static string ConvertFromUtf32(int utf32)
    {
        if ((uint)utf32 > 0x10_FFFF || (utf32 >= 0xD800 && utf32 <= 0xDFFF))
        {
            throw new ArgumentOutOfRangeException(nameof(utf32), "A code point is at most 0x10FFFF and no surrogate (0xD800 to 0xDFFF).");
        }

        if (utf32 < 0x1_0000)
        {
            return ToString((char)utf32);
        }

        ReadOnlySpan<char> pair =
        [
            (char)(HighSurrogateStart + ((utf32 - 0x1_0000) >> 10)),
            (char)(LowSurrogateStart + (utf32 & 0x3FF)),
        ];
        return new string(pair);
    }

    public static int ConvertToUtf32(char highSurrogate, char lowSurrogate)
    {
        if (!IsHighSurrogate(highSurrogate))
        {
            throw new ArgumentOutOfRangeException(nameof(highSurrogate), "A high surrogate is 0xD800 to 0xDBFF.");
        }

        if (!IsLowSurrogate(lowSurrogate))
        {
            throw new ArgumentOutOfRangeException(nameof(lowSurrogate), "A low surrogate is 0xDC00 to 0xDFFF.");
        }

        return 0x1_0000 + ((highSurrogate - HighSurrogateStart) << 10) + (lowSurrogate - LowSurrogateStart);
    }

    public static int ConvertToUtf32(string s, int index)
    {
        CheckIndex(s, index);
        if (!IsSurrogate(s[index]))
        {
            return s[index];
        }

        return IsSurrogatePair(s, index)
            ? ConvertToUtf32(s[index], s[index + 1])
            : throw new ArgumentException("The string has a surrogate without its other half at the index.", nameof(s));
    }

    public static char ToUpperInvariant(char c) => IsAscii(c) ? IsAsciiLetterLower(c) ? (char)(c - 0x20) : c : CharUnicodeInfo.ToUpper(c);

    public static char ToLowerInvariant(char c) => IsAscii(c) ? IsAsciiLetterUpper(c) ? (char)(c + 0x20) : c : CharUnicodeInfo.ToLower(c);

    public static char ToUpper(char c) => ToUpperInvariant(c);

    public static char ToUpper(char c, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return ToUpperInvariant(c);
    }

    public static char ToLower(char c) => ToLowerInvariant(c);

    public static char ToLower(char c, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return ToLowerInvariant(c);
    }

    private static void CheckIndex(string s, int index)
    {
        ArgumentNullException.ThrowIfNull(s);
        if ((uint)index >= (uint)s.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(index), "The index is outside the string.");
        }
    }
}
