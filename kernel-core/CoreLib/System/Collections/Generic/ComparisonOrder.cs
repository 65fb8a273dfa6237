namespace System.Collections.Generic;

internal readonly struct ComparisonOrder<T> : IComparer<T>
{
    private readonly Comparison<T> _comparison;

    public ComparisonOrder(Comparison<T> comparison)
    {
        _comparison = comparison;
    }

    public int Compare(T? x, T? y) => _comparison(x!, y!);
}
