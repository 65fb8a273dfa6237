using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public class Tuple<T1, T2, T3, T4, T5, T6> : IStructuralEquatable, IStructuralComparable, IComparable, ITuple, ITupleItems
{
    public Tuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
        Item6 = item6;
    }

    public T1 Item1 { get; }

    public T2 Item2 { get; }

    public T3 Item3 { get; }

    public T4 Item4 { get; }

    public T5 Item5 { get; }

    public T6 Item6 { get; }

    int ITuple.Length => 6;

    object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        5 => Item6,
        _ => throw new IndexOutOfRangeException(),
    };

    public override bool Equals(object? obj) => ((IStructuralEquatable)this).Equals(obj, EqualityComparer<object>.Default);

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is Tuple<T1, T2, T3, T4, T5, T6> objTuple &&
        comparer.Equals(Item1, objTuple.Item1) &&
        comparer.Equals(Item2, objTuple.Item2) &&
        comparer.Equals(Item3, objTuple.Item3) &&
        comparer.Equals(Item4, objTuple.Item4) &&
        comparer.Equals(Item5, objTuple.Item5) &&
        comparer.Equals(Item6, objTuple.Item6);

    public override int GetHashCode() => ((IStructuralEquatable)this).GetHashCode(EqualityComparer<object>.Default);

    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) => HashCode.Combine(
        TupleItems.GetHashCode(Item1, comparer),
        TupleItems.GetHashCode(Item2, comparer),
        TupleItems.GetHashCode(Item3, comparer),
        TupleItems.GetHashCode(Item4, comparer),
        TupleItems.GetHashCode(Item5, comparer),
        TupleItems.GetHashCode(Item6, comparer));

    int IComparable.CompareTo(object? obj) => ((IStructuralComparable)this).CompareTo(obj, Comparer<object>.Default);

    int IStructuralComparable.CompareTo(object? other, IComparer comparer)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not Tuple<T1, T2, T3, T4, T5, T6> objTuple)
        {
            ThrowHelper.ThrowWrongTupleType();
            return 0;
        }

        var c = comparer.Compare(Item1, objTuple.Item1);
        if (c != 0)
        {
            return c;
        }

        c = comparer.Compare(Item2, objTuple.Item2);
        if (c != 0)
        {
            return c;
        }

        c = comparer.Compare(Item3, objTuple.Item3);
        if (c != 0)
        {
            return c;
        }

        c = comparer.Compare(Item4, objTuple.Item4);
        if (c != 0)
        {
            return c;
        }

        c = comparer.Compare(Item5, objTuple.Item5);
        if (c != 0)
        {
            return c;
        }

        return comparer.Compare(Item6, objTuple.Item6);
    }

    public override string ToString() => TupleItems.ToString(this);

    void ITupleItems.AppendItems(ref DefaultInterpolatedStringHandler builder)
    {
        builder.AppendLiteral(Item1?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item2?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item3?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item4?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item5?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item6?.ToString() ?? "");
    }
}
