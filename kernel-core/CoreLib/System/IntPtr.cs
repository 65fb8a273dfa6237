using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct IntPtr
    : IComparable, IComparable<nint>, IEquatable<nint>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<nint>, IUtf8SpanParsable<nint>
{
    private const int Width = 64;

    private readonly nint _value;

    public static readonly nint Zero = 0;

    public IntPtr(int value)
    {
        _value = value;
    }

    public IntPtr(long value)
    {
        _value = checked((nint)value);
    }

    public unsafe IntPtr(void* value)
    {
        _value = (nint)value;
    }

    public static nint MaxValue => unchecked((nint)long.MaxValue);

    public static nint MinValue => unchecked((nint)long.MinValue);

    public static int Size => sizeof(long);

    public int ToInt32() => checked((int)_value);

    public long ToInt64() => _value;

    public unsafe void* ToPointer() => (void*)_value;

    public static nint Add(nint pointer, int offset) => pointer + offset;

    public static nint Subtract(nint pointer, int offset) => pointer - offset;

    public int CompareTo(nint value) => _value < value ? -1 : _value > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        nint other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(nint obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is nint other && _value == other;

    public override int GetHashCode() => ((long)_value).GetHashCode();

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

    public static nint Parse(string s) => (nint)Number.ParseDecimal(s, Width, isSigned: true);

    public static nint Parse(string s, NumberStyles style) => (nint)Number.ParseInteger(s, style, Width, isSigned: true);

    public static nint Parse(string s, IFormatProvider? provider) => Parse(s);

    public static nint Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static nint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (nint)Number.ParseDecimal(s, Width, isSigned: true);

    public static nint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (nint)Number.ParseInteger(s, style, Width, isSigned: true);

    public static nint Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (nint)Number.ParseDecimal(utf8Text, Width, isSigned: true);

    public static nint Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (nint)Number.ParseInteger(utf8Text, style, Width, isSigned: true);

    public static bool TryParse([NotNullWhen(true)] string? s, out nint result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out nint result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out nint result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out nint result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: true, out var value);
        result = (nint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out nint result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out nint result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: true, out var value);
        result = (nint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out nint result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: true, out var value);
        result = (nint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out nint result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out nint result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: true, out var value);
        result = (nint)value;
        return isValid;
    }
}
