using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public struct ValueTuple<T1, T2>
    : IEquatable<ValueTuple<T1, T2>>,
      IStructuralEquatable,
      IStructuralComparable,
      IComparable,
      IComparable<ValueTuple<T1, T2>>,
      ITuple,
      ITupleItems
{
    public T1 Item1;
    public T2 Item2;

    public ValueTuple(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }

    readonly int ITuple.Length => 2;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        _ => throw new IndexOutOfRangeException(),
    };

    public readonly bool Equals(ValueTuple<T1, T2> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1) &&
        EqualityComparer<T2>.Default.Equals(Item2, other.Item2);

    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2> other && Equals(other);

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2> objTuple &&
        comparer.Equals(Item1, objTuple.Item1) &&
        comparer.Equals(Item2, objTuple.Item2);

    public override readonly int GetHashCode() => HashCode.Combine(
        Item1?.GetHashCode() ?? 0,
        Item2?.GetHashCode() ?? 0);

    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) =>
        HashCode.Combine(
            TupleItems.GetHashCode(Item1, comparer),
            TupleItems.GetHashCode(Item2, comparer));

    public readonly int CompareTo(ValueTuple<T1, T2> other)
    {
        var c = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (c != 0)
        {
            return c;
        }

        return Comparer<T2>.Default.Compare(Item2, other.Item2);
    }

    readonly int IComparable.CompareTo(object? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not ValueTuple<T1, T2> objTuple)
        {
            ThrowHelper.ThrowWrongTupleType();
            return 0;
        }

        return CompareTo(objTuple);
    }

    readonly int IStructuralComparable.CompareTo(object? other, IComparer comparer)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not ValueTuple<T1, T2> objTuple)
        {
            ThrowHelper.ThrowWrongTupleType();
            return 0;
        }

        var c = comparer.Compare(Item1, objTuple.Item1);
        if (c != 0)
        {
            return c;
        }

        return comparer.Compare(Item2, objTuple.Item2);
    }

    public override readonly string ToString() => TupleItems.ToString(this);

    readonly void ITupleItems.AppendItems(ref DefaultInterpolatedStringHandler builder)
    {
        builder.AppendLiteral(Item1?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item2?.ToString() ?? "");
    }
}
