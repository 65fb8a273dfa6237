using System.Numerics;

namespace System;

public readonly partial struct Byte : IBinaryInteger<byte>, IMinMaxValue<byte>, IUnsignedNumber<byte>
{
    static byte INumberBase<byte>.One => 1;

    static int INumberBase<byte>.Radix => 2;

    static byte INumberBase<byte>.Zero => 0;

    static byte IAdditiveIdentity<byte, byte>.AdditiveIdentity => 0;

    static byte IMultiplicativeIdentity<byte, byte>.MultiplicativeIdentity => 1;

    static byte IMinMaxValue<byte>.MinValue => MinValue;

    static byte IMinMaxValue<byte>.MaxValue => MaxValue;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static byte CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, byte>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static byte CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, byte>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static byte CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, byte>(value, NumberConversionMode.Truncating);

    static byte INumberBase<byte>.Abs(byte value) => value;

    public static byte Clamp(byte value, byte min, byte max) => Math.Clamp(value, min, max);

    static byte INumber<byte>.CopySign(byte value, byte sign) => value;

    public static (byte Quotient, byte Remainder) DivRem(byte left, byte right) => Math.DivRem(left, right);

    public static bool IsEvenInteger(byte value) => (value & 1) == 0;

    public static bool IsOddInteger(byte value) => (value & 1) != 0;

    static bool INumberBase<byte>.IsNegative(byte value) => false;

    static bool INumberBase<byte>.IsPositive(byte value) => true;

    public static bool IsPow2(byte value) => BitOperations.IsPow2((uint)value);

    public static byte LeadingZeroCount(byte value) => (byte)(BitOperations.LeadingZeroCount(value) - 24);

    public static byte Log2(byte value) => (byte)BitOperations.Log2(value);

    public static byte Max(byte x, byte y) => Math.Max(x, y);

    public static byte Min(byte x, byte y) => Math.Min(x, y);

    static byte INumberBase<byte>.MaxMagnitude(byte x, byte y) => Math.Max(x, y);

    static byte INumberBase<byte>.MaxMagnitudeNumber(byte x, byte y) => Math.Max(x, y);

    static byte INumberBase<byte>.MinMagnitude(byte x, byte y) => Math.Min(x, y);

    static byte INumberBase<byte>.MinMagnitudeNumber(byte x, byte y) => Math.Min(x, y);

    public static byte PopCount(byte value) => (byte)BitOperations.PopCount(value);

    public static byte RotateLeft(byte value, int rotateAmount) =>
        (byte)((value << (rotateAmount & 7)) | (value >> ((8 - rotateAmount) & 7)));

    public static byte RotateRight(byte value, int rotateAmount) =>
        (byte)((value >> (rotateAmount & 7)) | (value << ((8 - rotateAmount) & 7)));

    public static int Sign(byte value) => value == 0 ? 0 : 1;

    public static byte TrailingZeroCount(byte value) => (byte)Math.Min(BitOperations.TrailingZeroCount((uint)value), 8);

    int IBinaryInteger<byte>.GetByteCount() => 1;

    int IBinaryInteger<byte>.GetShortestBitLength() => Width - (int)LeadingZeroCount(_value);

    static bool INumberBase<byte>.IsCanonical(byte value) => true;

    static bool INumberBase<byte>.IsComplexNumber(byte value) => false;

    static bool INumberBase<byte>.IsFinite(byte value) => true;

    static bool INumberBase<byte>.IsImaginaryNumber(byte value) => false;

    static bool INumberBase<byte>.IsInfinity(byte value) => false;

    static bool INumberBase<byte>.IsInteger(byte value) => true;

    static bool INumberBase<byte>.IsNaN(byte value) => false;

    static bool INumberBase<byte>.IsNegativeInfinity(byte value) => false;

    static bool INumberBase<byte>.IsNormal(byte value) => value != 0;

    static bool INumberBase<byte>.IsPositiveInfinity(byte value) => false;

    static bool INumberBase<byte>.IsRealNumber(byte value) => true;

    static bool INumberBase<byte>.IsSubnormal(byte value) => false;

    static bool INumberBase<byte>.IsZero(byte value) => value == 0;

    static byte IAdditionOperators<byte, byte, byte>.operator +(byte left, byte right) => (byte)(left + right);

    static byte IAdditionOperators<byte, byte, byte>.operator checked +(byte left, byte right) => checked((byte)(left + right));

    static byte ISubtractionOperators<byte, byte, byte>.operator -(byte left, byte right) => (byte)(left - right);

    static byte ISubtractionOperators<byte, byte, byte>.operator checked -(byte left, byte right) => checked((byte)(left - right));

    static byte IMultiplyOperators<byte, byte, byte>.operator *(byte left, byte right) => (byte)(left * right);

    static byte IMultiplyOperators<byte, byte, byte>.operator checked *(byte left, byte right) => checked((byte)(left * right));

    static byte IDivisionOperators<byte, byte, byte>.operator /(byte left, byte right) => (byte)(left / right);

    static byte IModulusOperators<byte, byte, byte>.operator %(byte left, byte right) => (byte)(left % right);

    static byte IIncrementOperators<byte>.operator ++(byte value) => ++value;

    static byte IIncrementOperators<byte>.operator checked ++(byte value) => checked(++value);

    static byte IDecrementOperators<byte>.operator --(byte value) => --value;

    static byte IDecrementOperators<byte>.operator checked --(byte value) => checked(--value);

    static byte IUnaryPlusOperators<byte, byte>.operator +(byte value) => value;

    static byte IUnaryNegationOperators<byte, byte>.operator -(byte value) => (byte)(0 - value);

    static byte IUnaryNegationOperators<byte, byte>.operator checked -(byte value) => checked((byte)(0 - value));

    static bool IEqualityOperators<byte, byte, bool>.operator ==(byte left, byte right) => left == right;

    static bool IEqualityOperators<byte, byte, bool>.operator !=(byte left, byte right) => left != right;

    static bool IComparisonOperators<byte, byte, bool>.operator <(byte left, byte right) => left < right;

    static bool IComparisonOperators<byte, byte, bool>.operator >(byte left, byte right) => left > right;

    static bool IComparisonOperators<byte, byte, bool>.operator <=(byte left, byte right) => left <= right;

    static bool IComparisonOperators<byte, byte, bool>.operator >=(byte left, byte right) => left >= right;

    static byte IBitwiseOperators<byte, byte, byte>.operator &(byte left, byte right) => (byte)(left & right);

    static byte IBitwiseOperators<byte, byte, byte>.operator |(byte left, byte right) => (byte)(left | right);

    static byte IBitwiseOperators<byte, byte, byte>.operator ^(byte left, byte right) => (byte)(left ^ right);

    static byte IBitwiseOperators<byte, byte, byte>.operator ~(byte value) => (byte)(~value);

    static byte IShiftOperators<byte, int, byte>.operator <<(byte value, int shiftAmount) => (byte)(value << (shiftAmount & 7));

    static byte IShiftOperators<byte, int, byte>.operator >>(byte value, int shiftAmount) => (byte)(value >> (shiftAmount & 7));

    static byte IShiftOperators<byte, int, byte>.operator >>>(byte value, int shiftAmount) => (byte)(value >>> (shiftAmount & 7));
}
