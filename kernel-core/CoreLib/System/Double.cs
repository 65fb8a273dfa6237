using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct Double
    : IComparable, IComparable<double>, IEquatable<double>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<double>,
      IUtf8SpanParsable<double>
{
    private readonly double _value;

    public const double MinValue = -1.7976931348623157E+308;
    public const double MaxValue = 1.7976931348623157E+308;

    // The smallest positive number, a subnormal one.
    public const double Epsilon = 4.9406564584124654E-324;
    public const double NegativeInfinity = -1.0 / 0.0;
    public const double PositiveInfinity = 1.0 / 0.0;
    public const double NaN = 0.0 / 0.0;
    public const double NegativeZero = -0.0;
    public const double E = Math.E;
    public const double Pi = Math.PI;
    public const double Tau = Math.Tau;

    internal const ulong SignMask = 0x8000_0000_0000_0000;
    internal const ulong InfinityBits = 0x7FF0_0000_0000_0000;

    private const NumberStyles DefaultStyle = NumberStyles.Float | NumberStyles.AllowThousands;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFinite(double d) => (BitConverter.DoubleToUInt64Bits(d) & ~SignMask) < InfinityBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInfinity(double d) => (BitConverter.DoubleToUInt64Bits(d) & ~SignMask) == InfinityBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNaN(double d) => d != d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNegative(double d) => (long)(BitConverter.DoubleToUInt64Bits(d)) < 0;

    public static bool IsPositive(double value) => !IsNegative(value);

    public static bool IsNegativeInfinity(double d) => d == NegativeInfinity;

    public static bool IsPositiveInfinity(double d) => d == PositiveInfinity;

    public static bool IsNormal(double d) =>
        (BitConverter.DoubleToUInt64Bits(d) & ~SignMask) - 0x0010_0000_0000_0000 < InfinityBits - 0x0010_0000_0000_0000;

    public static bool IsSubnormal(double d) => (BitConverter.DoubleToUInt64Bits(d) & ~SignMask) - 1 < 0x000F_FFFF_FFFF_FFFF;

    public static bool IsInteger(double value) => IsFinite(value) && value == Math.Truncate(value);

    public static bool IsEvenInteger(double value) => IsInteger(value) && Math.Abs(value % 2) == 0;

    public static bool IsOddInteger(double value) => IsInteger(value) && Math.Abs(value % 2) == 1;

    public static bool IsRealNumber(double value) => !IsNaN(value);

    public static bool IsPow2(double value)
    {
        // A normal power of two has nothing in its fraction, a subnormal one a single bit.
        var bits = BitConverter.DoubleToUInt64Bits(value);
        return (long)bits > 0 && bits < InfinityBits
            && (IsNormal(value) ? bits << 12 == 0 : (bits & (bits - 1)) == 0);
    }

    /// <summary>NaN is less than every number and equal to itself.</summary>
    public int CompareTo(double value)
    {
        if (_value < value)
        {
            return -1;
        }

        if (_value > value)
        {
            return 1;
        }

        return _value == value ? 0 : IsNaN(_value) ? IsNaN(value) ? 0 : -1 : 1;
    }

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        double other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    /// <summary>As the operator, except that NaN equals NaN.</summary>
    public bool Equals(double obj) => _value == obj || (IsNaN(_value) && IsNaN(obj));

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is double other && Equals(other);

    public override int GetHashCode()
    {
        var bits = BitConverter.DoubleToUInt64Bits(_value);
        if (IsNaN(_value) || _value == 0)
        {
            // All NaNs are equal, and so are both zeros.
            bits &= InfinityBits;
        }

        return (int)bits ^ (int)(bits >> 32);
    }

    public override string ToString() => Number.ToShortestString(BitConverter.DoubleToUInt64Bits(_value), FloatType.Double);

    public string ToString(IFormatProvider? provider) => ToString();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string ToString(string? format) =>
        string.IsNullOrEmpty(format) ? ToString() : Number.ToString(BitConverter.DoubleToUInt64Bits(_value), FloatType.Double, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        format.IsEmpty
            ? Number.TryFormatShortest(BitConverter.DoubleToUInt64Bits(_value), FloatType.Double, destination, out charsWritten)
            : Number.TryFormat(BitConverter.DoubleToUInt64Bits(_value), FloatType.Double, format, destination, out charsWritten);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        format.IsEmpty
            ? Number.TryFormatShortest(BitConverter.DoubleToUInt64Bits(_value), FloatType.Double, utf8Destination, out bytesWritten)
            : Number.TryFormat(BitConverter.DoubleToUInt64Bits(_value), FloatType.Double, format, utf8Destination, out bytesWritten);

    public static double Parse(string s) => Parse(s, DefaultStyle);

    public static double Parse(string s, NumberStyles style) =>
        BitConverter.UInt64BitsToDouble(Number.ParseFloat(s, style, FloatType.Double));

    public static double Parse(string s, IFormatProvider? provider) => Parse(s, DefaultStyle);

    public static double Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static double Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, DefaultStyle, provider);

    public static double Parse(ReadOnlySpan<char> s, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) =>
        BitConverter.UInt64BitsToDouble(Number.ParseFloat(s, style, FloatType.Double));

    public static double Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, DefaultStyle, provider);

    public static double Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) =>
        BitConverter.UInt64BitsToDouble(Number.ParseFloat(utf8Text, style, FloatType.Double));

    public static bool TryParse([NotNullWhen(true)] string? s, out double result) => TryParse(s.AsSpan(), DefaultStyle, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out double result) =>
        TryParse(s.AsSpan(), DefaultStyle, provider, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out double result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out double result) => TryParse(s, DefaultStyle, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out double result) =>
        TryParse(s, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out double result)
    {
        var isValid = Number.TryParseFloat(s, style, FloatType.Double, out var bits);
        result = BitConverter.UInt64BitsToDouble(bits);
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out double result) => TryParse(utf8Text, DefaultStyle, null, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out double result) =>
        TryParse(utf8Text, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out double result)
    {
        var isValid = Number.TryParseFloat(utf8Text, style, FloatType.Double, out var bits);
        result = BitConverter.UInt64BitsToDouble(bits);
        return isValid;
    }
}
