using System.Numerics;

namespace System;

public readonly partial struct UIntPtr : IBinaryInteger<nuint>, IMinMaxValue<nuint>, IUnsignedNumber<nuint>
{
    static nuint INumberBase<nuint>.One => 1;

    static int INumberBase<nuint>.Radix => 2;

    static nuint INumberBase<nuint>.Zero => 0;

    static nuint IAdditiveIdentity<nuint, nuint>.AdditiveIdentity => 0;

    static nuint IMultiplicativeIdentity<nuint, nuint>.MultiplicativeIdentity => 1;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static nuint CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, nuint>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static nuint CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, nuint>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static nuint CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, nuint>(value, NumberConversionMode.Truncating);

    static nuint INumberBase<nuint>.Abs(nuint value) => value;

    public static nuint Clamp(nuint value, nuint min, nuint max) => Math.Clamp(value, min, max);

    static nuint INumber<nuint>.CopySign(nuint value, nuint sign) => value;

    public static (nuint Quotient, nuint Remainder) DivRem(nuint left, nuint right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(nuint value) => (value & 1) == 0;

    public static bool IsOddInteger(nuint value) => (value & 1) != 0;

    static bool INumberBase<nuint>.IsNegative(nuint value) => false;

    static bool INumberBase<nuint>.IsPositive(nuint value) => true;

    public static bool IsPow2(nuint value) => BitOperations.IsPow2(value);

    public static nuint LeadingZeroCount(nuint value) => (nuint)BitOperations.LeadingZeroCount(value);

    public static nuint Log2(nuint value) => (nuint)BitOperations.Log2(value);

    public static nuint Max(nuint x, nuint y) => Math.Max(x, y);

    public static nuint Min(nuint x, nuint y) => Math.Min(x, y);

    static nuint INumberBase<nuint>.MaxMagnitude(nuint x, nuint y) => Math.Max(x, y);

    static nuint INumberBase<nuint>.MaxMagnitudeNumber(nuint x, nuint y) => Math.Max(x, y);

    static nuint INumberBase<nuint>.MinMagnitude(nuint x, nuint y) => Math.Min(x, y);

    static nuint INumberBase<nuint>.MinMagnitudeNumber(nuint x, nuint y) => Math.Min(x, y);

    public static nuint PopCount(nuint value) => (nuint)BitOperations.PopCount(value);

    public static nuint RotateLeft(nuint value, int rotateAmount) => BitOperations.RotateLeft(value, rotateAmount);

    public static nuint RotateRight(nuint value, int rotateAmount) => BitOperations.RotateRight(value, rotateAmount);

    public static int Sign(nuint value) => value == 0 ? 0 : 1;

    public static nuint TrailingZeroCount(nuint value) => (nuint)BitOperations.TrailingZeroCount(value);

    int IBinaryInteger<nuint>.GetByteCount() => 8;

    int IBinaryInteger<nuint>.GetShortestBitLength() => Width - (int)LeadingZeroCount(_value);

    static bool INumberBase<nuint>.IsCanonical(nuint value) => true;

    static bool INumberBase<nuint>.IsComplexNumber(nuint value) => false;

    static bool INumberBase<nuint>.IsFinite(nuint value) => true;

    static bool INumberBase<nuint>.IsImaginaryNumber(nuint value) => false;

    static bool INumberBase<nuint>.IsInfinity(nuint value) => false;

    static bool INumberBase<nuint>.IsInteger(nuint value) => true;

    static bool INumberBase<nuint>.IsNaN(nuint value) => false;

    static bool INumberBase<nuint>.IsNegativeInfinity(nuint value) => false;

    static bool INumberBase<nuint>.IsNormal(nuint value) => value != 0;

    static bool INumberBase<nuint>.IsPositiveInfinity(nuint value) => false;

    static bool INumberBase<nuint>.IsRealNumber(nuint value) => true;

    static bool INumberBase<nuint>.IsSubnormal(nuint value) => false;

    static bool INumberBase<nuint>.IsZero(nuint value) => value == 0;

    static nuint IAdditionOperators<nuint, nuint, nuint>.operator +(nuint left, nuint right) => left + right;

    static nuint IAdditionOperators<nuint, nuint, nuint>.operator checked +(nuint left, nuint right) => checked(left + right);

    static nuint ISubtractionOperators<nuint, nuint, nuint>.operator -(nuint left, nuint right) => left - right;

    static nuint ISubtractionOperators<nuint, nuint, nuint>.operator checked -(nuint left, nuint right) => checked(left - right);

    static nuint IMultiplyOperators<nuint, nuint, nuint>.operator *(nuint left, nuint right) => left * right;

    static nuint IMultiplyOperators<nuint, nuint, nuint>.operator checked *(nuint left, nuint right) => checked(left * right);

    static nuint IDivisionOperators<nuint, nuint, nuint>.operator /(nuint left, nuint right) => left / right;

    static nuint IModulusOperators<nuint, nuint, nuint>.operator %(nuint left, nuint right) => left % right;

    static nuint IIncrementOperators<nuint>.operator ++(nuint value) => ++value;

    static nuint IIncrementOperators<nuint>.operator checked ++(nuint value) => checked(++value);

    static nuint IDecrementOperators<nuint>.operator --(nuint value) => --value;

    static nuint IDecrementOperators<nuint>.operator checked --(nuint value) => checked(--value);

    static nuint IUnaryPlusOperators<nuint, nuint>.operator +(nuint value) => value;

    static nuint IUnaryNegationOperators<nuint, nuint>.operator -(nuint value) => 0 - value;

    static nuint IUnaryNegationOperators<nuint, nuint>.operator checked -(nuint value) => checked(0 - value);

    static bool IEqualityOperators<nuint, nuint, bool>.operator ==(nuint left, nuint right) => left == right;

    static bool IEqualityOperators<nuint, nuint, bool>.operator !=(nuint left, nuint right) => left != right;

    static bool IComparisonOperators<nuint, nuint, bool>.operator <(nuint left, nuint right) => left < right;

    static bool IComparisonOperators<nuint, nuint, bool>.operator >(nuint left, nuint right) => left > right;

    static bool IComparisonOperators<nuint, nuint, bool>.operator <=(nuint left, nuint right) => left <= right;

    static bool IComparisonOperators<nuint, nuint, bool>.operator >=(nuint left, nuint right) => left >= right;

    static nuint IBitwiseOperators<nuint, nuint, nuint>.operator &(nuint left, nuint right) => left & right;

    static nuint IBitwiseOperators<nuint, nuint, nuint>.operator |(nuint left, nuint right) => left | right;

    static nuint IBitwiseOperators<nuint, nuint, nuint>.operator ^(nuint left, nuint right) => left ^ right;

    static nuint IBitwiseOperators<nuint, nuint, nuint>.operator ~(nuint value) => ~value;

    static nuint IShiftOperators<nuint, int, nuint>.operator <<(nuint value, int shiftAmount) => value << shiftAmount;

    static nuint IShiftOperators<nuint, int, nuint>.operator >>(nuint value, int shiftAmount) => value >> shiftAmount;

    static nuint IShiftOperators<nuint, int, nuint>.operator >>>(nuint value, int shiftAmount) => value >>> shiftAmount;
}
