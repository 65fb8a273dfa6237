using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

internal sealed class DelegateEqualityComparer<T> : EqualityComparer<T>
{
    private readonly Func<T?, T?, bool> _equals;
    private readonly Func<T, int>? _getHashCode;

    public DelegateEqualityComparer(Func<T?, T?, bool> equals, Func<T, int>? getHashCode)
    {
        _equals = equals;
        _getHashCode = getHashCode;
    }

    public override bool Equals(T? x, T? y) => _equals(x, y);

    public override int GetHashCode([DisallowNull] T obj)
    {
        if (_getHashCode is null)
        {
            throw new NotSupportedException("The comparer was made without a hash function.");
        }

        return _getHashCode(obj);
    }
}
