using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct Int32
    : IComparable, IComparable<int>, IEquatable<int>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<int>, IUtf8SpanParsable<int>
{
    private const int Width = 32;

    private readonly int _value;

    public const int MaxValue = 2_147_483_647;
    public const int MinValue = -2_147_483_648;

    public int CompareTo(int value) => _value < value ? -1 : _value > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        int other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(int obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is int other && _value == other;

    public override int GetHashCode() => _value;

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

    public static int Parse(string s) => (int)Number.ParseDecimal(s, Width, isSigned: true);

    public static int Parse(string s, NumberStyles style) => (int)Number.ParseInteger(s, style, Width, isSigned: true);

    public static int Parse(string s, IFormatProvider? provider) => Parse(s);

    public static int Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static int Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (int)Number.ParseDecimal(s, Width, isSigned: true);

    public static int Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (int)Number.ParseInteger(s, style, Width, isSigned: true);

    public static int Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (int)Number.ParseDecimal(utf8Text, Width, isSigned: true);

    public static int Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (int)Number.ParseInteger(utf8Text, style, Width, isSigned: true);

    public static bool TryParse([NotNullWhen(true)] string? s, out int result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out int result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out int result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out int result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: true, out var value);
        result = (int)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out int result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out int result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: true, out var value);
        result = (int)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out int result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: true, out var value);
        result = (int)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out int result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out int result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: true, out var value);
        result = (int)value;
        return isValid;
    }
}
