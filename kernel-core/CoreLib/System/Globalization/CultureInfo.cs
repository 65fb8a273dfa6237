namespace System.Globalization;

/// <summary>The invariant culture, the only one there is: it writes and reads numbers the same way on every machine.</summary>
public sealed class CultureInfo
{
    private CultureInfo()
    {
    }

    public static CultureInfo InvariantCulture { get; } = new();

    public static CultureInfo CurrentCulture => InvariantCulture;

    public string Name => "";
}
