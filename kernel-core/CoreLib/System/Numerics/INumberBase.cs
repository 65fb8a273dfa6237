using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System.Numerics;

/// <summary>What every number has, complex ones included.</summary>
/// <remarks>
/// The conversions between types differ from .NET's in how they are found: <see cref="CreateChecked{TOther}"/> and its kin know the
/// primitive types, and no type can add itself to them.
/// </remarks>
public interface INumberBase<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>, IAdditiveIdentity<TSelf, TSelf>, IDecrementOperators<TSelf>,
      IDivisionOperators<TSelf, TSelf, TSelf>, IEquatable<TSelf>, IEqualityOperators<TSelf, TSelf, bool>, IIncrementOperators<TSelf>,
      IMultiplicativeIdentity<TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>, ISpanFormattable, ISpanParsable<TSelf>,
      ISubtractionOperators<TSelf, TSelf, TSelf>, IUnaryPlusOperators<TSelf, TSelf>, IUnaryNegationOperators<TSelf, TSelf>,
      IUtf8SpanFormattable, IUtf8SpanParsable<TSelf>
    where TSelf : INumberBase<TSelf>?
{
    static abstract TSelf One { get; }

    static abstract int Radix { get; }

    static abstract TSelf Zero { get; }

    static abstract TSelf Abs(TSelf value);

    /// <exception cref="OverflowException">The value is out of range.</exception>
    /// <exception cref="NotSupportedException">One of the types is not a primitive number.</exception>
    static virtual TSelf CreateChecked<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, TSelf>(value, NumberConversionMode.Checked);

    /// <summary>The nearest value in range; 0 for what is not a number.</summary>
    /// <exception cref="NotSupportedException">One of the types is not a primitive number.</exception>
    static virtual TSelf CreateSaturating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, TSelf>(value, NumberConversionMode.Saturating);

    /// <summary>The lowest bits of an integer; of a floating-point number, the nearest value in range.</summary>
    /// <exception cref="NotSupportedException">One of the types is not a primitive number.</exception>
    static virtual TSelf CreateTruncating<TOther>(TOther value)
        where TOther : INumberBase<TOther> =>
        NumberConversion.Convert<TOther, TSelf>(value, NumberConversionMode.Truncating);

    static abstract bool IsCanonical(TSelf value);

    static abstract bool IsComplexNumber(TSelf value);

    static abstract bool IsEvenInteger(TSelf value);

    static abstract bool IsFinite(TSelf value);

    static abstract bool IsImaginaryNumber(TSelf value);

    static abstract bool IsInfinity(TSelf value);

    static abstract bool IsInteger(TSelf value);

    static abstract bool IsNaN(TSelf value);

    static abstract bool IsNegative(TSelf value);

    static abstract bool IsNegativeInfinity(TSelf value);

    static abstract bool IsNormal(TSelf value);

    static abstract bool IsOddInteger(TSelf value);

    static abstract bool IsPositive(TSelf value);

    static abstract bool IsPositiveInfinity(TSelf value);

    static abstract bool IsRealNumber(TSelf value);

    static abstract bool IsSubnormal(TSelf value);

    static abstract bool IsZero(TSelf value);

    static abstract TSelf MaxMagnitude(TSelf x, TSelf y);

    static abstract TSelf MaxMagnitudeNumber(TSelf x, TSelf y);

    static abstract TSelf MinMagnitude(TSelf x, TSelf y);

    static abstract TSelf MinMagnitudeNumber(TSelf x, TSelf y);

    static abstract TSelf Parse(string s, NumberStyles style, IFormatProvider? provider);

    static abstract TSelf Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider);

    static abstract bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);

    static abstract bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, [MaybeNullWhen(false)] out TSelf result);
}
