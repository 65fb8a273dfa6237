using System.Numerics;
using System.Runtime.CompilerServices;
using System.Threading;

namespace System.Buffers;

/// <summary>
/// Keeps one array of each power of two. Formatting rents one array at a time, so that one is what makes it free of allocation; arrays
/// that find their place taken, or that are longer than the longest kept, are dropped.
/// </summary>
internal sealed class SharedArrayPool<T> : ArrayPool<T>
{
    private const int SmallestLog2 = 4;
    private const int Count = 13;

    private Slots _slots;

    public override T[] Rent(int minimumLength)
    {
        if (minimumLength <= 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(minimumLength);
            return [];
        }

        var slot = SlotOf(minimumLength);
        if (slot >= Count)
        {
            return new T[minimumLength];
        }

        return Interlocked.Exchange(ref _slots[slot], null) ?? new T[1 << (slot + SmallestLog2)];
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

        var slot = SlotOf(array.Length);
        if (slot >= Count)
        {
            return;
        }

        if (array.Length != 1 << (slot + SmallestLog2))
        {
            throw new ArgumentException("The array was not rented from this pool.", nameof(array));
        }

        _slots[slot] = array;
    }

    private static int SlotOf(int length) => length <= 1 << SmallestLog2 ? 0 : BitOperations.Log2((uint)length - 1) + 1 - SmallestLog2;

    [InlineArray(Count)]
    private struct Slots
    {
        private T[]? _first;
    }
}
