using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>A signed integer of 128 bits.</summary>
public readonly struct Int128
    : IComparable, IComparable<Int128>, IEquatable<Int128>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<Int128>
{
    // ILC: the lower half comes first in memory and in registers, aligned to 16 bytes (System V psABI, section 3.1.2).
    private readonly ulong _lower;
    private readonly ulong _upper;

    public Int128(ulong upper, ulong lower)
    {
        _lower = lower;
        _upper = upper;
    }

    public static Int128 Zero => default;

    public static Int128 One => new(0, 1);

    public static Int128 NegativeOne => new(ulong.MaxValue, ulong.MaxValue);

    public static Int128 MinValue => new(0x8000_0000_0000_0000, 0);

    public static Int128 MaxValue => new(0x7FFF_FFFF_FFFF_FFFF, ulong.MaxValue);

    private UInt128 Magnitude => (UInt128)(IsNegative(this) ? -this : this);

    public int CompareTo(Int128 value) => this < value ? -1 : this > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        Int128 other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(Int128 other) => _lower == other._lower && _upper == other._upper;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Int128 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_lower, _upper);

    public override string ToString() => ToString(format: null);

    public string ToString(IFormatProvider? provider) => ToString(format: null);

    public string ToString(string? format) => Number.ToString(Magnitude, IsNegative(this), format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var length = Number.Format(new NumberWriter(destination), Magnitude, IsNegative(this), format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var length = Number.Format(new NumberWriter(utf8Destination), Magnitude, IsNegative(this), format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    public static Int128 Parse(string s) => Parse(s, NumberStyles.Integer);

    public static Int128 Parse(string s, NumberStyles style)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style);
    }

    public static Int128 Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer);

    public static Int128 Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static Int128 Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer);

    public static Int128 Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        var status = Number.TryParseInteger(s, style, isSigned: true, out var value);
        if (status != Number.ParseStatus.Valid)
        {
            Number.ThrowParseError(status, s, "an Int128");
        }

        return (Int128)value;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out Int128 result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Int128 result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out Int128 result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out Int128 result) => TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Int128 result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out Int128 result)
    {
        var isValid = Number.TryParseInteger(s, style, isSigned: true, out var value) == Number.ParseStatus.Valid;
        result = (Int128)value;
        return isValid;
    }

    public static bool IsNegative(Int128 value) => (long)value._upper < 0;

    public static bool IsPositive(Int128 value) => (long)value._upper >= 0;

    public static bool IsEvenInteger(Int128 value) => (value._lower & 1) == 0;

    public static bool IsOddInteger(Int128 value) => (value._lower & 1) != 0;

    public static bool IsPow2(Int128 value) => IsPositive(value) && UInt128.IsPow2((UInt128)value);

    /// <exception cref="OverflowException">The value is the smallest there is.</exception>
    public static Int128 Abs(Int128 value) => IsNegative(value) ? checked(-value) : value;

    public static int Sign(Int128 value) => IsNegative(value) ? -1 : value == Zero ? 0 : 1;

    public static Int128 Max(Int128 x, Int128 y) => x >= y ? x : y;

    public static Int128 Min(Int128 x, Int128 y) => x <= y ? x : y;

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    public static Int128 Clamp(Int128 value, Int128 min, Int128 max) =>
        min > max ? throw new ArgumentException("The minimum is greater than the maximum.") : Min(Max(value, min), max);

    public static Int128 LeadingZeroCount(Int128 value) => (Int128)UInt128.LeadingZeroCount((UInt128)value);

    public static Int128 TrailingZeroCount(Int128 value) => (Int128)UInt128.TrailingZeroCount((UInt128)value);

    public static Int128 PopCount(Int128 value) => (Int128)UInt128.PopCount((UInt128)value);

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static Int128 Log2(Int128 value) => IsNegative(value) ? throw Number.NegativeLogarithm() : (Int128)UInt128.Log2((UInt128)value);

    public static Int128 RotateLeft(Int128 value, int rotateAmount) => (Int128)UInt128.RotateLeft((UInt128)value, rotateAmount);

    public static Int128 RotateRight(Int128 value, int rotateAmount) => (Int128)UInt128.RotateRight((UInt128)value, rotateAmount);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The smallest number is divided by -1.</exception>
    public static (Int128 Quotient, Int128 Remainder) DivRem(Int128 left, Int128 right)
    {
        if (left == MinValue && right == NegativeOne)
        {
            throw OutOfRange();
        }

        var (quotient, remainder) = UInt128.DivRem(left.Magnitude, right.Magnitude);
        var signed = (Int128)quotient;
        return (IsNegative(left) != IsNegative(right) ? -signed : signed, IsNegative(left) ? -(Int128)remainder : (Int128)remainder);
    }

    public static Int128 operator +(Int128 value) => value;

    public static Int128 operator -(Int128 value) => Zero - value;

    public static Int128 operator checked -(Int128 value) => value == MinValue ? throw OutOfRange() : Zero - value;

    public static Int128 operator ~(Int128 value) => new(~value._upper, ~value._lower);

    public static Int128 operator ++(Int128 value) => value + One;

    public static Int128 operator --(Int128 value) => value - One;

    public static Int128 operator +(Int128 left, Int128 right) => (Int128)((UInt128)left + (UInt128)right);

    public static Int128 operator checked +(Int128 left, Int128 right)
    {
        var sum = left + right;
        return IsNegative((left ^ sum) & (right ^ sum)) ? throw OutOfRange() : sum;
    }

    public static Int128 operator -(Int128 left, Int128 right) => (Int128)((UInt128)left - (UInt128)right);

    public static Int128 operator checked -(Int128 left, Int128 right)
    {
        var difference = left - right;
        return IsNegative((left ^ right) & (left ^ difference)) ? throw OutOfRange() : difference;
    }

    public static Int128 operator *(Int128 left, Int128 right) => (Int128)((UInt128)left * (UInt128)right);

    public static Int128 operator checked *(Int128 left, Int128 right)
    {
        var isNegative = IsNegative(left) != IsNegative(right);
        var magnitude = checked(left.Magnitude * right.Magnitude);
        if (magnitude > (UInt128)MaxValue + (isNegative ? 1u : 0u))
        {
            throw OutOfRange();
        }

        return isNegative ? -(Int128)magnitude : (Int128)magnitude;
    }

    /// <inheritdoc cref="DivRem"/>
    public static Int128 operator /(Int128 left, Int128 right) => DivRem(left, right).Quotient;

    /// <inheritdoc cref="DivRem"/>
    public static Int128 operator %(Int128 left, Int128 right) => DivRem(left, right).Remainder;

    public static Int128 operator &(Int128 left, Int128 right) => new(left._upper & right._upper, left._lower & right._lower);

    public static Int128 operator |(Int128 left, Int128 right) => new(left._upper | right._upper, left._lower | right._lower);

    public static Int128 operator ^(Int128 left, Int128 right) => new(left._upper ^ right._upper, left._lower ^ right._lower);

    public static Int128 operator <<(Int128 value, int shiftAmount) => (Int128)((UInt128)value << shiftAmount);

    public static Int128 operator >>(Int128 value, int shiftAmount)
    {
        shiftAmount &= 127;
        var shifted = (Int128)((UInt128)value >>> shiftAmount);
        return IsNegative(value) && shiftAmount > 0 ? shifted | (NegativeOne << (128 - shiftAmount)) : shifted;
    }

    public static Int128 operator >>>(Int128 value, int shiftAmount) => (Int128)((UInt128)value >>> shiftAmount);

    public static bool operator ==(Int128 left, Int128 right) => left._lower == right._lower && left._upper == right._upper;

    public static bool operator !=(Int128 left, Int128 right) => !(left == right);

    public static bool operator <(Int128 left, Int128 right) =>
        (long)left._upper < (long)right._upper || (left._upper == right._upper && left._lower < right._lower);

    public static bool operator <=(Int128 left, Int128 right) => !(right < left);

    public static bool operator >(Int128 left, Int128 right) => right < left;

    public static bool operator >=(Int128 left, Int128 right) => !(left < right);

    public static explicit operator UInt128(Int128 value) => new(value._upper, value._lower);

    public static explicit operator checked UInt128(Int128 value) =>
        IsNegative(value) ? throw OutOfRange() : new(value._upper, value._lower);

    public static explicit operator Int128(UInt128 value) => new(value.Upper, value.Lower);

    public static explicit operator checked Int128(UInt128 value) =>
        (long)value.Upper < 0 ? throw OutOfRange() : new(value.Upper, value.Lower);

    public static implicit operator Int128(byte value) => new(0, value);

    public static implicit operator Int128(char value) => new(0, value);

    public static implicit operator Int128(ushort value) => new(0, value);

    public static implicit operator Int128(uint value) => new(0, value);

    public static implicit operator Int128(ulong value) => new(0, value);

    public static implicit operator Int128(nuint value) => new(0, value);

    public static implicit operator Int128(sbyte value) => new((ulong)((long)value >> 63), (ulong)value);

    public static implicit operator Int128(short value) => new((ulong)((long)value >> 63), (ulong)value);

    public static implicit operator Int128(int value) => new((ulong)((long)value >> 63), (ulong)value);

    public static implicit operator Int128(long value) => new((ulong)((long)value >> 63), (ulong)value);

    public static implicit operator Int128(nint value) => new((ulong)((long)value >> 63), (ulong)value);

    public static explicit operator byte(Int128 value) => (byte)value._lower;

    public static explicit operator checked byte(Int128 value) => value._upper == 0 ? checked((byte)value._lower) : throw OutOfRange();

    public static explicit operator char(Int128 value) => (char)value._lower;

    public static explicit operator checked char(Int128 value) => value._upper == 0 ? checked((char)value._lower) : throw OutOfRange();

    public static explicit operator ushort(Int128 value) => (ushort)value._lower;

    public static explicit operator checked ushort(Int128 value) => value._upper == 0 ? checked((ushort)value._lower) : throw OutOfRange();

    public static explicit operator uint(Int128 value) => (uint)value._lower;

    public static explicit operator checked uint(Int128 value) => value._upper == 0 ? checked((uint)value._lower) : throw OutOfRange();

    public static explicit operator nuint(Int128 value) => (nuint)value._lower;

    public static explicit operator checked nuint(Int128 value) => value._upper == 0 ? checked((nuint)value._lower) : throw OutOfRange();

    public static explicit operator ulong(Int128 value) => (ulong)value._lower;

    public static explicit operator checked ulong(Int128 value) => value._upper == 0 ? checked((ulong)value._lower) : throw OutOfRange();

    public static explicit operator sbyte(Int128 value) => (sbyte)value._lower;

    public static explicit operator checked sbyte(Int128 value) =>
        value._upper == (ulong)((long)value._lower >> 63) ? checked((sbyte)(long)value._lower) : throw OutOfRange();

    public static explicit operator short(Int128 value) => (short)value._lower;

    public static explicit operator checked short(Int128 value) =>
        value._upper == (ulong)((long)value._lower >> 63) ? checked((short)(long)value._lower) : throw OutOfRange();

    public static explicit operator int(Int128 value) => (int)value._lower;

    public static explicit operator checked int(Int128 value) =>
        value._upper == (ulong)((long)value._lower >> 63) ? checked((int)(long)value._lower) : throw OutOfRange();

    public static explicit operator long(Int128 value) => (long)value._lower;

    public static explicit operator checked long(Int128 value) =>
        value._upper == (ulong)((long)value._lower >> 63) ? checked((long)(long)value._lower) : throw OutOfRange();

    public static explicit operator nint(Int128 value) => (nint)value._lower;

    public static explicit operator checked nint(Int128 value) =>
        value._upper == (ulong)((long)value._lower >> 63) ? checked((nint)(long)value._lower) : throw OutOfRange();

    private static OverflowException OutOfRange() => new("The number is too large or too small for its type.");
}
