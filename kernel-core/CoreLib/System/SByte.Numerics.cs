using System.Numerics;

namespace System;

public readonly partial struct SByte : IBinaryInteger<sbyte>, IMinMaxValue<sbyte>, ISignedNumber<sbyte>
{
    static sbyte INumberBase<sbyte>.One => 1;

    static int INumberBase<sbyte>.Radix => 2;

    static sbyte INumberBase<sbyte>.Zero => 0;

    static sbyte IAdditiveIdentity<sbyte, sbyte>.AdditiveIdentity => 0;

    static sbyte IMultiplicativeIdentity<sbyte, sbyte>.MultiplicativeIdentity => 1;

    static sbyte IMinMaxValue<sbyte>.MinValue => MinValue;

    static sbyte IMinMaxValue<sbyte>.MaxValue => MaxValue;

    static sbyte ISignedNumber<sbyte>.NegativeOne => -1;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static sbyte CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, sbyte>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static sbyte CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, sbyte>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static sbyte CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, sbyte>(value, NumberConversionMode.Truncating);

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    public static sbyte Abs(sbyte value) => Math.Abs(value);

    public static sbyte Clamp(sbyte value, sbyte min, sbyte max) => Math.Clamp(value, min, max);

    /// <exception cref="OverflowException">The value is the smallest of its type, and the sign is positive.</exception>
    public static sbyte CopySign(sbyte value, sbyte sign) => value < 0 == sign < 0 ? value : checked((sbyte)(-value));

    public static (sbyte Quotient, sbyte Remainder) DivRem(sbyte left, sbyte right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(sbyte value) => (value & 1) == 0;

    public static bool IsOddInteger(sbyte value) => (value & 1) != 0;

    public static bool IsNegative(sbyte value) => value < 0;

    public static bool IsPositive(sbyte value) => value >= 0;

    public static bool IsPow2(sbyte value) => BitOperations.IsPow2((int)value);

    public static sbyte LeadingZeroCount(sbyte value) => (sbyte)(BitOperations.LeadingZeroCount((byte)value) - 24);

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static sbyte Log2(sbyte value) => value >= 0 ? (sbyte)BitOperations.Log2((byte)value) : throw Number.NegativeLogarithm();

    public static sbyte Max(sbyte x, sbyte y) => Math.Max(x, y);

    public static sbyte Min(sbyte x, sbyte y) => Math.Min(x, y);

    public static sbyte MaxMagnitude(sbyte x, sbyte y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left > right || (left == right && x >= 0) ? x : y;
    }

    public static sbyte MinMagnitude(sbyte x, sbyte y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left < right || (left == right && x < 0) ? x : y;
    }

    static sbyte INumberBase<sbyte>.MaxMagnitudeNumber(sbyte x, sbyte y) => MaxMagnitude(x, y);

    static sbyte INumberBase<sbyte>.MinMagnitudeNumber(sbyte x, sbyte y) => MinMagnitude(x, y);

    public static sbyte PopCount(sbyte value) => (sbyte)BitOperations.PopCount((byte)value);

    public static sbyte RotateLeft(sbyte value, int rotateAmount) =>
        (sbyte)(((byte)value << (rotateAmount & 7)) | ((byte)value >> ((8 - rotateAmount) & 7)));

    public static sbyte RotateRight(sbyte value, int rotateAmount) =>
        (sbyte)(((byte)value >> (rotateAmount & 7)) | ((byte)value << ((8 - rotateAmount) & 7)));

    public static int Sign(sbyte value) => Math.Sign(value);

    public static sbyte TrailingZeroCount(sbyte value) => (sbyte)Math.Min(BitOperations.TrailingZeroCount((uint)value), 8);

    int IBinaryInteger<sbyte>.GetByteCount() => 1;

    int IBinaryInteger<sbyte>.GetShortestBitLength() =>
        _value >= 0 ? Width - (int)LeadingZeroCount(_value) : Width + 1 - (int)LeadingZeroCount((sbyte)~_value);

    static bool INumberBase<sbyte>.IsCanonical(sbyte value) => true;

    static bool INumberBase<sbyte>.IsComplexNumber(sbyte value) => false;

    static bool INumberBase<sbyte>.IsFinite(sbyte value) => true;

    static bool INumberBase<sbyte>.IsImaginaryNumber(sbyte value) => false;

    static bool INumberBase<sbyte>.IsInfinity(sbyte value) => false;

    static bool INumberBase<sbyte>.IsInteger(sbyte value) => true;

    static bool INumberBase<sbyte>.IsNaN(sbyte value) => false;

    static bool INumberBase<sbyte>.IsNegativeInfinity(sbyte value) => false;

    static bool INumberBase<sbyte>.IsNormal(sbyte value) => value != 0;

    static bool INumberBase<sbyte>.IsPositiveInfinity(sbyte value) => false;

    static bool INumberBase<sbyte>.IsRealNumber(sbyte value) => true;

    static bool INumberBase<sbyte>.IsSubnormal(sbyte value) => false;

    static bool INumberBase<sbyte>.IsZero(sbyte value) => value == 0;

    static sbyte IAdditionOperators<sbyte, sbyte, sbyte>.operator +(sbyte left, sbyte right) => (sbyte)(left + right);

    static sbyte IAdditionOperators<sbyte, sbyte, sbyte>.operator checked +(sbyte left, sbyte right) => checked((sbyte)(left + right));

    static sbyte ISubtractionOperators<sbyte, sbyte, sbyte>.operator -(sbyte left, sbyte right) => (sbyte)(left - right);

    static sbyte ISubtractionOperators<sbyte, sbyte, sbyte>.operator checked -(sbyte left, sbyte right) => checked((sbyte)(left - right));

    static sbyte IMultiplyOperators<sbyte, sbyte, sbyte>.operator *(sbyte left, sbyte right) => (sbyte)(left * right);

    static sbyte IMultiplyOperators<sbyte, sbyte, sbyte>.operator checked *(sbyte left, sbyte right) => checked((sbyte)(left * right));

    static sbyte IDivisionOperators<sbyte, sbyte, sbyte>.operator /(sbyte left, sbyte right) => (sbyte)(left / right);

    static sbyte IModulusOperators<sbyte, sbyte, sbyte>.operator %(sbyte left, sbyte right) => (sbyte)(left % right);

    static sbyte IIncrementOperators<sbyte>.operator ++(sbyte value) => ++value;

    static sbyte IIncrementOperators<sbyte>.operator checked ++(sbyte value) => checked(++value);

    static sbyte IDecrementOperators<sbyte>.operator --(sbyte value) => --value;

    static sbyte IDecrementOperators<sbyte>.operator checked --(sbyte value) => checked(--value);

    static sbyte IUnaryPlusOperators<sbyte, sbyte>.operator +(sbyte value) => value;

    static sbyte IUnaryNegationOperators<sbyte, sbyte>.operator -(sbyte value) => (sbyte)(-value);

    static sbyte IUnaryNegationOperators<sbyte, sbyte>.operator checked -(sbyte value) => checked((sbyte)(-value));

    static bool IEqualityOperators<sbyte, sbyte, bool>.operator ==(sbyte left, sbyte right) => left == right;

    static bool IEqualityOperators<sbyte, sbyte, bool>.operator !=(sbyte left, sbyte right) => left != right;

    static bool IComparisonOperators<sbyte, sbyte, bool>.operator <(sbyte left, sbyte right) => left < right;

    static bool IComparisonOperators<sbyte, sbyte, bool>.operator >(sbyte left, sbyte right) => left > right;

    static bool IComparisonOperators<sbyte, sbyte, bool>.operator <=(sbyte left, sbyte right) => left <= right;

    static bool IComparisonOperators<sbyte, sbyte, bool>.operator >=(sbyte left, sbyte right) => left >= right;

    static sbyte IBitwiseOperators<sbyte, sbyte, sbyte>.operator &(sbyte left, sbyte right) => (sbyte)(left & right);

    static sbyte IBitwiseOperators<sbyte, sbyte, sbyte>.operator |(sbyte left, sbyte right) => (sbyte)(left | right);

    static sbyte IBitwiseOperators<sbyte, sbyte, sbyte>.operator ^(sbyte left, sbyte right) => (sbyte)(left ^ right);

    static sbyte IBitwiseOperators<sbyte, sbyte, sbyte>.operator ~(sbyte value) => (sbyte)(~value);

    static sbyte IShiftOperators<sbyte, int, sbyte>.operator <<(sbyte value, int shiftAmount) => (sbyte)(value << (shiftAmount & 7));

    static sbyte IShiftOperators<sbyte, int, sbyte>.operator >>(sbyte value, int shiftAmount) => (sbyte)(value >> (shiftAmount & 7));

    static sbyte IShiftOperators<sbyte, int, sbyte>.operator >>>(sbyte value, int shiftAmount) =>
        (sbyte)((byte)value >>> (shiftAmount & 7));
}
