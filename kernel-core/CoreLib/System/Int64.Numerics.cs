using System.Numerics;

namespace System;

public readonly partial struct Int64 : IBinaryInteger<long>, IMinMaxValue<long>, ISignedNumber<long>
{
    static long INumberBase<long>.One => 1;

    static int INumberBase<long>.Radix => 2;

    static long INumberBase<long>.Zero => 0;

    static long IAdditiveIdentity<long, long>.AdditiveIdentity => 0;

    static long IMultiplicativeIdentity<long, long>.MultiplicativeIdentity => 1;

    static long IMinMaxValue<long>.MinValue => MinValue;

    static long IMinMaxValue<long>.MaxValue => MaxValue;

    static long ISignedNumber<long>.NegativeOne => -1;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static long CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, long>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static long CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, long>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static long CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, long>(value, NumberConversionMode.Truncating);

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    public static long Abs(long value) => Math.Abs(value);

    public static long Clamp(long value, long min, long max) => Math.Clamp(value, min, max);

    /// <exception cref="OverflowException">The value is the smallest of its type, and the sign is positive.</exception>
    public static long CopySign(long value, long sign) => value < 0 == sign < 0 ? value : checked(-value);

    public static (long Quotient, long Remainder) DivRem(long left, long right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(long value) => (value & 1) == 0;

    public static bool IsOddInteger(long value) => (value & 1) != 0;

    public static bool IsNegative(long value) => value < 0;

    public static bool IsPositive(long value) => value >= 0;

    public static bool IsPow2(long value) => BitOperations.IsPow2(value);

    public static long LeadingZeroCount(long value) => BitOperations.LeadingZeroCount((ulong)value);

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static long Log2(long value) => value >= 0 ? BitOperations.Log2((ulong)value) : throw Number.NegativeLogarithm();

    public static long Max(long x, long y) => Math.Max(x, y);

    public static long Min(long x, long y) => Math.Min(x, y);

    public static long MaxMagnitude(long x, long y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left > right || (left == right && x >= 0) ? x : y;
    }

    public static long MinMagnitude(long x, long y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left < right || (left == right && x < 0) ? x : y;
    }

    static long INumberBase<long>.MaxMagnitudeNumber(long x, long y) => MaxMagnitude(x, y);

    static long INumberBase<long>.MinMagnitudeNumber(long x, long y) => MinMagnitude(x, y);

    public static long PopCount(long value) => BitOperations.PopCount((ulong)value);

    public static long RotateLeft(long value, int rotateAmount) => (long)BitOperations.RotateLeft((ulong)value, rotateAmount);

    public static long RotateRight(long value, int rotateAmount) => (long)BitOperations.RotateRight((ulong)value, rotateAmount);

    public static int Sign(long value) => Math.Sign(value);

    public static long TrailingZeroCount(long value) => BitOperations.TrailingZeroCount(value);

    int IBinaryInteger<long>.GetByteCount() => 8;

    int IBinaryInteger<long>.GetShortestBitLength() =>
        _value >= 0 ? Width - (int)LeadingZeroCount(_value) : Width + 1 - (int)LeadingZeroCount((long)~_value);

    static bool INumberBase<long>.IsCanonical(long value) => true;

    static bool INumberBase<long>.IsComplexNumber(long value) => false;

    static bool INumberBase<long>.IsFinite(long value) => true;

    static bool INumberBase<long>.IsImaginaryNumber(long value) => false;

    static bool INumberBase<long>.IsInfinity(long value) => false;

    static bool INumberBase<long>.IsInteger(long value) => true;

    static bool INumberBase<long>.IsNaN(long value) => false;

    static bool INumberBase<long>.IsNegativeInfinity(long value) => false;

    static bool INumberBase<long>.IsNormal(long value) => value != 0;

    static bool INumberBase<long>.IsPositiveInfinity(long value) => false;

    static bool INumberBase<long>.IsRealNumber(long value) => true;

    static bool INumberBase<long>.IsSubnormal(long value) => false;

    static bool INumberBase<long>.IsZero(long value) => value == 0;

    static long IAdditionOperators<long, long, long>.operator +(long left, long right) => left + right;

    static long IAdditionOperators<long, long, long>.operator checked +(long left, long right) => checked(left + right);

    static long ISubtractionOperators<long, long, long>.operator -(long left, long right) => left - right;

    static long ISubtractionOperators<long, long, long>.operator checked -(long left, long right) => checked(left - right);

    static long IMultiplyOperators<long, long, long>.operator *(long left, long right) => left * right;

    static long IMultiplyOperators<long, long, long>.operator checked *(long left, long right) => checked(left * right);

    static long IDivisionOperators<long, long, long>.operator /(long left, long right) => left / right;

    static long IModulusOperators<long, long, long>.operator %(long left, long right) => left % right;

    static long IIncrementOperators<long>.operator ++(long value) => ++value;

    static long IIncrementOperators<long>.operator checked ++(long value) => checked(++value);

    static long IDecrementOperators<long>.operator --(long value) => --value;

    static long IDecrementOperators<long>.operator checked --(long value) => checked(--value);

    static long IUnaryPlusOperators<long, long>.operator +(long value) => value;

    static long IUnaryNegationOperators<long, long>.operator -(long value) => -value;

    static long IUnaryNegationOperators<long, long>.operator checked -(long value) => checked(-value);

    static bool IEqualityOperators<long, long, bool>.operator ==(long left, long right) => left == right;

    static bool IEqualityOperators<long, long, bool>.operator !=(long left, long right) => left != right;

    static bool IComparisonOperators<long, long, bool>.operator <(long left, long right) => left < right;

    static bool IComparisonOperators<long, long, bool>.operator >(long left, long right) => left > right;

    static bool IComparisonOperators<long, long, bool>.operator <=(long left, long right) => left <= right;

    static bool IComparisonOperators<long, long, bool>.operator >=(long left, long right) => left >= right;

    static long IBitwiseOperators<long, long, long>.operator &(long left, long right) => left & right;

    static long IBitwiseOperators<long, long, long>.operator |(long left, long right) => left | right;

    static long IBitwiseOperators<long, long, long>.operator ^(long left, long right) => left ^ right;

    static long IBitwiseOperators<long, long, long>.operator ~(long value) => ~value;

    static long IShiftOperators<long, int, long>.operator <<(long value, int shiftAmount) => value << shiftAmount;

    static long IShiftOperators<long, int, long>.operator >>(long value, int shiftAmount) => value >> shiftAmount;

    static long IShiftOperators<long, int, long>.operator >>>(long value, int shiftAmount) => value >>> shiftAmount;
}
