using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace System;

/// <summary>A character as a number, for generic code that counts with it.</summary>
public readonly partial struct Char : IBinaryInteger<char>, IMinMaxValue<char>, IUnsignedNumber<char>
{
    static char INumberBase<char>.One => (char)1;

    static int INumberBase<char>.Radix => 2;

    static char INumberBase<char>.Zero => (char)0;

    static char IAdditiveIdentity<char, char>.AdditiveIdentity => (char)0;

    static char IMultiplicativeIdentity<char, char>.MultiplicativeIdentity => (char)1;

    static char IMinMaxValue<char>.MinValue => MinValue;

    static char IMinMaxValue<char>.MaxValue => MaxValue;

    static char INumberBase<char>.CreateChecked<TOther>(TOther value) =>
        NumberConversion.Convert<TOther, char>(value, NumberConversionMode.Checked);

    static char INumberBase<char>.CreateSaturating<TOther>(TOther value) =>
        NumberConversion.Convert<TOther, char>(value, NumberConversionMode.Saturating);

    static char INumberBase<char>.CreateTruncating<TOther>(TOther value) =>
        NumberConversion.Convert<TOther, char>(value, NumberConversionMode.Truncating);

    static char INumberBase<char>.Abs(char value) => value;

    static char INumber<char>.Clamp(char value, char min, char max) => (char)Math.Clamp((ushort)value, (ushort)min, (ushort)max);

    static char INumber<char>.CopySign(char value, char sign) => value;

    static (char Quotient, char Remainder) IBinaryInteger<char>.DivRem(char left, char right) => ((char)(left / right), (char)(left % right));

    static bool INumberBase<char>.IsEvenInteger(char value) => (value & 1) == 0;

    static bool INumberBase<char>.IsOddInteger(char value) => (value & 1) != 0;

    static bool INumberBase<char>.IsNegative(char value) => false;

    static bool INumberBase<char>.IsPositive(char value) => true;

    static bool IBinaryNumber<char>.IsPow2(char value) => BitOperations.IsPow2((uint)value);

    static char IBinaryInteger<char>.LeadingZeroCount(char value) => (char)(BitOperations.LeadingZeroCount(value) - 16);

    static char IBinaryNumber<char>.Log2(char value) => (char)BitOperations.Log2(value);

    static char INumber<char>.Max(char x, char y) => (char)Math.Max((ushort)x, (ushort)y);

    static char INumber<char>.Min(char x, char y) => (char)Math.Min((ushort)x, (ushort)y);

    static char INumberBase<char>.MaxMagnitude(char x, char y) => (char)Math.Max((ushort)x, (ushort)y);

    static char INumberBase<char>.MaxMagnitudeNumber(char x, char y) => (char)Math.Max((ushort)x, (ushort)y);

    static char INumberBase<char>.MinMagnitude(char x, char y) => (char)Math.Min((ushort)x, (ushort)y);

    static char INumberBase<char>.MinMagnitudeNumber(char x, char y) => (char)Math.Min((ushort)x, (ushort)y);

    static char IBinaryInteger<char>.PopCount(char value) => (char)BitOperations.PopCount(value);

    static char IBinaryInteger<char>.RotateLeft(char value, int rotateAmount) =>
        (char)((value << (rotateAmount & 15)) | (value >> ((16 - rotateAmount) & 15)));

    static char IBinaryInteger<char>.RotateRight(char value, int rotateAmount) =>
        (char)((value >> (rotateAmount & 15)) | (value << ((16 - rotateAmount) & 15)));

    static int INumber<char>.Sign(char value) => value == 0 ? 0 : 1;

    static char IBinaryInteger<char>.TrailingZeroCount(char value) => (char)Math.Min(BitOperations.TrailingZeroCount((uint)value), 16);

    int IBinaryInteger<char>.GetByteCount() => 2;

    int IBinaryInteger<char>.GetShortestBitLength() => 32 - BitOperations.LeadingZeroCount((uint)_value);

    static bool INumberBase<char>.IsCanonical(char value) => true;

    static bool INumberBase<char>.IsComplexNumber(char value) => false;

    static bool INumberBase<char>.IsFinite(char value) => true;

    static bool INumberBase<char>.IsImaginaryNumber(char value) => false;

    static bool INumberBase<char>.IsInfinity(char value) => false;

    static bool INumberBase<char>.IsInteger(char value) => true;

    static bool INumberBase<char>.IsNaN(char value) => false;

    static bool INumberBase<char>.IsNegativeInfinity(char value) => false;

    static bool INumberBase<char>.IsNormal(char value) => value != 0;

    static bool INumberBase<char>.IsPositiveInfinity(char value) => false;

    static bool INumberBase<char>.IsRealNumber(char value) => true;

    static bool INumberBase<char>.IsSubnormal(char value) => false;

    static bool INumberBase<char>.IsZero(char value) => value == 0;

    static char IAdditionOperators<char, char, char>.operator +(char left, char right) => (char)(left + right);

    static char IAdditionOperators<char, char, char>.operator checked +(char left, char right) =>
        checked((char)(left + right));

    static char ISubtractionOperators<char, char, char>.operator -(char left, char right) => (char)(left - right);

    static char ISubtractionOperators<char, char, char>.operator checked -(char left, char right) =>
        checked((char)(left - right));

    static char IMultiplyOperators<char, char, char>.operator *(char left, char right) => (char)(left * right);

    static char IMultiplyOperators<char, char, char>.operator checked *(char left, char right) =>
        checked((char)(left * right));

    static char IDivisionOperators<char, char, char>.operator /(char left, char right) => (char)(left / right);

    static char IModulusOperators<char, char, char>.operator %(char left, char right) => (char)(left % right);

    static char IIncrementOperators<char>.operator ++(char value) => ++value;

    static char IIncrementOperators<char>.operator checked ++(char value) => checked(++value);

    static char IDecrementOperators<char>.operator --(char value) => --value;

    static char IDecrementOperators<char>.operator checked --(char value) => checked(--value);

    static char IUnaryPlusOperators<char, char>.operator +(char value) => value;

    static char IUnaryNegationOperators<char, char>.operator -(char value) => (char)(0 - value);

    static char IUnaryNegationOperators<char, char>.operator checked -(char value) => checked((char)(0 - value));

    static bool IEqualityOperators<char, char, bool>.operator ==(char left, char right) => left == right;

    static bool IEqualityOperators<char, char, bool>.operator !=(char left, char right) => left != right;

    static bool IComparisonOperators<char, char, bool>.operator <(char left, char right) => left < right;

    static bool IComparisonOperators<char, char, bool>.operator >(char left, char right) => left > right;

    static bool IComparisonOperators<char, char, bool>.operator <=(char left, char right) => left <= right;

    static bool IComparisonOperators<char, char, bool>.operator >=(char left, char right) => left >= right;

    static char IBitwiseOperators<char, char, char>.operator &(char left, char right) => (char)(left & right);

    static char IBitwiseOperators<char, char, char>.operator |(char left, char right) => (char)(left | right);

    static char IBitwiseOperators<char, char, char>.operator ^(char left, char right) => (char)(left ^ right);

    static char IBitwiseOperators<char, char, char>.operator ~(char value) => (char)(~value);

    static char IShiftOperators<char, int, char>.operator <<(char value, int shiftAmount) => (char)(value << (shiftAmount & 15));

    static char IShiftOperators<char, int, char>.operator >>(char value, int shiftAmount) => (char)(value >> (shiftAmount & 15));

    static char IShiftOperators<char, int, char>.operator >>>(char value, int shiftAmount) =>
        (char)(value >>> (shiftAmount & 15));

    static char INumberBase<char>.Parse(string s, NumberStyles style, IFormatProvider? provider) => Parse(s);

    static char INumberBase<char>.Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) => Parse(s.ToString());

    static bool INumberBase<char>.TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out char result) =>
        TryParse(s, out result);

    static bool INumberBase<char>.TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out char result) =>
        TryParse(s.ToString(), out result);

    static char IUtf8SpanParsable<char>.Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider) => Parse(Encoding.UTF8.GetString(utf8Text));

    static bool IUtf8SpanParsable<char>.TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out char result) =>
        TryParse(Encoding.UTF8.GetString(utf8Text), out result);
}
