using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

public readonly partial struct Single
    : IComparable, IComparable<float>, IEquatable<float>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<float>,
      IUtf8SpanParsable<float>
{
    private readonly float _value;

    public const float MinValue = -3.40282346638528859E+38f;
    public const float MaxValue = 3.40282346638528859E+38f;

    // The smallest positive number, a subnormal one.
    public const float Epsilon = 1.4E-45f;
    public const float NegativeInfinity = -1.0f / 0.0f;
    public const float PositiveInfinity = 1.0f / 0.0f;
    public const float NaN = 0.0f / 0.0f;
    public const float NegativeZero = -0.0f;
    public const float E = MathF.E;
    public const float Pi = MathF.PI;
    public const float Tau = MathF.Tau;

    internal const uint SignMask = 0x8000_0000;
    internal const uint InfinityBits = 0x7F80_0000;

    private const NumberStyles DefaultStyle = NumberStyles.Float | NumberStyles.AllowThousands;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFinite(float f) => (BitConverter.SingleToUInt32Bits(f) & ~SignMask) < InfinityBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsInfinity(float f) => (BitConverter.SingleToUInt32Bits(f) & ~SignMask) == InfinityBits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNaN(float f) => f != f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNegative(float f) => (int)(BitConverter.SingleToUInt32Bits(f)) < 0;

    public static bool IsPositive(float value) => !IsNegative(value);

    public static bool IsNegativeInfinity(float f) => f == NegativeInfinity;

    public static bool IsPositiveInfinity(float f) => f == PositiveInfinity;

    public static bool IsNormal(float f) =>
        (BitConverter.SingleToUInt32Bits(f) & ~SignMask) - 0x0080_0000 < InfinityBits - 0x0080_0000;

    public static bool IsSubnormal(float f) => (BitConverter.SingleToUInt32Bits(f) & ~SignMask) - 1 < 0x007F_FFFF;

    public static bool IsInteger(float value) => IsFinite(value) && value == MathF.Truncate(value);

    public static bool IsEvenInteger(float value) => IsInteger(value) && MathF.Abs(value % 2) == 0;

    public static bool IsOddInteger(float value) => IsInteger(value) && MathF.Abs(value % 2) == 1;

    public static bool IsRealNumber(float value) => !IsNaN(value);

    public static bool IsPow2(float value)
    {
        // A normal power of two has nothing in its fraction, a subnormal one a single bit.
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (int)bits > 0 && bits < InfinityBits
            && (IsNormal(value) ? bits << 9 == 0 : (bits & (bits - 1)) == 0);
    }

    /// <summary>NaN is less than every number and equal to itself.</summary>
    public int CompareTo(float value)
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
        float other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    /// <summary>As the operator, except that NaN equals NaN.</summary>
    public bool Equals(float obj) => _value == obj || (IsNaN(_value) && IsNaN(obj));

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is float other && Equals(other);

    public override int GetHashCode()
    {
        var bits = BitConverter.SingleToUInt32Bits(_value);
        if (IsNaN(_value) || _value == 0)
        {
            // All NaNs are equal, and so are both zeros.
            bits &= InfinityBits;
        }

        return (int)bits;
    }

    public override string ToString() => Number.ToShortestString(BitConverter.SingleToUInt32Bits(_value), FloatType.Single);

    public string ToString(IFormatProvider? provider) => ToString();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public string ToString(string? format) =>
        string.IsNullOrEmpty(format) ? ToString() : Number.ToString(BitConverter.SingleToUInt32Bits(_value), FloatType.Single, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        format.IsEmpty
            ? Number.TryFormatShortest(BitConverter.SingleToUInt32Bits(_value), FloatType.Single, destination, out charsWritten)
            : Number.TryFormat(BitConverter.SingleToUInt32Bits(_value), FloatType.Single, format, destination, out charsWritten);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        format.IsEmpty
            ? Number.TryFormatShortest(BitConverter.SingleToUInt32Bits(_value), FloatType.Single, utf8Destination, out bytesWritten)
            : Number.TryFormat(BitConverter.SingleToUInt32Bits(_value), FloatType.Single, format, utf8Destination, out bytesWritten);

    public static float Parse(string s) => Parse(s, DefaultStyle);

    public static float Parse(string s, NumberStyles style) =>
        BitConverter.UInt32BitsToSingle((uint)Number.ParseFloat(s, style, FloatType.Single));

    public static float Parse(string s, IFormatProvider? provider) => Parse(s, DefaultStyle);

    public static float Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static float Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, DefaultStyle, provider);

    public static float Parse(ReadOnlySpan<char> s, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) =>
        BitConverter.UInt32BitsToSingle((uint)Number.ParseFloat(s, style, FloatType.Single));

    public static float Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, DefaultStyle, provider);

    public static float Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) =>
        BitConverter.UInt32BitsToSingle((uint)Number.ParseFloat(utf8Text, style, FloatType.Single));

    public static bool TryParse([NotNullWhen(true)] string? s, out float result) => TryParse(s.AsSpan(), DefaultStyle, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out float result) =>
        TryParse(s.AsSpan(), DefaultStyle, provider, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out float result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out float result) => TryParse(s, DefaultStyle, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out float result) =>
        TryParse(s, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out float result)
    {
        var isValid = Number.TryParseFloat(s, style, FloatType.Single, out var bits);
        result = BitConverter.UInt32BitsToSingle((uint)bits);
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out float result) => TryParse(utf8Text, DefaultStyle, null, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out float result) =>
        TryParse(utf8Text, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, NumberStyles style, IFormatProvider? provider, out float result)
    {
        var isValid = Number.TryParseFloat(utf8Text, style, FloatType.Single, out var bits);
        result = BitConverter.UInt32BitsToSingle((uint)bits);
        return isValid;
    }
}
