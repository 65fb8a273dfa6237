using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct UInt32
    : IComparable, IComparable<uint>, IEquatable<uint>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<uint>, IUtf8SpanParsable<uint>
{
    private const int Width = 32;

    private readonly uint _value;

    public const uint MaxValue = 4_294_967_295;
    public const uint MinValue = 0;

    public int CompareTo(uint value) => _value < value ? -1 : _value > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        uint other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(uint obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is uint other && _value == other;

    public override int GetHashCode() => (int)_value;

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

    public static uint Parse(string s) => (uint)Number.ParseDecimal(s, Width, isSigned: false);

    public static uint Parse(string s, NumberStyles style) => (uint)Number.ParseInteger(s, style, Width, isSigned: false);

    public static uint Parse(string s, IFormatProvider? provider) => Parse(s);

    public static uint Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static uint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (uint)Number.ParseDecimal(s, Width, isSigned: false);

    public static uint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (uint)Number.ParseInteger(s, style, Width, isSigned: false);

    public static uint Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (uint)Number.ParseDecimal(utf8Text, Width, isSigned: false);

    public static uint Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (uint)Number.ParseInteger(utf8Text, style, Width, isSigned: false);

    public static bool TryParse([NotNullWhen(true)] string? s, out uint result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out uint result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out uint result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out uint result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: false, out var value);
        result = (uint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out uint result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out uint result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: false, out var value);
        result = (uint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out uint result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: false, out var value);
        result = (uint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out uint result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out uint result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: false, out var value);
        result = (uint)value;
        return isValid;
    }
}
