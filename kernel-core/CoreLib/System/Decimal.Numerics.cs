using System.Numerics;

namespace System;

public readonly partial struct Decimal : IFloatingPoint<decimal>, IMinMaxValue<decimal>
{
    static decimal INumberBase<decimal>.One => 1;

    static int INumberBase<decimal>.Radix => 10;

    static decimal INumberBase<decimal>.Zero => 0;

    static decimal IAdditiveIdentity<decimal, decimal>.AdditiveIdentity => 0;

    static decimal IMultiplicativeIdentity<decimal, decimal>.MultiplicativeIdentity => 1;

    static decimal ISignedNumber<decimal>.NegativeOne => -1;

    static decimal IMinMaxValue<decimal>.MinValue => MinValue;

    static decimal IMinMaxValue<decimal>.MaxValue => MaxValue;

    static decimal IFloatingPointConstants<decimal>.E => 2.7182818284590452353602874714m;

    static decimal IFloatingPointConstants<decimal>.Pi => 3.1415926535897932384626433833m;

    static decimal IFloatingPointConstants<decimal>.Tau => 6.2831853071795864769252867666m;

    /// <inheritdoc cref="INumberBase{TSelf}.CreateChecked{TOther}"/>
    public static decimal CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, decimal>(value, NumberConversionMode.Checked);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateSaturating{TOther}"/>
    public static decimal CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, decimal>(value, NumberConversionMode.Saturating);

    /// <inheritdoc cref="INumberBase{TSelf}.CreateTruncating{TOther}"/>
    public static decimal CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, decimal>(value, NumberConversionMode.Truncating);

    public static decimal Clamp(decimal value, decimal min, decimal max) => Math.Clamp(value, min, max);

    public static decimal CopySign(decimal value, decimal sign) => IsNegative(value) == IsNegative(sign) ? value : -value;

    public static bool IsEvenInteger(decimal value) => value % 2 == 0;

    public static bool IsOddInteger(decimal value) => Abs(value % 2) == 1;

    public static bool IsPositive(decimal value) => !IsNegative(value);

    /// <summary>Whether there is neither a zero nor a decimal too many at the end.</summary>
    public static bool IsCanonical(decimal value) => value.Parts.RemoveTrailingZeros().Scale == value.Scale;

    public static decimal MaxMagnitude(decimal x, decimal y)
    {
        var order = Compare(Abs(x), Abs(y));
        return order > 0 || (order == 0 && !IsNegative(x)) ? x : y;
    }

    public static decimal MinMagnitude(decimal x, decimal y)
    {
        var order = Compare(Abs(x), Abs(y));
        return order < 0 || (order == 0 && IsNegative(x)) ? x : y;
    }

    static decimal INumberBase<decimal>.MaxMagnitudeNumber(decimal x, decimal y) => MaxMagnitude(x, y);

    static decimal INumberBase<decimal>.MinMagnitudeNumber(decimal x, decimal y) => MinMagnitude(x, y);

    static bool INumberBase<decimal>.IsComplexNumber(decimal value) => false;

    static bool INumberBase<decimal>.IsFinite(decimal value) => true;

    static bool INumberBase<decimal>.IsImaginaryNumber(decimal value) => false;

    static bool INumberBase<decimal>.IsInfinity(decimal value) => false;

    static bool INumberBase<decimal>.IsNaN(decimal value) => false;

    static bool INumberBase<decimal>.IsNegativeInfinity(decimal value) => false;

    static bool INumberBase<decimal>.IsNormal(decimal value) => value != 0;

    static bool INumberBase<decimal>.IsPositiveInfinity(decimal value) => false;

    static bool INumberBase<decimal>.IsRealNumber(decimal value) => true;

    static bool INumberBase<decimal>.IsSubnormal(decimal value) => false;

    static bool INumberBase<decimal>.IsZero(decimal value) => value == 0;
}
