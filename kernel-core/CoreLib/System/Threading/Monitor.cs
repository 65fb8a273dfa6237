using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Locks that belong to objects: what <c>lock</c> is compiled to.</summary>
/// <remarks>
/// One processor runs one thread of tasks, and interrupt handlers take no locks, so a lock is never contended and nothing ever waits. What
/// remains is to count how often a lock is held, to know when it is free and to find code that leaves what it did not enter. The count is
/// the upper half of the object's header, four bytes before the method table pointer; the heap and the image set it to zero. Nothing here
/// allocates.
/// </remarks>
public static class Monitor
{
    /// <remarks>Not inlined: the build finds out by calls of this whether an interrupt handler takes a lock.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Enter(object obj)
    {
        // .NET does not name the parameter here.
        ArgumentNullException.ThrowIfNull(obj, null);
        EntryCount(obj)++;
    }

    /// <param name="obj">The object whose lock is entered.</param>
    /// <param name="lockTaken">Must be false; is true once the lock is held, so that a <c>finally</c> knows whether to leave it.</param>
    public static void Enter(object obj, ref bool lockTaken)
    {
        if (lockTaken)
        {
            ThrowHelper.ThrowArgumentException("Argument must be initialized to false.", nameof(lockTaken));
        }

        Enter(obj);
        lockTaken = true;
    }

    /// <summary>Enters the lock. It is never held by another, so the result is always true.</summary>
    public static bool TryEnter(object obj)
    {
        Enter(obj);
        return true;
    }

    public static void TryEnter(object obj, ref bool lockTaken) => Enter(obj, ref lockTaken);

    public static bool TryEnter(object obj, int millisecondsTimeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(millisecondsTimeout, -1);
        return TryEnter(obj);
    }

    /// <exception cref="SynchronizationLockException">The lock is not held.</exception>
    public static void Exit(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        ref var count = ref EntryCount(obj);
        if (count == 0)
        {
            throw new SynchronizationLockException();
        }

        count--;
    }

    public static bool IsEntered(object obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return EntryCount(obj) != 0;
    }

    private static ref uint EntryCount(object obj) => ref Unsafe.AddByteOffset(ref Unsafe.As<byte, uint>(ref obj.GetRawData()), -(8 + 4));
}
