using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct UIntPtr
    : IComparable, IComparable<nuint>, IEquatable<nuint>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<nuint>,
      IUtf8SpanParsable<nuint>
{
    private const int Width = 64;

    private readonly nuint _value;

    public static readonly nuint Zero = 0;

    public UIntPtr(uint value)
    {
        _value = value;
    }

    public UIntPtr(ulong value)
    {
        _value = checked((nuint)value);
    }

    public unsafe UIntPtr(void* value)
    {
        _value = (nuint)value;
    }

    public static nuint MaxValue => unchecked((nuint)ulong.MaxValue);

    public static nuint MinValue => 0;

    public static int Size => sizeof(ulong);

    public uint ToUInt32() => checked((uint)_value);

    public ulong ToUInt64() => _value;

    public unsafe void* ToPointer() => (void*)_value;

    public static nuint Add(nuint pointer, int offset) => pointer + (nuint)offset;

    public static nuint Subtract(nuint pointer, int offset) => pointer - (nuint)offset;

    public int CompareTo(nuint value) => _value < value ? -1 : _value > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        nuint other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(nuint obj) => _value == obj;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is nuint other && _value == other;

    public override int GetHashCode() => ((ulong)_value).GetHashCode();

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

    public static nuint Parse(string s) => (nuint)Number.ParseDecimal(s, Width, isSigned: false);

    public static nuint Parse(string s, NumberStyles style) => (nuint)Number.ParseInteger(s, style, Width, isSigned: false);

    public static nuint Parse(string s, IFormatProvider? provider) => Parse(s);

    public static nuint Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static nuint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => (nuint)Number.ParseDecimal(s, Width, isSigned: false);

    public static nuint Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (nuint)Number.ParseInteger(s, style, Width, isSigned: false);

    public static nuint Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) =>
        (nuint)Number.ParseDecimal(utf8Text, Width, isSigned: false);

    public static nuint Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null) =>
        (nuint)Number.ParseInteger(utf8Text, style, Width, isSigned: false);

    public static bool TryParse([NotNullWhen(true)] string? s, out nuint result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out nuint result) =>
        TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out nuint result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out nuint result)
    {
        var isValid = Number.TryParseDecimal(s, Width, isSigned: false, out var value);
        result = (nuint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out nuint result) => TryParse(s, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out nuint result)
    {
        var isValid = Number.TryParseInteger(s, style, Width, isSigned: false, out var value);
        result = (nuint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out nuint result)
    {
        var isValid = Number.TryParseDecimal(utf8Text, Width, isSigned: false, out var value);
        result = (nuint)value;
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out nuint result) => TryParse(utf8Text, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out nuint result)
    {
        var isValid = Number.TryParseInteger(utf8Text, style, Width, isSigned: false, out var value);
        result = (nuint)value;
        return isValid;
    }
}
