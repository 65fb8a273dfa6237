using System.Numerics;

namespace System;

public readonly partial struct UInt16 : IBinaryInteger<ushort>, IMinMaxValue<ushort>, IUnsignedNumber<ushort>
{
    static ushort INumberBase<ushort>.One => 1;

    static int INumberBase<ushort>.Radix => 2;

    static ushort INumberBase<ushort>.Zero => 0;

    static ushort IAdditiveIdentity<ushort, ushort>.AdditiveIdentity => 0;

    static ushort IMultiplicativeIdentity<ushort, ushort>.MultiplicativeIdentity => 1;

    static ushort IMinMaxValue<ushort>.MinValue => MinValue;

    static ushort IMinMaxValue<ushort>.MaxValue => MaxValue;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static ushort CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, ushort>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static ushort CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, ushort>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static ushort CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, ushort>(value, NumberConversionMode.Truncating);

    static ushort INumberBase<ushort>.Abs(ushort value) => value;

    public static ushort Clamp(ushort value, ushort min, ushort max) => Math.Clamp(value, min, max);

    static ushort INumber<ushort>.CopySign(ushort value, ushort sign) => value;

    public static (ushort Quotient, ushort Remainder) DivRem(ushort left, ushort right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(ushort value) => (value & 1) == 0;

    public static bool IsOddInteger(ushort value) => (value & 1) != 0;

    static bool INumberBase<ushort>.IsNegative(ushort value) => false;

    static bool INumberBase<ushort>.IsPositive(ushort value) => true;

    public static bool IsPow2(ushort value) => BitOperations.IsPow2((uint)value);

    public static ushort LeadingZeroCount(ushort value) => (ushort)(BitOperations.LeadingZeroCount(value) - 16);

    public static ushort Log2(ushort value) => (ushort)BitOperations.Log2(value);

    public static ushort Max(ushort x, ushort y) => Math.Max(x, y);

    public static ushort Min(ushort x, ushort y) => Math.Min(x, y);

    static ushort INumberBase<ushort>.MaxMagnitude(ushort x, ushort y) => Math.Max(x, y);

    static ushort INumberBase<ushort>.MaxMagnitudeNumber(ushort x, ushort y) => Math.Max(x, y);

    static ushort INumberBase<ushort>.MinMagnitude(ushort x, ushort y) => Math.Min(x, y);

    static ushort INumberBase<ushort>.MinMagnitudeNumber(ushort x, ushort y) => Math.Min(x, y);

    public static ushort PopCount(ushort value) => (ushort)BitOperations.PopCount(value);

    public static ushort RotateLeft(ushort value, int rotateAmount) =>
        (ushort)((value << (rotateAmount & 15)) | (value >> ((16 - rotateAmount) & 15)));

    public static ushort RotateRight(ushort value, int rotateAmount) =>
        (ushort)((value >> (rotateAmount & 15)) | (value << ((16 - rotateAmount) & 15)));

    public static int Sign(ushort value) => value == 0 ? 0 : 1;

    public static ushort TrailingZeroCount(ushort value) => (ushort)Math.Min(BitOperations.TrailingZeroCount((uint)value), 16);

    int IBinaryInteger<ushort>.GetByteCount() => 2;

    int IBinaryInteger<ushort>.GetShortestBitLength() => Width - (int)LeadingZeroCount(_value);

    static bool INumberBase<ushort>.IsCanonical(ushort value) => true;

    static bool INumberBase<ushort>.IsComplexNumber(ushort value) => false;

    static bool INumberBase<ushort>.IsFinite(ushort value) => true;

    static bool INumberBase<ushort>.IsImaginaryNumber(ushort value) => false;

    static bool INumberBase<ushort>.IsInfinity(ushort value) => false;

    static bool INumberBase<ushort>.IsInteger(ushort value) => true;

    static bool INumberBase<ushort>.IsNaN(ushort value) => false;

    static bool INumberBase<ushort>.IsNegativeInfinity(ushort value) => false;

    static bool INumberBase<ushort>.IsNormal(ushort value) => value != 0;

    static bool INumberBase<ushort>.IsPositiveInfinity(ushort value) => false;

    static bool INumberBase<ushort>.IsRealNumber(ushort value) => true;

    static bool INumberBase<ushort>.IsSubnormal(ushort value) => false;

    static bool INumberBase<ushort>.IsZero(ushort value) => value == 0;

    static ushort IAdditionOperators<ushort, ushort, ushort>.operator +(ushort left, ushort right) => (ushort)(left + right);

    static ushort IAdditionOperators<ushort, ushort, ushort>.operator checked +(ushort left, ushort right) =>
        checked((ushort)(left + right));

    static ushort ISubtractionOperators<ushort, ushort, ushort>.operator -(ushort left, ushort right) => (ushort)(left - right);

    static ushort ISubtractionOperators<ushort, ushort, ushort>.operator checked -(ushort left, ushort right) =>
        checked((ushort)(left - right));

    static ushort IMultiplyOperators<ushort, ushort, ushort>.operator *(ushort left, ushort right) => (ushort)(left * right);

    static ushort IMultiplyOperators<ushort, ushort, ushort>.operator checked *(ushort left, ushort right) =>
        checked((ushort)(left * right));

    static ushort IDivisionOperators<ushort, ushort, ushort>.operator /(ushort left, ushort right) => (ushort)(left / right);

    static ushort IModulusOperators<ushort, ushort, ushort>.operator %(ushort left, ushort right) => (ushort)(left % right);

    static ushort IIncrementOperators<ushort>.operator ++(ushort value) => ++value;

    static ushort IIncrementOperators<ushort>.operator checked ++(ushort value) => checked(++value);

    static ushort IDecrementOperators<ushort>.operator --(ushort value) => --value;

    static ushort IDecrementOperators<ushort>.operator checked --(ushort value) => checked(--value);

    static ushort IUnaryPlusOperators<ushort, ushort>.operator +(ushort value) => value;

    static ushort IUnaryNegationOperators<ushort, ushort>.operator -(ushort value) => (ushort)(0 - value);

    static ushort IUnaryNegationOperators<ushort, ushort>.operator checked -(ushort value) => checked((ushort)(0 - value));

    static bool IEqualityOperators<ushort, ushort, bool>.operator ==(ushort left, ushort right) => left == right;

    static bool IEqualityOperators<ushort, ushort, bool>.operator !=(ushort left, ushort right) => left != right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator <(ushort left, ushort right) => left < right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator >(ushort left, ushort right) => left > right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator <=(ushort left, ushort right) => left <= right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator >=(ushort left, ushort right) => left >= right;

    static ushort IBitwiseOperators<ushort, ushort, ushort>.operator &(ushort left, ushort right) => (ushort)(left & right);

    static ushort IBitwiseOperators<ushort, ushort, ushort>.operator |(ushort left, ushort right) => (ushort)(left | right);

    static ushort IBitwiseOperators<ushort, ushort, ushort>.operator ^(ushort left, ushort right) => (ushort)(left ^ right);

    static ushort IBitwiseOperators<ushort, ushort, ushort>.operator ~(ushort value) => (ushort)(~value);

    static ushort IShiftOperators<ushort, int, ushort>.operator <<(ushort value, int shiftAmount) => (ushort)(value << (shiftAmount & 15));

    static ushort IShiftOperators<ushort, int, ushort>.operator >>(ushort value, int shiftAmount) => (ushort)(value >> (shiftAmount & 15));

    static ushort IShiftOperators<ushort, int, ushort>.operator >>>(ushort value, int shiftAmount) =>
        (ushort)(value >>> (shiftAmount & 15));
}
