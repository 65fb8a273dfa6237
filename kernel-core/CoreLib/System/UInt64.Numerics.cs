using System.Numerics;

namespace System;

public readonly partial struct UInt64 : IBinaryInteger<ulong>, IMinMaxValue<ulong>, IUnsignedNumber<ulong>
{
    static ulong INumberBase<ulong>.One => 1;

    static int INumberBase<ulong>.Radix => 2;

    static ulong INumberBase<ulong>.Zero => 0;

    static ulong IAdditiveIdentity<ulong, ulong>.AdditiveIdentity => 0;

    static ulong IMultiplicativeIdentity<ulong, ulong>.MultiplicativeIdentity => 1;

    static ulong IMinMaxValue<ulong>.MinValue => MinValue;

    static ulong IMinMaxValue<ulong>.MaxValue => MaxValue;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static ulong CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, ulong>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static ulong CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, ulong>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static ulong CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, ulong>(value, NumberConversionMode.Truncating);

    static ulong INumberBase<ulong>.Abs(ulong value) => value;

    public static ulong Clamp(ulong value, ulong min, ulong max) => Math.Clamp(value, min, max);

    static ulong INumber<ulong>.CopySign(ulong value, ulong sign) => value;

    public static (ulong Quotient, ulong Remainder) DivRem(ulong left, ulong right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(ulong value) => (value & 1) == 0;

    public static bool IsOddInteger(ulong value) => (value & 1) != 0;

    static bool INumberBase<ulong>.IsNegative(ulong value) => false;

    static bool INumberBase<ulong>.IsPositive(ulong value) => true;

    public static bool IsPow2(ulong value) => BitOperations.IsPow2(value);

    public static ulong LeadingZeroCount(ulong value) => (ulong)BitOperations.LeadingZeroCount(value);

    public static ulong Log2(ulong value) => (ulong)BitOperations.Log2(value);

    public static ulong Max(ulong x, ulong y) => Math.Max(x, y);

    public static ulong Min(ulong x, ulong y) => Math.Min(x, y);

    static ulong INumberBase<ulong>.MaxMagnitude(ulong x, ulong y) => Math.Max(x, y);

    static ulong INumberBase<ulong>.MaxMagnitudeNumber(ulong x, ulong y) => Math.Max(x, y);

    static ulong INumberBase<ulong>.MinMagnitude(ulong x, ulong y) => Math.Min(x, y);

    static ulong INumberBase<ulong>.MinMagnitudeNumber(ulong x, ulong y) => Math.Min(x, y);

    public static ulong PopCount(ulong value) => (ulong)BitOperations.PopCount(value);

    public static ulong RotateLeft(ulong value, int rotateAmount) => BitOperations.RotateLeft(value, rotateAmount);

    public static ulong RotateRight(ulong value, int rotateAmount) => BitOperations.RotateRight(value, rotateAmount);

    public static int Sign(ulong value) => value == 0 ? 0 : 1;

    public static ulong TrailingZeroCount(ulong value) => (ulong)BitOperations.TrailingZeroCount(value);

    int IBinaryInteger<ulong>.GetByteCount() => 8;

    int IBinaryInteger<ulong>.GetShortestBitLength() => Width - (int)LeadingZeroCount(_value);

    static bool INumberBase<ulong>.IsCanonical(ulong value) => true;

    static bool INumberBase<ulong>.IsComplexNumber(ulong value) => false;

    static bool INumberBase<ulong>.IsFinite(ulong value) => true;

    static bool INumberBase<ulong>.IsImaginaryNumber(ulong value) => false;

    static bool INumberBase<ulong>.IsInfinity(ulong value) => false;

    static bool INumberBase<ulong>.IsInteger(ulong value) => true;

    static bool INumberBase<ulong>.IsNaN(ulong value) => false;

    static bool INumberBase<ulong>.IsNegativeInfinity(ulong value) => false;

    static bool INumberBase<ulong>.IsNormal(ulong value) => value != 0;

    static bool INumberBase<ulong>.IsPositiveInfinity(ulong value) => false;

    static bool INumberBase<ulong>.IsRealNumber(ulong value) => true;

    static bool INumberBase<ulong>.IsSubnormal(ulong value) => false;

    static bool INumberBase<ulong>.IsZero(ulong value) => value == 0;

    static ulong IAdditionOperators<ulong, ulong, ulong>.operator +(ulong left, ulong right) => left + right;

    static ulong IAdditionOperators<ulong, ulong, ulong>.operator checked +(ulong left, ulong right) => checked(left + right);

    static ulong ISubtractionOperators<ulong, ulong, ulong>.operator -(ulong left, ulong right) => left - right;

    static ulong ISubtractionOperators<ulong, ulong, ulong>.operator checked -(ulong left, ulong right) => checked(left - right);

    static ulong IMultiplyOperators<ulong, ulong, ulong>.operator *(ulong left, ulong right) => left * right;

    static ulong IMultiplyOperators<ulong, ulong, ulong>.operator checked *(ulong left, ulong right) => checked(left * right);

    static ulong IDivisionOperators<ulong, ulong, ulong>.operator /(ulong left, ulong right) => left / right;

    static ulong IModulusOperators<ulong, ulong, ulong>.operator %(ulong left, ulong right) => left % right;

    static ulong IIncrementOperators<ulong>.operator ++(ulong value) => ++value;

    static ulong IIncrementOperators<ulong>.operator checked ++(ulong value) => checked(++value);

    static ulong IDecrementOperators<ulong>.operator --(ulong value) => --value;

    static ulong IDecrementOperators<ulong>.operator checked --(ulong value) => checked(--value);

    static ulong IUnaryPlusOperators<ulong, ulong>.operator +(ulong value) => value;

    static ulong IUnaryNegationOperators<ulong, ulong>.operator -(ulong value) => 0 - value;

    static ulong IUnaryNegationOperators<ulong, ulong>.operator checked -(ulong value) => checked(0 - value);

    static bool IEqualityOperators<ulong, ulong, bool>.operator ==(ulong left, ulong right) => left == right;

    static bool IEqualityOperators<ulong, ulong, bool>.operator !=(ulong left, ulong right) => left != right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator <(ulong left, ulong right) => left < right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator >(ulong left, ulong right) => left > right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator <=(ulong left, ulong right) => left <= right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator >=(ulong left, ulong right) => left >= right;

    static ulong IBitwiseOperators<ulong, ulong, ulong>.operator &(ulong left, ulong right) => left & right;

    static ulong IBitwiseOperators<ulong, ulong, ulong>.operator |(ulong left, ulong right) => left | right;

    static ulong IBitwiseOperators<ulong, ulong, ulong>.operator ^(ulong left, ulong right) => left ^ right;

    static ulong IBitwiseOperators<ulong, ulong, ulong>.operator ~(ulong value) => ~value;

    static ulong IShiftOperators<ulong, int, ulong>.operator <<(ulong value, int shiftAmount) => value << shiftAmount;

    static ulong IShiftOperators<ulong, int, ulong>.operator >>(ulong value, int shiftAmount) => value >> shiftAmount;

    static ulong IShiftOperators<ulong, int, ulong>.operator >>>(ulong value, int shiftAmount) => value >>> shiftAmount;
}
