using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct UInt64
    : IComparable, IComparable<ulong>, IEquatable<ulong>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<ulong>,
      IUtf8SpanParsable<ulong>
{
    private const int Width = 64;

    private readonly ulong _value;

    public const ulong MaxValue = 18_446_744_073_709_551_615;
    public const ulong MinValue = 0;

    public int CompareTo(ulong value) => _value < value ? -1 : _value > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        ulong other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(ulong obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is ulong other && _value == other;

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

    public static ulong Parse(string s) => (ulong)Number.ParseDecimal(s, Width, isSigned: false);

    public static ulong Parse(string s, NumberStyles style) => (ulong)Number.ParseInteger(s, style, Width, isSigned: false);

    public static ulong Parse(string s, IFormatProvider? provider) => Parse(s);

    public static ulong Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static ulong Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (ulong)Number.ParseDecimal(s, Width, isSigned: false);

    public static ulong Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (ulong)Number.ParseInteger(s, style, Width, isSigned: false);

    public static ulong Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (ulong)Number.ParseDecimal(utf8Text, Width, isSigned: false);

    public static ulong Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (ulong)Number.ParseInteger(utf8Text, style, Width, isSigned: false);

    public static bool TryParse([NotNullWhen(true)] string? s, out ulong result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ulong result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out ulong result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out ulong result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: false, out var value);
        result = (ulong)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ulong result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ulong result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: false, out var value);
        result = (ulong)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out ulong result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: false, out var value);
        result = (ulong)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out ulong result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out ulong result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: false, out var value);
        result = (ulong)value;
        return isValid;
    }
}
