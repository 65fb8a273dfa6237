using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

public struct ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>,
      IStructuralEquatable,
      IStructuralComparable,
      IComparable,
      IComparable<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>,
      ITuple,
      ITupleItems
    where TRest : struct
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;
    public T5 Item5;
    public T6 Item6;
    public T7 Item7;
    public TRest Rest;

    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, TRest rest)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
        Item6 = item6;
        Item7 = item7;
        Rest = rest;
        if (rest is not ITupleItems)
        {
            ThrowHelper.ThrowWrongTupleType();
        }
    }

    readonly int ITuple.Length => 7 + ((ITuple)Rest).Length;

    readonly object? ITuple.this[int index] => index switch
    {
        0 => Item1,
        1 => Item2,
        2 => Item3,
        3 => Item4,
        4 => Item5,
        5 => Item6,
        6 => Item7,
        _ => ((ITuple)Rest)[index - 7],
    };

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1) &&
        EqualityComparer<T2>.Default.Equals(Item2, other.Item2) &&
        EqualityComparer<T3>.Default.Equals(Item3, other.Item3) &&
        EqualityComparer<T4>.Default.Equals(Item4, other.Item4) &&
        EqualityComparer<T5>.Default.Equals(Item5, other.Item5) &&
        EqualityComparer<T6>.Default.Equals(Item6, other.Item6) &&
        EqualityComparer<T7>.Default.Equals(Item7, other.Item7) &&
        EqualityComparer<TRest>.Default.Equals(Rest, other.Rest);

    public override readonly bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other && Equals(other);

    readonly bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer) =>
        other is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> objTuple &&
        comparer.Equals(Item1, objTuple.Item1) &&
        comparer.Equals(Item2, objTuple.Item2) &&
        comparer.Equals(Item3, objTuple.Item3) &&
        comparer.Equals(Item4, objTuple.Item4) &&
        comparer.Equals(Item5, objTuple.Item5) &&
        comparer.Equals(Item6, objTuple.Item6) &&
        comparer.Equals(Item7, objTuple.Item7) &&
        comparer.Equals(Rest, objTuple.Rest);

    // .NET hashes the last eight items of a long tuple, wherever they are nested: equal tuples hash alike here too, with all items
    // taken in.
    public override readonly int GetHashCode() => HashCode.Combine(
        Item1?.GetHashCode() ?? 0,
        Item2?.GetHashCode() ?? 0,
        Item3?.GetHashCode() ?? 0,
        Item4?.GetHashCode() ?? 0,
        Item5?.GetHashCode() ?? 0,
        Item6?.GetHashCode() ?? 0,
        Item7?.GetHashCode() ?? 0,
        Rest.GetHashCode());

    readonly int IStructuralEquatable.GetHashCode(IEqualityComparer comparer) =>
        HashCode.Combine(
            TupleItems.GetHashCode(Item1, comparer),
            TupleItems.GetHashCode(Item2, comparer),
            TupleItems.GetHashCode(Item3, comparer),
            TupleItems.GetHashCode(Item4, comparer),
            TupleItems.GetHashCode(Item5, comparer),
            TupleItems.GetHashCode(Item6, comparer),
            TupleItems.GetHashCode(Item7, comparer),
            TupleItems.GetHashCode(Rest, comparer));

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other)
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

        c = Comparer<T5>.Default.Compare(Item5, other.Item5);
        if (c != 0)
        {
            return c;
        }

        c = Comparer<T6>.Default.Compare(Item6, other.Item6);
        if (c != 0)
        {
            return c;
        }

        c = Comparer<T7>.Default.Compare(Item7, other.Item7);
        if (c != 0)
        {
            return c;
        }

        return Comparer<TRest>.Default.Compare(Rest, other.Rest);
    }

    readonly int IComparable.CompareTo(object? other)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> objTuple)
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

        if (other is not ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> objTuple)
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

        c = comparer.Compare(Item6, objTuple.Item6);
        if (c != 0)
        {
            return c;
        }

        c = comparer.Compare(Item7, objTuple.Item7);
        if (c != 0)
        {
            return c;
        }

        return comparer.Compare(Rest, objTuple.Rest);
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
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item6?.ToString() ?? "");
        builder.AppendLiteral(", ");
        builder.AppendLiteral(Item7?.ToString() ?? "");
        builder.AppendLiteral(", ");
        ((ITupleItems)Rest).AppendItems(ref builder);
    }
}
