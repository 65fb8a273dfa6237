using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public class Tuple<T1> : IStructuralEquatable, IStructuralComparable, IComparable, ITuple, ITupleItems
{
    public Tuple(T1 item1)
    {
        Item1 = item1;
    }

    public T1 Item1 { get; }

    int ITuple.Length => 1;

    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        _ => throw new IndexOutOfRangeException(),
    };

    public override bool Equals(object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1> objTuple &&
        comparer.Equals(Item1, objTuple.Item1);

    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);

    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => TupleItems.GetHashCode(Item1, comparer);

    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int IStructuralComparable.CompareTo(object? other, IComparer comparer)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not Tuple<T1> objTuple)
        {
            ThrowHelper.ThrowWrongTupleType();
            return 0;
        }

        return comparer.Compare(Item1, objTuple.Item1);
    }

    public override string ToString() => TupleItems.ToString(this);

    void ITupleItems.AppendItems(ref DefaultInterpolatedStringHandler builder)
    {
        builder.AppendLiteral(Item1?.ToString() ?? "");
    }
}
