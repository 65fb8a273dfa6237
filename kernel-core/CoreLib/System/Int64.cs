using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct Int64
    : IComparable, IComparable<long>, IEquatable<long>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<long>, IUtf8SpanParsable<long>
{
    private const int Width = 64;

    private readonly long _value;

    public const long MaxValue = 9_223_372_036_854_775_807;
    public const long MinValue = -9_223_372_036_854_775_808;

    public int CompareTo(long value) => _value < value ? -1 : _value > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        long other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(long obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is long other && _value == other;

    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);

    public override string ToString() => Number.ToDecimalString(_value);

    public string ToString(IFormatProvider? provider) => Number.ToDecimalString(_value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string ToString(string? format) =>
        string.IsNullOrEmpty(format) ? Number.ToDecimalString(_value) : Number.ToString(_value, Width, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        format.IsEmpty
            ? Number.TryFormatDecimal(_value, destination, out charsWritten)
            : Number.TryFormat(_value, Width, format, destination, out charsWritten);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        format.IsEmpty
            ? Number.TryFormatDecimal(_value, utf8Destination, out bytesWritten)
            : Number.TryFormat(_value, Width, format, utf8Destination, out bytesWritten);

    public static long Parse(string s) => (long)Number.ParseDecimal(s, Width, isSigned: true);

    public static long Parse(string s, NumberStyles style) => (long)Number.ParseInteger(s, style, Width, isSigned: true);

    public static long Parse(string s, IFormatProvider? provider) => Parse(s);

    public static long Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static long Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (long)Number.ParseDecimal(s, Width, isSigned: true);

    public static long Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (long)Number.ParseInteger(s, style, Width, isSigned: true);

    public static long Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (long)Number.ParseDecimal(utf8Text, Width, isSigned: true);

    public static long Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (long)Number.ParseInteger(utf8Text, style, Width, isSigned: true);

    public static bool TryParse([NotNullWhen(true)] string? s, out long result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out long result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out long result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out long result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: true, out var value);
        result = (long)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out long result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out long result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: true, out var value);
        result = (long)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out long result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: true, out var value);
        result = (long)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out long result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out long result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: true, out var value);
        result = (long)value;
        return isValid;
    }
}
