using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace System.Buffers;

/// <summary>
/// Keeps a few arrays of each power of two: as many as formatting takes at once when what it formats is formatted in turn. Arrays that find
/// no place, or that are longer than the longest kept, are dropped.
/// </summary>
internal sealed class SharedArrayPool<T> : ArrayPool<T>
{
    private const int SmallestLog2 = 4;
    private const int SizeCount = 13;
    private const int KeptOfEachSize = 4;

    private Slots _slots;

    public override T[] Rent(int minimumLength)
    {
        if (minimumLength <= 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(minimumLength);
            return [];
        }

        var size = SizeOf(minimumLength);
        if (size >= SizeCount)
        {
            return new T[minimumLength];
        }

        foreach (ref var slot in SlotsOf(size))
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } array)
            {
                return array;
            }
        }

        return new T[1 << (size + SmallestLog2)];
    }

    /// <exception cref="ArgumentException">The array is not one that this pool hands out.</exception>
    public override void Return(T[] array, bool clearArray = false)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (array.Length == 0)
        {
            return;
        }

        if (clearArray)
        {
            Array.Clear(array);
        }

        var size = SizeOf(array.Length);
        if (size >= SizeCount)
        {
            return;
        }

        if (array.Length != 1 << (size + SmallestLog2))
        {
            throw new ArgumentException("The array was not rented from this pool.", nameof(array));
        }

        foreach (ref var slot in SlotsOf(size))
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, array, null) is null)
            {
                return;
            }
        }
    }

    private static int SizeOf(int length) => length <= 1 << SmallestLog2 ? 0 : BitOperations.Log2((uint)length - 1) + 1 - SmallestLog2;

    private Span<T[]?> SlotsOf(int size) => ((Span<T[]?>)_slots).Slice(size * KeptOfEachSize, KeptOfEachSize);

    [InlineArray(SizeCount * KeptOfEachSize)]
    private struct Slots
    {
        private T[]? _first;
    }
}
