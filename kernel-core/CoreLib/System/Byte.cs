using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct Byte
    : IComparable, IComparable<byte>, IEquatable<byte>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<byte>, IUtf8SpanParsable<byte>
{
    private const int Width = 8;

    private readonly byte _value;

    public const byte MaxValue = 255;
    public const byte MinValue = 0;

    public int CompareTo(byte value) => _value - value;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        byte other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(byte obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is byte other && _value == other;

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

    public static byte Parse(string s) => (byte)Number.ParseDecimal(s, Width, isSigned: false);

    public static byte Parse(string s, NumberStyles style) => (byte)Number.ParseInteger(s, style, Width, isSigned: false);

    public static byte Parse(string s, IFormatProvider? provider) => Parse(s);

    public static byte Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static byte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (byte)Number.ParseDecimal(s, Width, isSigned: false);

    public static byte Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (byte)Number.ParseInteger(s, style, Width, isSigned: false);

    public static byte Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (byte)Number.ParseDecimal(utf8Text, Width, isSigned: false);

    public static byte Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (byte)Number.ParseInteger(utf8Text, style, Width, isSigned: false);

    public static bool TryParse([NotNullWhen(true)] string? s, out byte result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out byte result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out byte result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out byte result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: false, out var value);
        result = (byte)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out byte result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out byte result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: false, out var value);
        result = (byte)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out byte result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: false, out var value);
        result = (byte)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out byte result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out byte result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: false, out var value);
        result = (byte)value;
        return isValid;
    }
}
