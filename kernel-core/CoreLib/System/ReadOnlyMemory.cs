using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System;

/// <summary>A part of an array or a string that, unlike a span, may be kept in fields and across <c>await</c>.</summary>
public readonly struct ReadOnlyMemory<T> : IEquatable<ReadOnlyMemory<T>>
{
    // An array of T, or a string where T is char.
    private readonly object? _object;
    private readonly int _index;
    private readonly int _length;

    public ReadOnlyMemory(T[]? array)
    {
        if (array is null)
        {
            return;
        }

        _object = array;
        _length = array.Length;
    }

    public ReadOnlyMemory(T[]? array, int start, int length)
    {
        if (array is null)
        {
            if (start != 0 || length != 0)
            {
                ThrowHelper.ThrowArgumentOutOfRangeException();
            }

            return;
        }

        if ((ulong)(uint)start + (uint)length > (uint)array.Length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException();
        }

        _object = array;
        _index = start;
        _length = length;
    }

    internal ReadOnlyMemory(object? value, int start, int length)
    {
        _object = value;
        _index = start;
        _length = length;
    }

    public static ReadOnlyMemory<T> Empty => default;

    public int Length => _length;

    public bool IsEmpty => _length == 0;

    public ReadOnlySpan<T> Span
    {
        get
        {
            if (_object is null)
            {
                return default;
            }

            if (typeof(T) == typeof(char) && _object is string text)
            {
                ref var first = ref Unsafe.As<char, T>(ref text.GetRawStringData());
                return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref first, _index), _length);
            }

            return new ReadOnlySpan<T>(Unsafe.As<T[]>(_object), _index, _length);
        }
    }

    public ReadOnlyMemory<T> Slice(int start)
    {
        if ((uint)start > (uint)_length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(start));
        }

        return new ReadOnlyMemory<T>(_object, _index + start, _length - start);
    }

    public ReadOnlyMemory<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException();
        }

        return new ReadOnlyMemory<T>(_object, _index + start, length);
    }

    public void CopyTo(Memory<T> destination) => Span.CopyTo(destination.Span);

    public bool TryCopyTo(Memory<T> destination) => Span.TryCopyTo(destination.Span);

    public T[] ToArray() => Span.ToArray();

    /// <summary>Whether both are the same part of the same memory; the elements are not compared.</summary>
    public bool Equals(ReadOnlyMemory<T> other) => _object == other._object && _index == other._index && _length == other._length;

    public override bool Equals(object? obj) => obj is ReadOnlyMemory<T> other ? Equals(other) : obj is Memory<T> memory && Equals(memory);

    public override int GetHashCode() => _object is null ? 0 : HashCode.Combine(RuntimeHelpers.GetHashCode(_object), _index, _length);

    public override string ToString()
    {
        if (typeof(T) == typeof(char))
        {
            return Span.ToString();
        }

        return string.Concat("System.ReadOnlyMemory<", typeof(T).Name, ">[", string.Concat(_length.ToString(), "]"));
    }

    public static implicit operator ReadOnlyMemory<T>(T[]? array) => new(array);

    public static implicit operator ReadOnlyMemory<T>(ArraySegment<T> segment) => new(segment.Array, segment.Offset, segment.Count);
}
