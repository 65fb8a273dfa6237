using System.Numerics;

namespace System;

public readonly partial struct Double : IBinaryFloatingPointIeee754<double>, IMinMaxValue<double>
{
    static double INumberBase<double>.One => 1;

    static int INumberBase<double>.Radix => 2;

    static double INumberBase<double>.Zero => 0;

    static double IAdditiveIdentity<double, double>.AdditiveIdentity => 0;

    static double IMultiplicativeIdentity<double, double>.MultiplicativeIdentity => 1;

    static double ISignedNumber<double>.NegativeOne => -1;

    static double IMinMaxValue<double>.MinValue => MinValue;

    static double IMinMaxValue<double>.MaxValue => MaxValue;

    static double IFloatingPointConstants<double>.E => E;

    static double IFloatingPointConstants<double>.Pi => Pi;

    static double IFloatingPointConstants<double>.Tau => Tau;

    static double IFloatingPointIeee754<double>.Epsilon => Epsilon;

    static double IFloatingPointIeee754<double>.NaN => NaN;

    static double IFloatingPointIeee754<double>.NegativeInfinity => NegativeInfinity;

    static double IFloatingPointIeee754<double>.NegativeZero => NegativeZero;

    static double IFloatingPointIeee754<double>.PositiveInfinity => PositiveInfinity;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static double CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, double>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static double CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, double>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static double CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, double>(value, NumberConversionMode.Truncating);

    public static double Abs(double value) => Math.Abs(value);

    public static double Clamp(double value, double min, double max) => Math.Clamp(value, min, max);

    public static double CopySign(double value, double sign) => Math.CopySign(value, sign);

    public static double Max(double x, double y) => Math.Max(x, y);

    public static double MaxNumber(double x, double y) => IsNaN(x) ? y : IsNaN(y) ? x : Math.Max(x, y);

    public static double Min(double x, double y) => Math.Min(x, y);

    public static double MinNumber(double x, double y) => IsNaN(x) ? y : IsNaN(y) ? x : Math.Min(x, y);

    public static double MaxMagnitude(double x, double y) => Math.MaxMagnitude(x, y);

    public static double MaxMagnitudeNumber(double x, double y) => IsNaN(x) ? y : IsNaN(y) ? x : Math.MaxMagnitude(x, y);

    public static double MinMagnitude(double x, double y) => Math.MinMagnitude(x, y);

    public static double MinMagnitudeNumber(double x, double y) => IsNaN(x) ? y : IsNaN(y) ? x : Math.MinMagnitude(x, y);

    public static int Sign(double value) => Math.Sign(value);

    public static double Log2(double value) => Math.Log2(value);

    public static double Ceiling(double x) => Math.Ceiling(x);

    public static double Floor(double x) => Math.Floor(x);

    public static double Round(double x) => Math.Round(x);

    public static double Round(double x, int digits) => Math.Round(x, digits);

    public static double Round(double x, MidpointRounding mode) => Math.Round(x, mode);

    public static double Round(double x, int digits, MidpointRounding mode) => Math.Round(x, digits, mode);

    public static double Truncate(double x) => Math.Truncate(x);

    public static double Lerp(double value1, double value2, double amount) => (value1 * (1 - amount)) + (value2 * amount);

    public static double Log(double x, double newBase) => Math.Log(x, newBase);

    public static double Pow(double x, double y) => Math.Pow(x, y);

    public static double Atan2(double y, double x) => Math.Atan2(y, x);

    public static double Ieee754Remainder(double left, double right) => Math.IEEERemainder(left, right);

    public static int ILogB(double x) => Math.ILogB(x);

    public static double ScaleB(double x, int n) => Math.ScaleB(x, n);

    public static (double Sin, double Cos) SinCos(double x) => Math.SinCos(x);

    public static double BitDecrement(double x) => Math.BitDecrement(x);

    public static double BitIncrement(double x) => Math.BitIncrement(x);

    public static double Exp(double x) => Math.Exp(x);

    public static double Log(double x) => Math.Log(x);

    public static double Log10(double x) => Math.Log10(x);

    public static double Cbrt(double x) => Math.Cbrt(x);

    public static double Sqrt(double x) => Math.Sqrt(x);

    public static double Acos(double x) => Math.Acos(x);

    public static double Asin(double x) => Math.Asin(x);

    public static double Atan(double x) => Math.Atan(x);

    public static double Cos(double x) => Math.Cos(x);

    public static double Sin(double x) => Math.Sin(x);

    public static double Tan(double x) => Math.Tan(x);

    public static double Cosh(double x) => Math.Cosh(x);

    public static double Sinh(double x) => Math.Sinh(x);

    public static double Tanh(double x) => Math.Tanh(x);

    static bool INumberBase<double>.IsCanonical(double value) => true;

    static bool INumberBase<double>.IsComplexNumber(double value) => false;

    static bool INumberBase<double>.IsImaginaryNumber(double value) => false;

    static bool INumberBase<double>.IsZero(double value) => value == 0;

    static double IAdditionOperators<double, double, double>.operator +(double left, double right) => left + right;

    static double ISubtractionOperators<double, double, double>.operator -(double left, double right) => left - right;

    static double IMultiplyOperators<double, double, double>.operator *(double left, double right) => left * right;

    static double IDivisionOperators<double, double, double>.operator /(double left, double right) => left / right;

    static double IModulusOperators<double, double, double>.operator %(double left, double right) => left % right;

    static double IIncrementOperators<double>.operator ++(double value) => ++value;

    static double IDecrementOperators<double>.operator --(double value) => --value;

    static double IUnaryPlusOperators<double, double>.operator +(double value) => value;

    static double IUnaryNegationOperators<double, double>.operator -(double value) => -value;

    static bool IEqualityOperators<double, double, bool>.operator ==(double left, double right) => left == right;

    static bool IEqualityOperators<double, double, bool>.operator !=(double left, double right) => left != right;

    static bool IComparisonOperators<double, double, bool>.operator <(double left, double right) => left < right;

    static bool IComparisonOperators<double, double, bool>.operator >(double left, double right) => left > right;

    static bool IComparisonOperators<double, double, bool>.operator <=(double left, double right) => left <= right;

    static bool IComparisonOperators<double, double, bool>.operator >=(double left, double right) => left >= right;

    static double IBitwiseOperators<double, double, double>.operator &(double left, double right) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(left) & BitConverter.DoubleToUInt64Bits(right));

    static double IBitwiseOperators<double, double, double>.operator |(double left, double right) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(left) | BitConverter.DoubleToUInt64Bits(right));

    static double IBitwiseOperators<double, double, double>.operator ^(double left, double right) =>
        BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(left) ^ BitConverter.DoubleToUInt64Bits(right));

    static double IBitwiseOperators<double, double, double>.operator ~(double value) =>
        BitConverter.UInt64BitsToDouble(~BitConverter.DoubleToUInt64Bits(value));
}
