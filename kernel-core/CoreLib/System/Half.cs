using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>
/// A floating-point number of 16 bits, for storage: 11 significant bits, up to 65504. Arithmetic goes through float, which is wide enough
/// for the result to be rounded as if there were no step between.
/// </summary>
public readonly struct Half
    : IComparable, IComparable<Half>, IEquatable<Half>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<Half>, IUtf8SpanParsable<Half>
{
    private const ushort SignMask = 0x8000;
    private const ushort InfinityBits = 0x7C00;
    private const NumberStyles DefaultStyle = NumberStyles.Float | NumberStyles.AllowThousands;

    private readonly ushort _bits;

    internal Half(ushort bits)
    {
        _bits = bits;
    }

    public static Half MinValue => new(0xFBFF);

    public static Half MaxValue => new(0x7BFF);

    public static Half Epsilon => new(0x0001);

    public static Half NegativeInfinity => new(0xFC00);

    public static Half PositiveInfinity => new(InfinityBits);

    public static Half NaN => new(0xFE00);

    public static Half NegativeZero => new(SignMask);

    public static Half Zero => default;

    public static Half One => new(0x3C00);

    public static Half E => new(0x4170);

    public static Half Pi => new(0x4248);

    public static Half Tau => new(0x4648);

    internal ushort Bits => _bits;

    private ushort MagnitudeBits => (ushort)(_bits & ~SignMask);

    public static bool IsFinite(Half value) => value.MagnitudeBits < InfinityBits;

    public static bool IsInfinity(Half value) => value.MagnitudeBits == InfinityBits;

    public static bool IsNaN(Half value) => value.MagnitudeBits > InfinityBits;

    public static bool IsNegative(Half value) => value._bits >= SignMask;

    public static bool IsPositive(Half value) => value._bits < SignMask;

    public static bool IsNegativeInfinity(Half value) => value._bits == (SignMask | InfinityBits);

    public static bool IsPositiveInfinity(Half value) => value._bits == InfinityBits;

    public static bool IsNormal(Half value) => value.MagnitudeBits is >= 0x0400 and < InfinityBits;

    public static bool IsSubnormal(Half value) => value.MagnitudeBits is > 0 and < 0x0400;

    public static bool IsInteger(Half value) => float.IsInteger((float)value);

    public static Half Abs(Half value) => new(value.MagnitudeBits);

    /// <summary>NaN is less than every number and equal to itself.</summary>
    public int CompareTo(Half other) => ((float)this).CompareTo((float)other);

    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        Half other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    /// <summary>As the operator, except that NaN equals NaN.</summary>
    public bool Equals(Half other) => this == other || (IsNaN(this) && IsNaN(other));

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Half other && Equals(other);

    public override int GetHashCode() => IsNaN(this) || MagnitudeBits == 0 ? _bits & InfinityBits : _bits;

    public override string ToString() => Number.ToShortestString(_bits, FloatType.Half);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format) => Number.ToString(_bits, FloatType.Half, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_bits, FloatType.Half, format, destination, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null) =>
        Number.TryFormat(_bits, FloatType.Half, format, utf8Destination, out bytesWritten);

    public static Half Parse(string s) => Parse(s, DefaultStyle);

    public static Half Parse(string s, NumberStyles style) => new((ushort)Number.ParseFloat(s, style, FloatType.Half));

    public static Half Parse(string s, IFormatProvider? provider) => Parse(s, DefaultStyle);

    public static Half Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static Half Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, DefaultStyle, provider);

    public static Half Parse(ReadOnlySpan<char> s, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) =>
        new((ushort)Number.ParseFloat(s, style, FloatType.Half));

    public static Half Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(utf8Text, DefaultStyle, provider);

    public static Half Parse(ReadOnlySpan<byte> utf8Text, NumberStyles style = DefaultStyle, IFormatProvider? provider = null) =>
        new((ushort)Number.ParseFloat(utf8Text, style, FloatType.Half));

    public static bool TryParse([NotNullWhen(true)] string? s, out Half result) => TryParse(s.AsSpan(), DefaultStyle, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Half result) =>
        TryParse(s.AsSpan(), DefaultStyle, provider, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Half result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out Half result) => TryParse(s, DefaultStyle, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Half result) =>
        TryParse(s, DefaultStyle, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Half result)
    {
        var isValid = Number.TryParseFloat(s, style, FloatType.Half, out var bits);
        result = new((ushort)bits);
        return isValid;
    }

    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Half result)
    {
        var isValid = Number.TryParseFloat(utf8Text, DefaultStyle, FloatType.Half, out var bits);
        result = new((ushort)bits);
        return isValid;
    }

    public static explicit operator Half(float value) =>
        new((ushort)Number.Convert(BitConverter.SingleToUInt32Bits(value), FloatType.Single, FloatType.Half));

    public static explicit operator Half(double value) =>
        new((ushort)Number.Convert(BitConverter.DoubleToUInt64Bits(value), FloatType.Double, FloatType.Half));

    public static explicit operator float(Half value) =>
        BitConverter.UInt32BitsToSingle((uint)Number.Convert(value._bits, FloatType.Half, FloatType.Single));

    public static explicit operator double(Half value) => (float)value;

    public static implicit operator Half(byte value) => (Half)(float)value;

    public static implicit operator Half(sbyte value) => (Half)(float)value;

    public static explicit operator Half(short value) => (Half)(float)value;

    public static explicit operator Half(ushort value) => (Half)(float)value;

    public static explicit operator Half(char value) => (Half)(float)value;

    public static explicit operator Half(int value) => (Half)(double)value;

    public static explicit operator Half(uint value) => (Half)(double)value;

    public static explicit operator Half(long value) => (Half)(double)value;

    public static explicit operator Half(ulong value) => (Half)(double)value;

    public static explicit operator Half(nint value) => (Half)(double)value;

    public static explicit operator Half(nuint value) => (Half)(double)value;

    public static explicit operator byte(Half value) => (byte)(float)value;

    public static explicit operator checked byte(Half value) => checked((byte)(float)value);

    public static explicit operator sbyte(Half value) => (sbyte)(float)value;

    public static explicit operator checked sbyte(Half value) => checked((sbyte)(float)value);

    public static explicit operator short(Half value) => (short)(float)value;

    public static explicit operator checked short(Half value) => checked((short)(float)value);

    public static explicit operator ushort(Half value) => (ushort)(float)value;

    public static explicit operator checked ushort(Half value) => checked((ushort)(float)value);

    public static explicit operator char(Half value) => (char)(float)value;

    public static explicit operator checked char(Half value) => checked((char)(float)value);

    public static explicit operator int(Half value) => (int)(float)value;

    public static explicit operator checked int(Half value) => checked((int)(float)value);

    public static explicit operator uint(Half value) => (uint)(float)value;

    public static explicit operator checked uint(Half value) => checked((uint)(float)value);

    public static explicit operator long(Half value) => (long)(float)value;

    public static explicit operator checked long(Half value) => checked((long)(float)value);

    public static explicit operator ulong(Half value) => (ulong)(float)value;

    public static explicit operator checked ulong(Half value) => checked((ulong)(float)value);

    public static explicit operator nint(Half value) => (nint)(float)value;

    public static explicit operator checked nint(Half value) => checked((nint)(float)value);

    public static explicit operator nuint(Half value) => (nuint)(float)value;

    public static explicit operator checked nuint(Half value) => checked((nuint)(float)value);

    public static Half operator +(Half value) => value;

    public static Half operator -(Half value) => new((ushort)(value._bits ^ SignMask));

    public static Half operator +(Half left, Half right) => (Half)((float)left + (float)right);

    public static Half operator -(Half left, Half right) => (Half)((float)left - (float)right);

    public static Half operator *(Half left, Half right) => (Half)((float)left * (float)right);

    public static Half operator /(Half left, Half right) => (Half)((float)left / (float)right);

    public static Half operator %(Half left, Half right) => (Half)((float)left % (float)right);

    public static Half operator ++(Half value) => (Half)((float)value + 1);

    public static Half operator --(Half value) => (Half)((float)value - 1);

    public static bool operator ==(Half left, Half right) => (float)left == (float)right;

    public static bool operator !=(Half left, Half right) => (float)left != (float)right;

    public static bool operator <(Half left, Half right) => (float)left < (float)right;

    public static bool operator <=(Half left, Half right) => (float)left <= (float)right;

    public static bool operator >(Half left, Half right) => (float)left > (float)right;

    public static bool operator >=(Half left, Half right) => (float)left >= (float)right;
}
