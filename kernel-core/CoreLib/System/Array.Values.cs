using System.Collections;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Arrays of any element type and rank, element by element as objects.</summary>
public abstract unsafe partial class Array : IList, IStructuralComparable, IStructuralEquatable
{
    public bool IsFixedSize => true;

    public bool IsReadOnly => false;

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    int ICollection.Count => Length;

    object? IList.this[int index]
    {
        get => GetValue(index);
        set => SetValue(value, index);
    }

    /// <summary>The element, boxed where it is a value.</summary>
    public object? GetValue(int index)
    {
        CheckRank(1);
        return ValueAt(IndexIn(0, index));
    }

    public object? GetValue(int index1, int index2)
    {
        CheckRank(2);
        return ValueAt(FlatIndex(index1, index2));
    }

    public object? GetValue(int index1, int index2, int index3)
    {
        CheckRank(3);
        return ValueAt(FlatIndex(index1, index2, index3));
    }

    public object? GetValue(params int[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        CheckRank(indices.Length);
        return ValueAt(FlatIndex(indices));
    }

    /// <summary>Stores a value: unboxed if elements are values (null is their default), cast if they are references.</summary>
    /// <exception cref="InvalidCastException">The value is not of the element type. (Primitives are not widened here, as they are in
    /// .NET.)</exception>
    public void SetValue(object? value, int index)
    {
        CheckRank(1);
        SetValueAt(IndexIn(0, index), value);
    }

    public void SetValue(object? value, int index1, int index2)
    {
        CheckRank(2);
        SetValueAt(FlatIndex(index1, index2), value);
    }

    public void SetValue(object? value, int index1, int index2, int index3)
    {
        CheckRank(3);
        SetValueAt(FlatIndex(index1, index2, index3), value);
    }

    public void SetValue(object? value, params int[] indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        CheckRank(indices.Length);
        SetValueAt(FlatIndex(indices), value);
    }

    /// <summary>All elements as objects, the last dimension running fastest.</summary>
    public IEnumerator GetEnumerator() => new ValueEnumerator(this);

    int IList.Add(object? value)
    {
        ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();
        return 0;
    }

    void IList.Clear() => Clear(this);

    bool IList.Contains(object? value) => IndexOfValue(value) >= 0;

    int IList.IndexOf(object? value) => IndexOfValue(value);

    void IList.Insert(int index, object? value) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    void IList.Remove(object? value) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    void IList.RemoveAt(int index) => ThrowHelper.ThrowNotSupportedException_FixedSizeCollection();

    int IStructuralComparable.CompareTo(object? other, IComparer comparer)
    {
        if (other is null)
        {
            return 1;
        }

        if (other is not Array array || array.Length != Length)
        {
            ThrowHelper.ThrowArgumentException("Object is not an array of as many elements.", nameof(other));
            return 0;
        }

        var result = 0;
        for (var i = 0; i < Length && result == 0; i++)
        {
            result = comparer.Compare(GetValue(i), array.GetValue(i));
        }

        return result;
    }

    bool IStructuralEquatable.Equals(object? other, IEqualityComparer comparer)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not Array array || array.Length != Length)
        {
            return false;
        }

        for (var i = 0; i < Length; i++)
        {
            if (!comparer.Equals(GetValue(i), array.GetValue(i)))
            {
                return false;
            }
        }

        return true;
    }

    int IStructuralEquatable.GetHashCode(IEqualityComparer comparer)
    {
        ArgumentNullException.ThrowIfNull(comparer);
        var hash = 0;
        for (var i = Length >= 8 ? Length - 8 : 0; i < Length; i++)
        {
            hash = (hash * 31) + (GetValue(i) is { } value ? comparer.GetHashCode(value) : 0);
        }

        return hash;
    }

    private int IndexOfValue(object? value)
    {
        CheckRank(1);
        for (var i = 0; i < Length; i++)
        {
            if (Equals(ValueAt(i), value))
            {
                return i;
            }
        }

        return -1;
    }

    private void CheckRank(int indexCount)
    {
        if (Rank != indexCount)
        {
            ThrowHelper.ThrowArgumentException("The number of indices does not match the number of dimensions.");
        }
    }

    private int FlatIndex(params ReadOnlySpan<int> indices)
    {
        var flat = 0;
        for (var dimension = 0; dimension < indices.Length; dimension++)
        {
            flat = (flat * GetLength(dimension)) + IndexIn(dimension, indices[dimension]);
        }

        return flat;
    }

    private int IndexIn(int dimension, int index)
    {
        var relative = index - GetLowerBound(dimension);
        if ((uint)relative >= (uint)GetLength(dimension))
        {
            ThrowHelper.ThrowIndexOutOfRangeException();
        }

        return relative;
    }

    private ref byte ElementAt(int flatIndex) => ref Unsafe.AddByteOffset(ref Data, (nuint)(uint)flatIndex * ElementSize);

    private object? ValueAt(int flatIndex) =>
        RuntimeExports.RhBoxAny(ref ElementAt(flatIndex), this.GetMethodTable()->RelatedParameterType);

    private void SetValueAt(int flatIndex, object? value)
    {
        var type = this.GetMethodTable()->RelatedParameterType;
        ref var element = ref ElementAt(flatIndex);
        if (!type->IsValueType)
        {
            Unsafe.As<byte, object?>(ref element) = TypeCast.CheckCastAny(type, value);
        }
        else if (type->IsNullable)
        {
            RuntimeExports.RhUnboxNullable(ref element, type, value);
        }
        else if (value is null)
        {
            SpanHelpers.ClearWithoutReferences(ref element, ElementSize);
        }
        else
        {
            SpanHelpers.Memmove(ref element, ref RuntimeExports.RhUnbox2(type, value), ElementSize);
        }
    }

    private sealed class ValueEnumerator(Array array) : IEnumerator, ICloneable
    {
        private int _index = -1;

        public object? Current
        {
            get
            {
                if ((uint)_index >= (uint)array.Length)
                {
                    ThrowHelper.ThrowInvalidOperationException_EnumerationNotStartedOrEnded();
                }

                return array.ValueAt(_index);
            }
        }

        public bool MoveNext()
        {
            if (_index < array.Length)
            {
                _index++;
            }

            return _index < array.Length;
        }

        public void Reset() => _index = -1;

        public object Clone() => MemberwiseClone();
    }
}
