using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>An unsigned integer of 128 bits.</summary>
public readonly struct UInt128
    : IComparable, IComparable<UInt128>, IEquatable<UInt128>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<UInt128>
{
    // ILC: the lower half comes first in memory and in registers, aligned to 16 bytes (System V psABI, section 3.1.2).
    private readonly ulong _lower;
    private readonly ulong _upper;

    public UInt128(ulong upper, ulong lower)
    {
        _lower = lower;
        _upper = upper;
    }

    public static UInt128 Zero => default;

    public static UInt128 One => new(0, 1);

    public static UInt128 MinValue => default;

    public static UInt128 MaxValue => new(ulong.MaxValue, ulong.MaxValue);

    internal ulong Lower => _lower;

    internal ulong Upper => _upper;

    private UInt128 Magnitude => this;

    public int CompareTo(UInt128 value) => this < value ? -1 : this > value ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        UInt128 other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(UInt128 other) => _lower == other._lower && _upper == other._upper;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is UInt128 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_lower, _upper);

    public override string ToString() => ToString(format: null);

    public string ToString(IFormatProvider? provider) => ToString(format: null);

    public string ToString(string? format) => Number.ToString(Magnitude, isNegative: false, format);

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var length = Number.Format(new NumberWriter(destination), Magnitude, isNegative: false, format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        var length = Number.Format(new NumberWriter(utf8Destination), Magnitude, isNegative: false, format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    public static UInt128 Parse(string s) => Parse(s, NumberStyles.Integer);

    public static UInt128 Parse(string s, NumberStyles style)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style);
    }

    public static UInt128 Parse(string s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer);

    public static UInt128 Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s, style);

    public static UInt128 Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, NumberStyles.Integer);

    public static UInt128 Parse(ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer, IFormatProvider? provider = null)
    {
        var status = Number.TryParseInteger(s, style, isSigned: false, out var value);
        if (status != Number.ParseStatus.Valid)
        {
            Number.ThrowParseError(status, s, "a UInt128");
        }

        return value;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out UInt128 result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out UInt128 result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out UInt128 result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out UInt128 result) => TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out UInt128 result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out UInt128 result)
    {
        var isValid = Number.TryParseInteger(s, style, isSigned: false, out var value) == Number.ParseStatus.Valid;
        result = value;
        return isValid;
    }

    public static UInt128 Max(UInt128 x, UInt128 y) => x >= y ? x : y;

    public static UInt128 Min(UInt128 x, UInt128 y) => x <= y ? x : y;

    /// <exception cref="ArgumentException">The minimum is above the maximum.</exception>
    public static UInt128 Clamp(UInt128 value, UInt128 min, UInt128 max) =>
        min > max ? throw new ArgumentException("The minimum is greater than the maximum.") : Min(Max(value, min), max);

    public static UInt128 LeadingZeroCount(UInt128 value) =>
        (uint)(value._upper != 0 ? BitOperations.LeadingZeroCount(value._upper) : 64 + BitOperations.LeadingZeroCount(value._lower));

    public static UInt128 TrailingZeroCount(UInt128 value) =>
        (uint)(value._lower != 0 ? BitOperations.TrailingZeroCount(value._lower) : 64 + BitOperations.TrailingZeroCount(value._upper));

    public static UInt128 PopCount(UInt128 value) => (uint)(BitOperations.PopCount(value._lower) + BitOperations.PopCount(value._upper));

    public static UInt128 Log2(UInt128 value) =>
        (uint)(value._upper != 0 ? 64 + BitOperations.Log2(value._upper) : BitOperations.Log2(value._lower));

    public static bool IsPow2(UInt128 value) => PopCount(value) == One;

    public static bool IsEvenInteger(UInt128 value) => (value._lower & 1) == 0;

    public static bool IsOddInteger(UInt128 value) => (value._lower & 1) != 0;

    public static UInt128 RotateLeft(UInt128 value, int rotateAmount) => (value << rotateAmount) | (value >>> (128 - rotateAmount));

    public static UInt128 RotateRight(UInt128 value, int rotateAmount) => (value >>> rotateAmount) | (value << (128 - rotateAmount));

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static (UInt128 Quotient, UInt128 Remainder) DivRem(UInt128 left, UInt128 right)
    {
        if (right == Zero)
        {
            throw new DivideByZeroException();
        }

        if (left._upper == 0 && right._upper == 0)
        {
            return (left._lower / right._lower, left._lower % right._lower);
        }

        // One bit of the quotient at a time.
        var shift = (int)LeadingZeroCount(right) - (int)LeadingZeroCount(left);
        var quotient = Zero;
        for (; shift >= 0; shift--)
        {
            var divisor = right << shift;
            quotient <<= 1;
            if (left >= divisor)
            {
                left -= divisor;
                quotient |= One;
            }
        }

        return (quotient, left);
    }

    public static UInt128 operator +(UInt128 value) => value;

    public static UInt128 operator -(UInt128 value) => Zero - value;

    public static UInt128 operator checked -(UInt128 value) => value == Zero ? value : throw OutOfRange();

    public static UInt128 operator ~(UInt128 value) => new(~value._upper, ~value._lower);

    public static UInt128 operator ++(UInt128 value) => value + One;

    public static UInt128 operator --(UInt128 value) => value - One;

    public static UInt128 operator +(UInt128 left, UInt128 right)
    {
        var lower = left._lower + right._lower;
        return new(left._upper + right._upper + (lower < left._lower ? 1u : 0), lower);
    }

    public static UInt128 operator checked +(UInt128 left, UInt128 right)
    {
        var sum = left + right;
        return sum >= left ? sum : throw OutOfRange();
    }

    public static UInt128 operator -(UInt128 left, UInt128 right) =>
        new(left._upper - right._upper - (left._lower < right._lower ? 1u : 0), left._lower - right._lower);

    public static UInt128 operator checked -(UInt128 left, UInt128 right) => left >= right ? left - right : throw OutOfRange();

    public static UInt128 operator *(UInt128 left, UInt128 right)
    {
        var upper = Math.BigMul(left._lower, right._lower, out var lower);
        return new(upper + (left._upper * right._lower) + (left._lower * right._upper), lower);
    }

    public static UInt128 operator checked *(UInt128 left, UInt128 right)
    {
        // Two upper halves are too much, and so is one whose product with the other's lower half has an upper one.
        var product = left * right;
        var (big, small) = left._upper != 0 ? (left, right) : (right, left);
        if (small._upper != 0 && big._upper != 0)
        {
            throw OutOfRange();
        }

        var overflow = Math.BigMul(big._upper, small._lower, out var middle);
        var carry = Math.BigMul(big._lower, small._lower, out _);
        return overflow == 0 && middle + carry >= middle ? product : throw OutOfRange();
    }

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static UInt128 operator /(UInt128 left, UInt128 right) => DivRem(left, right).Quotient;

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static UInt128 operator %(UInt128 left, UInt128 right) => DivRem(left, right).Remainder;

    public static UInt128 operator &(UInt128 left, UInt128 right) => new(left._upper & right._upper, left._lower & right._lower);

    public static UInt128 operator |(UInt128 left, UInt128 right) => new(left._upper | right._upper, left._lower | right._lower);

    public static UInt128 operator ^(UInt128 left, UInt128 right) => new(left._upper ^ right._upper, left._lower ^ right._lower);

    public static UInt128 operator <<(UInt128 value, int shiftAmount)
    {
        shiftAmount &= 127;
        if (shiftAmount >= 64)
        {
            return new(value._lower << shiftAmount, 0);
        }

        return shiftAmount == 0
            ? value
            : new((value._upper << shiftAmount) | (value._lower >> (64 - shiftAmount)), value._lower << shiftAmount);
    }

    public static UInt128 operator >>(UInt128 value, int shiftAmount) => value >>> shiftAmount;

    public static UInt128 operator >>>(UInt128 value, int shiftAmount)
    {
        shiftAmount &= 127;
        if (shiftAmount >= 64)
        {
            return new(0, value._upper >> shiftAmount);
        }

        return shiftAmount == 0
            ? value
            : new(value._upper >> shiftAmount, (value._lower >> shiftAmount) | (value._upper << (64 - shiftAmount)));
    }

    public static bool operator ==(UInt128 left, UInt128 right) => left._lower == right._lower && left._upper == right._upper;

    public static bool operator !=(UInt128 left, UInt128 right) => !(left == right);

    public static bool operator <(UInt128 left, UInt128 right) =>
        left._upper < right._upper || (left._upper == right._upper && left._lower < right._lower);

    public static bool operator <=(UInt128 left, UInt128 right) => !(right < left);

    public static bool operator >(UInt128 left, UInt128 right) => right < left;

    public static bool operator >=(UInt128 left, UInt128 right) => !(left < right);

    public static implicit operator UInt128(byte value) => new(0, value);

    public static implicit operator UInt128(char value) => new(0, value);

    public static implicit operator UInt128(ushort value) => new(0, value);

    public static implicit operator UInt128(uint value) => new(0, value);

    public static implicit operator UInt128(ulong value) => new(0, value);

    public static implicit operator UInt128(nuint value) => new(0, value);

    public static explicit operator UInt128(sbyte value) => new((ulong)((long)value >> 63), (ulong)value);

    public static explicit operator checked UInt128(sbyte value) => value >= 0 ? new(0, (ulong)value) : throw OutOfRange();

    public static explicit operator UInt128(short value) => new((ulong)((long)value >> 63), (ulong)value);

    public static explicit operator checked UInt128(short value) => value >= 0 ? new(0, (ulong)value) : throw OutOfRange();

    public static explicit operator UInt128(int value) => new((ulong)((long)value >> 63), (ulong)value);

    public static explicit operator checked UInt128(int value) => value >= 0 ? new(0, (ulong)value) : throw OutOfRange();

    public static explicit operator UInt128(long value) => new((ulong)((long)value >> 63), (ulong)value);

    public static explicit operator checked UInt128(long value) => value >= 0 ? new(0, (ulong)value) : throw OutOfRange();

    public static explicit operator UInt128(nint value) => new((ulong)((long)value >> 63), (ulong)value);

    public static explicit operator checked UInt128(nint value) => value >= 0 ? new(0, (ulong)value) : throw OutOfRange();

    public static explicit operator byte(UInt128 value) => (byte)value._lower;

    public static explicit operator checked byte(UInt128 value) => value._upper == 0 ? checked((byte)value._lower) : throw OutOfRange();

    public static explicit operator char(UInt128 value) => (char)value._lower;

    public static explicit operator checked char(UInt128 value) => value._upper == 0 ? checked((char)value._lower) : throw OutOfRange();

    public static explicit operator ushort(UInt128 value) => (ushort)value._lower;

    public static explicit operator checked ushort(UInt128 value) => value._upper == 0 ? checked((ushort)value._lower) : throw OutOfRange();

    public static explicit operator uint(UInt128 value) => (uint)value._lower;

    public static explicit operator checked uint(UInt128 value) => value._upper == 0 ? checked((uint)value._lower) : throw OutOfRange();

    public static explicit operator nuint(UInt128 value) => (nuint)value._lower;

    public static explicit operator checked nuint(UInt128 value) => value._upper == 0 ? checked((nuint)value._lower) : throw OutOfRange();

    public static explicit operator sbyte(UInt128 value) => (sbyte)value._lower;

    public static explicit operator checked sbyte(UInt128 value) => value._upper == 0 ? checked((sbyte)value._lower) : throw OutOfRange();

    public static explicit operator short(UInt128 value) => (short)value._lower;

    public static explicit operator checked short(UInt128 value) => value._upper == 0 ? checked((short)value._lower) : throw OutOfRange();

    public static explicit operator int(UInt128 value) => (int)value._lower;

    public static explicit operator checked int(UInt128 value) => value._upper == 0 ? checked((int)value._lower) : throw OutOfRange();

    public static explicit operator long(UInt128 value) => (long)value._lower;

    public static explicit operator checked long(UInt128 value) => value._upper == 0 ? checked((long)value._lower) : throw OutOfRange();

    public static explicit operator nint(UInt128 value) => (nint)value._lower;

    public static explicit operator checked nint(UInt128 value) => value._upper == 0 ? checked((nint)value._lower) : throw OutOfRange();

    public static explicit operator ulong(UInt128 value) => value._lower;

    public static explicit operator checked ulong(UInt128 value) => value._upper == 0 ? value._lower : throw OutOfRange();

    private static OverflowException OutOfRange() => new("The number is too large or too small for its type.");
}
