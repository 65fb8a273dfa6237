namespace System.Globalization;

/// <summary>The invariant culture, the only one there is: it writes and reads numbers the same way on every machine.</summary>
public sealed class CultureInfo : IFormatProvider
{
    private CultureInfo()
    {
    }

    public static CultureInfo InvariantCulture { get; } = new();

    public static CultureInfo CurrentCulture => InvariantCulture;

    public static CultureInfo CurrentUICulture => InvariantCulture;

    public string Name => "";

    public NumberFormatInfo NumberFormat => NumberFormatInfo.InvariantInfo;

    public object? GetFormat(Type? formatType) => formatType == typeof(NumberFormatInfo) ? NumberFormat : null;

    public override string ToString() => Name;
}
