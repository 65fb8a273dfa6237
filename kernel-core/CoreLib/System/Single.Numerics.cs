using System.Numerics;

namespace System;

public readonly partial struct Single : IBinaryFloatingPointIeee754<float>, IMinMaxValue<float>
{
    static float INumberBase<float>.One => 1;

    static int INumberBase<float>.Radix => 2;

    static float INumberBase<float>.Zero => 0;

    static float IAdditiveIdentity<float, float>.AdditiveIdentity => 0;

    static float IMultiplicativeIdentity<float, float>.MultiplicativeIdentity => 1;

    static float ISignedNumber<float>.NegativeOne => -1;

    static float IMinMaxValue<float>.MinValue => MinValue;

    static float IMinMaxValue<float>.MaxValue => MaxValue;

    static float IFloatingPointConstants<float>.E => E;

    static float IFloatingPointConstants<float>.Pi => Pi;

    static float IFloatingPointConstants<float>.Tau => Tau;

    static float IFloatingPointIeee754<float>.Epsilon => Epsilon;

    static float IFloatingPointIeee754<float>.NaN => NaN;

    static float IFloatingPointIeee754<float>.NegativeInfinity => NegativeInfinity;

    static float IFloatingPointIeee754<float>.NegativeZero => NegativeZero;

    static float IFloatingPointIeee754<float>.PositiveInfinity => PositiveInfinity;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static float CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, float>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static float CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, float>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static float CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, float>(value, NumberConversionMode.Truncating);

    public static float Abs(float value) => MathF.Abs(value);

    public static float Clamp(float value, float min, float max) => Math.Clamp(value, min, max);

    public static float CopySign(float value, float sign) => MathF.CopySign(value, sign);

    public static float Max(float x, float y) => MathF.Max(x, y);

    public static float MaxNumber(float x, float y) => IsNaN(x) ? y : IsNaN(y) ? x : MathF.Max(x, y);

    public static float Min(float x, float y) => MathF.Min(x, y);

    public static float MinNumber(float x, float y) => IsNaN(x) ? y : IsNaN(y) ? x : MathF.Min(x, y);

    public static float MaxMagnitude(float x, float y) => MathF.MaxMagnitude(x, y);

    public static float MaxMagnitudeNumber(float x, float y) => IsNaN(x) ? y : IsNaN(y) ? x : MathF.MaxMagnitude(x, y);

    public static float MinMagnitude(float x, float y) => MathF.MinMagnitude(x, y);

    public static float MinMagnitudeNumber(float x, float y) => IsNaN(x) ? y : IsNaN(y) ? x : MathF.MinMagnitude(x, y);

    public static int Sign(float value) => MathF.Sign(value);

    public static float Log2(float value) => MathF.Log2(value);

    public static float Ceiling(float x) => MathF.Ceiling(x);

    public static float Floor(float x) => MathF.Floor(x);

    public static float Round(float x) => MathF.Round(x);

    public static float Round(float x, int digits) => MathF.Round(x, digits);

    public static float Round(float x, MidpointRounding mode) => MathF.Round(x, mode);

    public static float Round(float x, int digits, MidpointRounding mode) => MathF.Round(x, digits, mode);

    public static float Truncate(float x) => MathF.Truncate(x);

    public static float Lerp(float value1, float value2, float amount) => (value1 * (1 - amount)) + (value2 * amount);

    public static float Log(float x, float newBase) => MathF.Log(x, newBase);

    public static float Pow(float x, float y) => MathF.Pow(x, y);

    public static float Atan2(float y, float x) => MathF.Atan2(y, x);

    public static float Ieee754Remainder(float left, float right) => MathF.IEEERemainder(left, right);

    public static int ILogB(float x) => MathF.ILogB(x);

    public static float ScaleB(float x, int n) => MathF.ScaleB(x, n);

    public static (float Sin, float Cos) SinCos(float x) => MathF.SinCos(x);

    public static float BitDecrement(float x) => MathF.BitDecrement(x);

    public static float BitIncrement(float x) => MathF.BitIncrement(x);

    public static float Exp(float x) => MathF.Exp(x);

    public static float Log(float x) => MathF.Log(x);

    public static float Log10(float x) => MathF.Log10(x);

    public static float Cbrt(float x) => MathF.Cbrt(x);

    public static float Sqrt(float x) => MathF.Sqrt(x);

    public static float Acos(float x) => MathF.Acos(x);

    public static float Asin(float x) => MathF.Asin(x);

    public static float Atan(float x) => MathF.Atan(x);

    public static float Cos(float x) => MathF.Cos(x);

    public static float Sin(float x) => MathF.Sin(x);

    public static float Tan(float x) => MathF.Tan(x);

    public static float Cosh(float x) => MathF.Cosh(x);

    public static float Sinh(float x) => MathF.Sinh(x);

    public static float Tanh(float x) => MathF.Tanh(x);

    static bool INumberBase<float>.IsCanonical(float value) => true;

    static bool INumberBase<float>.IsComplexNumber(float value) => false;

    static bool INumberBase<float>.IsImaginaryNumber(float value) => false;

    static bool INumberBase<float>.IsZero(float value) => value == 0;

    static float IAdditionOperators<float, float, float>.operator +(float left, float right) => left + right;

    static float ISubtractionOperators<float, float, float>.operator -(float left, float right) => left - right;

    static float IMultiplyOperators<float, float, float>.operator *(float left, float right) => left * right;

    static float IDivisionOperators<float, float, float>.operator /(float left, float right) => left / right;

    static float IModulusOperators<float, float, float>.operator %(float left, float right) => left % right;

    static float IIncrementOperators<float>.operator ++(float value) => ++value;

    static float IDecrementOperators<float>.operator --(float value) => --value;

    static float IUnaryPlusOperators<float, float>.operator +(float value) => value;

    static float IUnaryNegationOperators<float, float>.operator -(float value) => -value;

    static bool IEqualityOperators<float, float, bool>.operator ==(float left, float right) => left == right;

    static bool IEqualityOperators<float, float, bool>.operator !=(float left, float right) => left != right;

    static bool IComparisonOperators<float, float, bool>.operator <(float left, float right) => left < right;

    static bool IComparisonOperators<float, float, bool>.operator >(float left, float right) => left > right;

    static bool IComparisonOperators<float, float, bool>.operator <=(float left, float right) => left <= right;

    static bool IComparisonOperators<float, float, bool>.operator >=(float left, float right) => left >= right;

    static float IBitwiseOperators<float, float, float>.operator &(float left, float right) =>
        BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(left) & BitConverter.SingleToUInt32Bits(right));

    static float IBitwiseOperators<float, float, float>.operator |(float left, float right) =>
        BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(left) | BitConverter.SingleToUInt32Bits(right));

    static float IBitwiseOperators<float, float, float>.operator ^(float left, float right) =>
        BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(left) ^ BitConverter.SingleToUInt32Bits(right));

    static float IBitwiseOperators<float, float, float>.operator ~(float value) =>
        BitConverter.UInt32BitsToSingle(~BitConverter.SingleToUInt32Bits(value));
}
