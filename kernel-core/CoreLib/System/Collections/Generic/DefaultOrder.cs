namespace System.Collections.Generic;

/// <summary>
/// The order of <see cref="Comparer{T}.Default"/>. As a structure it lets the comparison of known types be compiled in place.
/// </summary>
internal readonly struct DefaultOrder<T> : IComparer<T>
{
    public int Compare(T? x, T? y) => Comparer<T>.Default.Compare(x, y);
}
