namespace System;

internal sealed class OrdinalComparer : StringComparer
{
    private readonly bool _ignoreCase;

    public OrdinalComparer(bool ignoreCase)
    {
        _ignoreCase = ignoreCase;
    }

    private StringComparison Comparison => _ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    public override int Compare(string? x, string? y) => string.Compare(x, y, Comparison);

    public override bool Equals(string? x, string? y) => string.Equals(x, y, Comparison);

    public override int GetHashCode(string obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return obj.GetHashCode(Comparison);
    }
}
