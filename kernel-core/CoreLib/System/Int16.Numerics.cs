using System.Numerics;

namespace System;

public readonly partial struct Int16 : IBinaryInteger<short>, IMinMaxValue<short>, ISignedNumber<short>
{
    static short INumberBase<short>.One => 1;

    static int INumberBase<short>.Radix => 2;

    static short INumberBase<short>.Zero => 0;

    static short IAdditiveIdentity<short, short>.AdditiveIdentity => 0;

    static short IMultiplicativeIdentity<short, short>.MultiplicativeIdentity => 1;

    static short IMinMaxValue<short>.MinValue => MinValue;

    static short IMinMaxValue<short>.MaxValue => MaxValue;

    static short ISignedNumber<short>.NegativeOne => -1;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static short CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, short>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static short CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, short>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static short CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, short>(value, NumberConversionMode.Truncating);

    /// <exception cref="OverflowException">The value is the smallest of its type.</exception>
    public static short Abs(short value) => Math.Abs(value);

    public static short Clamp(short value, short min, short max) => Math.Clamp(value, min, max);

    /// <exception cref="OverflowException">The value is the smallest of its type, and the sign is positive.</exception>
    public static short CopySign(short value, short sign) => value < 0 == sign < 0 ? value : checked((short)(-value));

    public static (short Quotient, short Remainder) DivRem(short left, short right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(short value) => (value & 1) == 0;

    public static bool IsOddInteger(short value) => (value & 1) != 0;

    public static bool IsNegative(short value) => value < 0;

    public static bool IsPositive(short value) => value >= 0;

    public static bool IsPow2(short value) => BitOperations.IsPow2((int)value);

    public static short LeadingZeroCount(short value) => (short)(BitOperations.LeadingZeroCount((ushort)value) - 16);

    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static short Log2(short value) => value >= 0 ? (short)BitOperations.Log2((ushort)value) : throw Number.NegativeLogarithm();

    public static short Max(short x, short y) => Math.Max(x, y);

    public static short Min(short x, short y) => Math.Min(x, y);

    public static short MaxMagnitude(short x, short y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left > right || (left == right && x >= 0) ? x : y;
    }

    public static short MinMagnitude(short x, short y)
    {
        var left = Number.Magnitude(x);
        var right = Number.Magnitude(y);
        return left < right || (left == right && x < 0) ? x : y;
    }

    static short INumberBase<short>.MaxMagnitudeNumber(short x, short y) => MaxMagnitude(x, y);

    static short INumberBase<short>.MinMagnitudeNumber(short x, short y) => MinMagnitude(x, y);

    public static short PopCount(short value) => (short)BitOperations.PopCount((ushort)value);

    public static short RotateLeft(short value, int rotateAmount) =>
        (short)(((ushort)value << (rotateAmount & 15)) | ((ushort)value >> ((16 - rotateAmount) & 15)));

    public static short RotateRight(short value, int rotateAmount) =>
        (short)(((ushort)value >> (rotateAmount & 15)) | ((ushort)value << ((16 - rotateAmount) & 15)));

    public static int Sign(short value) => Math.Sign(value);

    public static short TrailingZeroCount(short value) => (short)Math.Min(BitOperations.TrailingZeroCount((uint)value), 16);

    int IBinaryInteger<short>.GetByteCount() => 2;

    int IBinaryInteger<short>.GetShortestBitLength() =>
        _value >= 0 ? Width - (int)LeadingZeroCount(_value) : Width + 1 - (int)LeadingZeroCount((short)~_value);

    static bool INumberBase<short>.IsCanonical(short value) => true;

    static bool INumberBase<short>.IsComplexNumber(short value) => false;

    static bool INumberBase<short>.IsFinite(short value) => true;

    static bool INumberBase<short>.IsImaginaryNumber(short value) => false;

    static bool INumberBase<short>.IsInfinity(short value) => false;

    static bool INumberBase<short>.IsInteger(short value) => true;

    static bool INumberBase<short>.IsNaN(short value) => false;

    static bool INumberBase<short>.IsNegativeInfinity(short value) => false;

    static bool INumberBase<short>.IsNormal(short value) => value != 0;

    static bool INumberBase<short>.IsPositiveInfinity(short value) => false;

    static bool INumberBase<short>.IsRealNumber(short value) => true;

    static bool INumberBase<short>.IsSubnormal(short value) => false;

    static bool INumberBase<short>.IsZero(short value) => value == 0;

    static short IAdditionOperators<short, short, short>.operator +(short left, short right) => (short)(left + right);

    static short IAdditionOperators<short, short, short>.operator checked +(short left, short right) => checked((short)(left + right));

    static short ISubtractionOperators<short, short, short>.operator -(short left, short right) => (short)(left - right);

    static short ISubtractionOperators<short, short, short>.operator checked -(short left, short right) => checked((short)(left - right));

    static short IMultiplyOperators<short, short, short>.operator *(short left, short right) => (short)(left * right);

    static short IMultiplyOperators<short, short, short>.operator checked *(short left, short right) => checked((short)(left * right));

    static short IDivisionOperators<short, short, short>.operator /(short left, short right) => (short)(left / right);

    static short IModulusOperators<short, short, short>.operator %(short left, short right) => (short)(left % right);

    static short IIncrementOperators<short>.operator ++(short value) => ++value;

    static short IIncrementOperators<short>.operator checked ++(short value) => checked(++value);

    static short IDecrementOperators<short>.operator --(short value) => --value;

    static short IDecrementOperators<short>.operator checked --(short value) => checked(--value);

    static short IUnaryPlusOperators<short, short>.operator +(short value) => value;

    static short IUnaryNegationOperators<short, short>.operator -(short value) => (short)(-value);

    static short IUnaryNegationOperators<short, short>.operator checked -(short value) => checked((short)(-value));

    static bool IEqualityOperators<short, short, bool>.operator ==(short left, short right) => left == right;

    static bool IEqualityOperators<short, short, bool>.operator !=(short left, short right) => left != right;

    static bool IComparisonOperators<short, short, bool>.operator <(short left, short right) => left < right;

    static bool IComparisonOperators<short, short, bool>.operator >(short left, short right) => left > right;

    static bool IComparisonOperators<short, short, bool>.operator <=(short left, short right) => left <= right;

    static bool IComparisonOperators<short, short, bool>.operator >=(short left, short right) => left >= right;

    static short IBitwiseOperators<short, short, short>.operator &(short left, short right) => (short)(left & right);

    static short IBitwiseOperators<short, short, short>.operator |(short left, short right) => (short)(left | right);

    static short IBitwiseOperators<short, short, short>.operator ^(short left, short right) => (short)(left ^ right);

    static short IBitwiseOperators<short, short, short>.operator ~(short value) => (short)(~value);

    static short IShiftOperators<short, int, short>.operator <<(short value, int shiftAmount) => (short)(value << (shiftAmount & 15));

    static short IShiftOperators<short, int, short>.operator >>(short value, int shiftAmount) => (short)(value >> (shiftAmount & 15));

    static short IShiftOperators<short, int, short>.operator >>>(short value, int shiftAmount) =>
        (short)((ushort)value >>> (shiftAmount & 15));
}
