namespace System.Globalization;

/// <summary>
/// How the invariant culture writes numbers. It cannot be changed or constructed, so every format provider leads to the same symbols.
/// </summary>
public sealed class NumberFormatInfo : IFormatProvider
{
    private NumberFormatInfo()
    {
    }

    public static NumberFormatInfo InvariantInfo { get; } = new();

    public static NumberFormatInfo CurrentInfo => InvariantInfo;

    public static NumberFormatInfo GetInstance(IFormatProvider? formatProvider) => InvariantInfo;

    public bool IsReadOnly => true;

    public string NegativeSign => "-";

    public string PositiveSign => "+";

    public string NaNSymbol => "NaN";

    public string PositiveInfinitySymbol => "Infinity";

    public string NegativeInfinitySymbol => "-Infinity";

    public string NumberDecimalSeparator => ".";

    public string NumberGroupSeparator => ",";

    public int NumberDecimalDigits => 2;

    public string CurrencySymbol => "\u00A4";

    public string CurrencyDecimalSeparator => ".";

    public string CurrencyGroupSeparator => ",";

    public int CurrencyDecimalDigits => 2;

    public string PercentSymbol => "%";

    public string PerMilleSymbol => "\u2030";

    public string PercentDecimalSeparator => ".";

    public string PercentGroupSeparator => ",";

    public int PercentDecimalDigits => 2;

    public object? GetFormat(Type? formatType) => formatType == typeof(NumberFormatInfo) ? this : null;
}
