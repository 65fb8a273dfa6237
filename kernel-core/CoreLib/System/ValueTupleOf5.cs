using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public struct ValueTuple<T1, T2, T3, T4, T5>
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5>>,
      IStructuralEquatable,
      IStructuralComparable,
      IComparable,
      IComparable<ValueTuple<T1, T2, T3, T4, T5>>,
      ITuple,
      ITupleItems
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;
    public T5 Item5;

    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
    }

    readonly int ITuple.Length => 5;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        _ => throw new IndexOutOfRangeException(),
    };

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1) &&
        EqualityComparer<T2>.Default.Equals(Item2, other.Item2) &&
        EqualityComparer<T3>.Default.Equals(Item3, other.Item3) &&
        EqualityComparer<T4>.Default.Equals(Item4, other.Item4) &&
        EqualityComparer<T5>.Default.Equals(Item5, other.Item5);

    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5> other && Equals(other);

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4, T5> objTuple &&
        comparer.Equals(Item1, objTuple.Item1) &&
        comparer.Equals(Item2, objTuple.Item2) &&
        comparer.Equals(Item3, objTuple.Item3) &&
        comparer.Equals(Item4, objTuple.Item4) &&
        comparer.Equals(Item5, objTuple.Item5);

    public override readonly int GetHashCode() => HashCode.Combine(
        Item1?.GetHashCode() ?? 0,
        Item2?.GetHashCode() ?? 0,
        Item3?.GetHashCode() ?? 0,
        Item4?.GetHashCode() ?? 0,
        Item5?.GetHashCode() ?? 0);

    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) =>
        HashCode.Combine(
            TupleItems.GetHashCode(Item1, comparer),
            TupleItems.GetHashCode(Item2, comparer),
            TupleItems.GetHashCode(Item3, comparer),
            TupleItems.GetHashCode(Item4, comparer),
            TupleItems.GetHashCode(Item5, comparer));

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5> other)
    {
        var c = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (c != 0)
        {
            return c;
        }

        c = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (c != 0)
        {
            return c;
        }

        c = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (c != 0)
        {
            return c;
        }

        c = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (c != 0)
        {
            return c;
        }

        return Comparer<T5>.Default.Compare(Item5, other.Item5);
    }

    readonly int IComparable.CompareTo(object? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not ValueTuple<T1, T2, T3, T4, T5> objTuple)
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

        if (other is not ValueTuple<T1, T2, T3, T4, T5> objTuple)
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

        return comparer.Compare(Item5, objTuple.Item5);
    }

    public override readonly string ToString() => TupleItems.ToString(this);

    readonly void ITupleItems.AppendItems(ref DefaultInterpolatedStringHandler builder)
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
    }
}
