using System.Numerics;

namespace System;

public readonly partial struct UInt32 : IBinaryInteger<uint>, IMinMaxValue<uint>, IUnsignedNumber<uint>
{
    static uint INumberBase<uint>.One => 1;

    static int INumberBase<uint>.Radix => 2;

    static uint INumberBase<uint>.Zero => 0;

    static uint IAdditiveIdentity<uint, uint>.AdditiveIdentity => 0;

    static uint IMultiplicativeIdentity<uint, uint>.MultiplicativeIdentity => 1;

    static uint IMinMaxValue<uint>.MinValue => MinValue;

    static uint IMinMaxValue<uint>.MaxValue => MaxValue;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static uint CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, uint>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static uint CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, uint>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static uint CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, uint>(value, NumberConversionMode.Truncating);

    static uint INumberBase<uint>.Abs(uint value) => value;

    public static uint Clamp(uint value, uint min, uint max) => Math.Clamp(value, min, max);

    static uint INumber<uint>.CopySign(uint value, uint sign) => value;

    public static (uint Quotient, uint Remainder) DivRem(uint left, uint right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(uint value) => (value & 1) == 0;

    public static bool IsOddInteger(uint value) => (value & 1) != 0;

    static bool INumberBase<uint>.IsNegative(uint value) => false;

    static bool INumberBase<uint>.IsPositive(uint value) => true;

    public static bool IsPow2(uint value) => BitOperations.IsPow2(value);

    public static uint LeadingZeroCount(uint value) => (uint)BitOperations.LeadingZeroCount(value);

    public static uint Log2(uint value) => (uint)BitOperations.Log2(value);

    public static uint Max(uint x, uint y) => Math.Max(x, y);

    public static uint Min(uint x, uint y) => Math.Min(x, y);

    static uint INumberBase<uint>.MaxMagnitude(uint x, uint y) => Math.Max(x, y);

    static uint INumberBase<uint>.MaxMagnitudeNumber(uint x, uint y) => Math.Max(x, y);

    static uint INumberBase<uint>.MinMagnitude(uint x, uint y) => Math.Min(x, y);

    static uint INumberBase<uint>.MinMagnitudeNumber(uint x, uint y) => Math.Min(x, y);

    public static uint PopCount(uint value) => (uint)BitOperations.PopCount(value);

    public static uint RotateLeft(uint value, int rotateAmount) => BitOperations.RotateLeft(value, rotateAmount);

    public static uint RotateRight(uint value, int rotateAmount) => BitOperations.RotateRight(value, rotateAmount);

    public static int Sign(uint value) => value == 0 ? 0 : 1;

    public static uint TrailingZeroCount(uint value) => (uint)BitOperations.TrailingZeroCount(value);

    public static ulong BigMul(uint left, uint right) => (ulong)left * right;

    int IBinaryInteger<uint>.GetByteCount() => 4;

    int IBinaryInteger<uint>.GetShortestBitLength() => Width - (int)LeadingZeroCount(_value);

    static bool INumberBase<uint>.IsCanonical(uint value) => true;

    static bool INumberBase<uint>.IsComplexNumber(uint value) => false;

    static bool INumberBase<uint>.IsFinite(uint value) => true;

    static bool INumberBase<uint>.IsImaginaryNumber(uint value) => false;

    static bool INumberBase<uint>.IsInfinity(uint value) => false;

    static bool INumberBase<uint>.IsInteger(uint value) => true;

    static bool INumberBase<uint>.IsNaN(uint value) => false;

    static bool INumberBase<uint>.IsNegativeInfinity(uint value) => false;

    static bool INumberBase<uint>.IsNormal(uint value) => value != 0;

    static bool INumberBase<uint>.IsPositiveInfinity(uint value) => false;

    static bool INumberBase<uint>.IsRealNumber(uint value) => true;

    static bool INumberBase<uint>.IsSubnormal(uint value) => false;

    static bool INumberBase<uint>.IsZero(uint value) => value == 0;

    static uint IAdditionOperators<uint, uint, uint>.operator +(uint left, uint right) => left + right;

    static uint IAdditionOperators<uint, uint, uint>.operator checked +(uint left, uint right) => checked(left + right);

    static uint ISubtractionOperators<uint, uint, uint>.operator -(uint left, uint right) => left - right;

    static uint ISubtractionOperators<uint, uint, uint>.operator checked -(uint left, uint right) => checked(left - right);

    static uint IMultiplyOperators<uint, uint, uint>.operator *(uint left, uint right) => left * right;

    static uint IMultiplyOperators<uint, uint, uint>.operator checked *(uint left, uint right) => checked(left * right);

    static uint IDivisionOperators<uint, uint, uint>.operator /(uint left, uint right) => left / right;

    static uint IModulusOperators<uint, uint, uint>.operator %(uint left, uint right) => left % right;

    static uint IIncrementOperators<uint>.operator ++(uint value) => ++value;

    static uint IIncrementOperators<uint>.operator checked ++(uint value) => checked(++value);

    static uint IDecrementOperators<uint>.operator --(uint value) => --value;

    static uint IDecrementOperators<uint>.operator checked --(uint value) => checked(--value);

    static uint IUnaryPlusOperators<uint, uint>.operator +(uint value) => value;

    static uint IUnaryNegationOperators<uint, uint>.operator -(uint value) => 0 - value;

    static uint IUnaryNegationOperators<uint, uint>.operator checked -(uint value) => checked(0 - value);

    static bool IEqualityOperators<uint, uint, bool>.operator ==(uint left, uint right) => left == right;

    static bool IEqualityOperators<uint, uint, bool>.operator !=(uint left, uint right) => left != right;

    static bool IComparisonOperators<uint, uint, bool>.operator <(uint left, uint right) => left < right;

    static bool IComparisonOperators<uint, uint, bool>.operator >(uint left, uint right) => left > right;

    static bool IComparisonOperators<uint, uint, bool>.operator <=(uint left, uint right) => left <= right;

    static bool IComparisonOperators<uint, uint, bool>.operator >=(uint left, uint right) => left >= right;

    static uint IBitwiseOperators<uint, uint, uint>.operator &(uint left, uint right) => left & right;

    static uint IBitwiseOperators<uint, uint, uint>.operator |(uint left, uint right) => left | right;

    static uint IBitwiseOperators<uint, uint, uint>.operator ^(uint left, uint right) => left ^ right;

    static uint IBitwiseOperators<uint, uint, uint>.operator ~(uint value) => ~value;

    static uint IShiftOperators<uint, int, uint>.operator <<(uint value, int shiftAmount) => value << shiftAmount;

    static uint IShiftOperators<uint, int, uint>.operator >>(uint value, int shiftAmount) => value >> shiftAmount;

    static uint IShiftOperators<uint, int, uint>.operator >>>(uint value, int shiftAmount) => value >>> shiftAmount;
}
