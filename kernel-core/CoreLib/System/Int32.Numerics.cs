using System.Numerics;

namespace System;

public readonly partial struct Int32 : IBinaryInteger<int>, IMinMaxValue<int>, ISignedNumber<int>
{
    static int INumberBase<int>.One => 1;

    static int INumberBase<int>.Radix => 2;

    static int INumberBase<int>.Zero => 0;

    static int IAdditiveIdentity<int, int>.AdditiveIdentity => 0;

    static int IMultiplicativeIdentity<int, int>.MultiplicativeIdentity => 1;

    static int IMinMaxValue<int>.MinValue => MinValue;

    static int IMinMaxValue<int>.MaxValue => MaxValue;

    static int ISignedNumber<int>.NegativeOne => -1;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static int CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, int>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static int CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, int>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static int CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, int>(value, NumberConversionMode.Truncating);

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    public static int Abs(int value) => Math.Abs(value);

    public static int Clamp(int value, int min, int max) => Math.Clamp(value, min, max);

    /// <exception cref="OverflowException">The value is the smallest of its type, and the sign is positive.</exception>
    public static int CopySign(int value, int sign) => value < 0 == sign < 0 ? value : checked(-value);

    public static (int Quotient, int Remainder) DivRem(int left, int right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(int value) => (value & 1) == 0;

    public static bool IsOddInteger(int value) => (value & 1) != 0;

    public static bool IsNegative(int value) => value < 0;

    public static bool IsPositive(int value) => value >= 0;

    public static bool IsPow2(int value) => BitOperations.IsPow2(value);

    public static int LeadingZeroCount(int value) => BitOperations.LeadingZeroCount((uint)value);

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static int Log2(int value) => value >= 0 ? BitOperations.Log2((uint)value) : throw Number.NegativeLogarithm();

    public static int Max(int x, int y) => Math.Max(x, y);

    public static int Min(int x, int y) => Math.Min(x, y);

    public static int MaxMagnitude(int x, int y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left > right || (left == right && x >= 0) ? x : y;
    }

    public static int MinMagnitude(int x, int y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left < right || (left == right && x < 0) ? x : y;
    }

    static int INumberBase<int>.MaxMagnitudeNumber(int x, int y) => MaxMagnitude(x, y);

    static int INumberBase<int>.MinMagnitudeNumber(int x, int y) => MinMagnitude(x, y);

    public static int PopCount(int value) => BitOperations.PopCount((uint)value);

    public static int RotateLeft(int value, int rotateAmount) => (int)BitOperations.RotateLeft((uint)value, rotateAmount);

    public static int RotateRight(int value, int rotateAmount) => (int)BitOperations.RotateRight((uint)value, rotateAmount);

    public static int Sign(int value) => Math.Sign(value);

    public static int TrailingZeroCount(int value) => BitOperations.TrailingZeroCount(value);

    public static long BigMul(int left, int right) => (long)left * right;

    int IBinaryInteger<int>.GetByteCount() => 4;

    int IBinaryInteger<int>.GetShortestBitLength() =>
        _value >= 0 ? Width - (int)LeadingZeroCount(_value) : Width + 1 - (int)LeadingZeroCount((int)~_value);

    static bool INumberBase<int>.IsCanonical(int value) => true;

    static bool INumberBase<int>.IsComplexNumber(int value) => false;

    static bool INumberBase<int>.IsFinite(int value) => true;

    static bool INumberBase<int>.IsImaginaryNumber(int value) => false;

    static bool INumberBase<int>.IsInfinity(int value) => false;

    static bool INumberBase<int>.IsInteger(int value) => true;

    static bool INumberBase<int>.IsNaN(int value) => false;

    static bool INumberBase<int>.IsNegativeInfinity(int value) => false;

    static bool INumberBase<int>.IsNormal(int value) => value != 0;

    static bool INumberBase<int>.IsPositiveInfinity(int value) => false;

    static bool INumberBase<int>.IsRealNumber(int value) => true;

    static bool INumberBase<int>.IsSubnormal(int value) => false;

    static bool INumberBase<int>.IsZero(int value) => value == 0;

    static int IAdditionOperators<int, int, int>.operator +(int left, int right) => left + right;

    static int IAdditionOperators<int, int, int>.operator checked +(int left, int right) => checked(left + right);

    static int ISubtractionOperators<int, int, int>.operator -(int left, int right) => left - right;

    static int ISubtractionOperators<int, int, int>.operator checked -(int left, int right) => checked(left - right);

    static int IMultiplyOperators<int, int, int>.operator *(int left, int right) => left * right;

    static int IMultiplyOperators<int, int, int>.operator checked *(int left, int right) => checked(left * right);

    static int IDivisionOperators<int, int, int>.operator /(int left, int right) => left / right;

    static int IModulusOperators<int, int, int>.operator %(int left, int right) => left % right;

    static int IIncrementOperators<int>.operator ++(int value) => ++value;

    static int IIncrementOperators<int>.operator checked ++(int value) => checked(++value);

    static int IDecrementOperators<int>.operator --(int value) => --value;

    static int IDecrementOperators<int>.operator checked --(int value) => checked(--value);

    static int IUnaryPlusOperators<int, int>.operator +(int value) => value;

    static int IUnaryNegationOperators<int, int>.operator -(int value) => -value;

    static int IUnaryNegationOperators<int, int>.operator checked -(int value) => checked(-value);

    static bool IEqualityOperators<int, int, bool>.operator ==(int left, int right) => left == right;

    static bool IEqualityOperators<int, int, bool>.operator !=(int left, int right) => left != right;

    static bool IComparisonOperators<int, int, bool>.operator <(int left, int right) => left < right;

    static bool IComparisonOperators<int, int, bool>.operator >(int left, int right) => left > right;

    static bool IComparisonOperators<int, int, bool>.operator <=(int left, int right) => left <= right;

    static bool IComparisonOperators<int, int, bool>.operator >=(int left, int right) => left >= right;

    static int IBitwiseOperators<int, int, int>.operator &(int left, int right) => left & right;

    static int IBitwiseOperators<int, int, int>.operator |(int left, int right) => left | right;

    static int IBitwiseOperators<int, int, int>.operator ^(int left, int right) => left ^ right;

    static int IBitwiseOperators<int, int, int>.operator ~(int value) => ~value;

    static int IShiftOperators<int, int, int>.operator <<(int value, int shiftAmount) => value << shiftAmount;

    static int IShiftOperators<int, int, int>.operator >>(int value, int shiftAmount) => value >> shiftAmount;

    static int IShiftOperators<int, int, int>.operator >>>(int value, int shiftAmount) => value >>> shiftAmount;
}
