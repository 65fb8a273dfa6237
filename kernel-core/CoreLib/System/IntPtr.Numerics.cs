using System.Numerics;

namespace System;

public readonly partial struct IntPtr : IBinaryInteger<nint>, IMinMaxValue<nint>, ISignedNumber<nint>
{
    static nint INumberBase<nint>.One => 1;

    static int INumberBase<nint>.Radix => 2;

    static nint INumberBase<nint>.Zero => 0;

    static nint IAdditiveIdentity<nint, nint>.AdditiveIdentity => 0;

    static nint IMultiplicativeIdentity<nint, nint>.MultiplicativeIdentity => 1;

    static nint ISignedNumber<nint>.NegativeOne => -1;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static nint CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, nint>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static nint CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, nint>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static nint CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, nint>(value, NumberConversionMode.Truncating);

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    public static nint Abs(nint value) => Math.Abs(value);

    public static nint Clamp(nint value, nint min, nint max) => Math.Clamp(value, min, max);

    /// <exception cref="OverflowException">The value is the smallest of its type, and the sign is positive.</exception>
    public static nint CopySign(nint value, nint sign) => value < 0 == sign < 0 ? value : checked(-value);

    public static (nint Quotient, nint Remainder) DivRem(nint left, nint right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(nint value) => (value & 1) == 0;

    public static bool IsOddInteger(nint value) => (value & 1) != 0;

    public static bool IsNegative(nint value) => value < 0;

    public static bool IsPositive(nint value) => value >= 0;

    public static bool IsPow2(nint value) => BitOperations.IsPow2(value);

    public static nint LeadingZeroCount(nint value) => BitOperations.LeadingZeroCount((nuint)value);

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static nint Log2(nint value) => value >= 0 ? BitOperations.Log2((nuint)value) : throw Number.NegativeLogarithm();

    public static nint Max(nint x, nint y) => Math.Max(x, y);

    public static nint Min(nint x, nint y) => Math.Min(x, y);

    public static nint MaxMagnitude(nint x, nint y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left > right || (left == right && x >= 0) ? x : y;
    }

    public static nint MinMagnitude(nint x, nint y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left < right || (left == right && x < 0) ? x : y;
    }

    static nint INumberBase<nint>.MaxMagnitudeNumber(nint x, nint y) => MaxMagnitude(x, y);

    static nint INumberBase<nint>.MinMagnitudeNumber(nint x, nint y) => MinMagnitude(x, y);

    public static nint PopCount(nint value) => BitOperations.PopCount((nuint)value);

    public static nint RotateLeft(nint value, int rotateAmount) => (nint)BitOperations.RotateLeft((nuint)value, rotateAmount);

    public static nint RotateRight(nint value, int rotateAmount) => (nint)BitOperations.RotateRight((nuint)value, rotateAmount);

    public static int Sign(nint value) => Math.Sign(value);

    public static nint TrailingZeroCount(nint value) => BitOperations.TrailingZeroCount(value);

    int IBinaryInteger<nint>.GetByteCount() => 8;

    int IBinaryInteger<nint>.GetShortestBitLength() =>
        _value >= 0 ? Width - (int)LeadingZeroCount(_value) : Width + 1 - (int)LeadingZeroCount((nint)~_value);

    static bool INumberBase<nint>.IsCanonical(nint value) => true;

    static bool INumberBase<nint>.IsComplexNumber(nint value) => false;

    static bool INumberBase<nint>.IsFinite(nint value) => true;

    static bool INumberBase<nint>.IsImaginaryNumber(nint value) => false;

    static bool INumberBase<nint>.IsInfinity(nint value) => false;

    static bool INumberBase<nint>.IsInteger(nint value) => true;

    static bool INumberBase<nint>.IsNaN(nint value) => false;

    static bool INumberBase<nint>.IsNegativeInfinity(nint value) => false;

    static bool INumberBase<nint>.IsNormal(nint value) => value != 0;

    static bool INumberBase<nint>.IsPositiveInfinity(nint value) => false;

    static bool INumberBase<nint>.IsRealNumber(nint value) => true;

    static bool INumberBase<nint>.IsSubnormal(nint value) => false;

    static bool INumberBase<nint>.IsZero(nint value) => value == 0;

    static nint IAdditionOperators<nint, nint, nint>.operator +(nint left, nint right) => left + right;

    static nint IAdditionOperators<nint, nint, nint>.operator checked +(nint left, nint right) => checked(left + right);

    static nint ISubtractionOperators<nint, nint, nint>.operator -(nint left, nint right) => left - right;

    static nint ISubtractionOperators<nint, nint, nint>.operator checked -(nint left, nint right) => checked(left - right);

    static nint IMultiplyOperators<nint, nint, nint>.operator *(nint left, nint right) => left * right;

    static nint IMultiplyOperators<nint, nint, nint>.operator checked *(nint left, nint right) => checked(left * right);

    static nint IDivisionOperators<nint, nint, nint>.operator /(nint left, nint right) => left / right;

    static nint IModulusOperators<nint, nint, nint>.operator %(nint left, nint right) => left % right;

    static nint IIncrementOperators<nint>.operator ++(nint value) => ++value;

    static nint IIncrementOperators<nint>.operator checked ++(nint value) => checked(++value);

    static nint IDecrementOperators<nint>.operator --(nint value) => --value;

    static nint IDecrementOperators<nint>.operator checked --(nint value) => checked(--value);

    static nint IUnaryPlusOperators<nint, nint>.operator +(nint value) => value;

    static nint IUnaryNegationOperators<nint, nint>.operator -(nint value) => -value;

    static nint IUnaryNegationOperators<nint, nint>.operator checked -(nint value) => checked(-value);

    static bool IEqualityOperators<nint, nint, bool>.operator ==(nint left, nint right) => left == right;

    static bool IEqualityOperators<nint, nint, bool>.operator !=(nint left, nint right) => left != right;

    static bool IComparisonOperators<nint, nint, bool>.operator <(nint left, nint right) => left < right;

    static bool IComparisonOperators<nint, nint, bool>.operator >(nint left, nint right) => left > right;

    static bool IComparisonOperators<nint, nint, bool>.operator <=(nint left, nint right) => left <= right;

    static bool IComparisonOperators<nint, nint, bool>.operator >=(nint left, nint right) => left >= right;

    static nint IBitwiseOperators<nint, nint, nint>.operator &(nint left, nint right) => left & right;

    static nint IBitwiseOperators<nint, nint, nint>.operator |(nint left, nint right) => left | right;

    static nint IBitwiseOperators<nint, nint, nint>.operator ^(nint left, nint right) => left ^ right;

    static nint IBitwiseOperators<nint, nint, nint>.operator ~(nint value) => ~value;

    static nint IShiftOperators<nint, int, nint>.operator <<(nint value, int shiftAmount) => value << shiftAmount;

    static nint IShiftOperators<nint, int, nint>.operator >>(nint value, int shiftAmount) => value >> shiftAmount;

    static nint IShiftOperators<nint, int, nint>.operator >>>(nint value, int shiftAmount) => value >>> shiftAmount;
}
