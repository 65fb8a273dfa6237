using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public struct ValueTuple<T1>
    : IEquatable<ValueTuple<T1>>,
      IStructuralEquatable,
      IStructuralComparable,
      IComparable,
      IComparable<ValueTuple<T1>>,
      ITuple,
      ITupleItems
{
    public T1 Item1;

    public ValueTuple(T1 item1)
    {
        Item1 = item1;
    }

    readonly int ITuple.Length => 1;

    readonly object? ITuple.this[int index] => index == 0 ? Item1 : throw new IndexOutOfRangeException();

    public readonly bool Equals(ValueTuple<T1> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1);

    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1> other && Equals(other);

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1> objTuple &&
        comparer.Equals(Item1, objTuple.Item1);

    public override readonly int GetHashCode() => Item1?.GetHashCode() ?? 0;

    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleItems.GetHashCode(Item1, comparer);

    public readonly int CompareTo(ValueTuple<T1> other) => Comparer<T1>.Default.Compare(Item1, other.Item1);

    readonly int IComparable.CompareTo(object? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not ValueTuple<T1> objTuple)
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

        if (other is not ValueTuple<T1> objTuple)
        {
            ThrowHelper.ThrowWrongTupleType();
            return 0;
        }

        return comparer.Compare(Item1, objTuple.Item1);
    }

    public override readonly string ToString() => TupleItems.ToString(this);

    readonly void ITupleItems.AppendItems(ref DefaultInterpolatedStringHandler builder)
    {
        builder.AppendLiteral(Item1?.ToString() ?? "");
    }
}
