using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct SByte
    : IComparable, IComparable<sbyte>, IEquatable<sbyte>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<sbyte>,
      IUtf8SpanParsable<sbyte>
{
    private const int Width = 8;

    private readonly sbyte _value;

    public const sbyte MaxValue = 127;
    public const sbyte MinValue = -128;

    public int CompareTo(sbyte value) => _value - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        sbyte other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(sbyte obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is sbyte other && _value == other;

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

    public static sbyte Parse(string s) => (sbyte)Number.ParseDecimal(s, Width, isSigned: true);

    public static sbyte Parse(string s, NumberStyles style) => (sbyte)Number.ParseInteger(s, style, Width, isSigned: true);

    public static sbyte Parse(string s, IFormatProvider? provider) => Parse(s);

    public static sbyte Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static sbyte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (sbyte)Number.ParseDecimal(s, Width, isSigned: true);

    public static sbyte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (sbyte)Number.ParseInteger(s, style, Width, isSigned: true);

    public static sbyte Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (sbyte)Number.ParseDecimal(utf8Text, Width, isSigned: true);

    public static sbyte Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (sbyte)Number.ParseInteger(utf8Text, style, Width, isSigned: true);

    public static bool TryParse([NotNullWhen(true)] string? s, out sbyte result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out sbyte result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out sbyte result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out sbyte result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: true, out var value);
        result = (sbyte)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out sbyte result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out sbyte result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: true, out var value);
        result = (sbyte)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out sbyte result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: true, out var value);
        result = (sbyte)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out sbyte result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out sbyte result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: true, out var value);
        result = (sbyte)value;
        return isValid;
    }
}
