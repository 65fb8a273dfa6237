using System;
using Tarn.Kernel;

namespace Tarn;

/// <summary>A share in a value on the kernel's heap: the value lives until its last share is disposed of.</summary>
/// <typeparam name="T">The value: no references in it, because the collector never looks here. Its alignment is kept.</typeparam>
/// <remarks>
/// <para>
/// Shares are strong: they keep the value. A <see cref="Weak{T}"/> keeps nothing but the right to ask whether the value is still there, and
/// so breaks the circles that shares in each other would be. The value ends with the last share, its memory goes with the last of both.
/// </para>
/// <code>
///   share ---+
///   share ---+--> | strong: 2 | weak: 1 + 1 | value |        (all shares together count as one that is weak)
///    weak ---+
/// </code>
/// <para>
/// It is one pointer. A copy of it is not counted: it is the same share once more, and of a share and its copies exactly one is disposed of.
/// Who hands a share on takes another one with <see cref="Share"/>. In kernels compiled with the symbol DEBUG every share knows whether it
/// was disposed of, and to use it then, or to dispose of it again, is an <see cref="ObjectDisposedException"/>, whatever other shares there
/// are; without the symbol nothing is checked. For that, a DEBUG build keeps eight bytes on the heap beside each share.
/// </para>
/// <para>
/// <c>default</c> is the empty share: it keeps nothing, and to dispose of it is allowed. Counts are plain numbers: not for interrupt
/// handlers, nor for several processors.
/// </para>
/// </remarks>
public readonly unsafe struct Rc<T> : IDisposable
    where T : unmanaged
{
    private readonly BlockHandle _handle;

    /// <summary>Puts a value on the heap, and is the first share in it.</summary>
    /// <param name="value">The value; from now on its shares own what it owns.</param>
    /// <exception cref="OutOfMemoryException">There is no memory; the value is still the caller's.</exception>
    public Rc(T value)
    {
        if (!TryCreate(value, out this))
        {
            HeapMemory.ThrowOutOfMemory();
        }
    }

    private Rc(BlockHandle handle) => _handle = handle;

    /// <summary>Whether it is a share in nothing. A share that was disposed of is not empty, but void.</summary>
    public bool IsEmpty => _handle.IsEmpty;

    /// <summary>The value, where it is. All shares see the same.</summary>
    /// <exception cref="ObjectDisposedException">The share is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public ref T Value => ref *CountedBlock<T>.ValueIn(_handle.Block);

    /// <summary>Where the value is: a virtual address, the same for all of its life.</summary>
    /// <exception cref="ObjectDisposedException">The share is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public nuint Address => (nuint)CountedBlock<T>.ValueIn(_handle.Block);

    /// <summary>How many shares there are in the value, this one included.</summary>
    /// <exception cref="ObjectDisposedException">The share is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public nuint StrongCount => CountedBlock<T>.CountsIn(_handle.Block).Strong;

    /// <summary>How many <see cref="Weak{T}"/> there are for the value.</summary>
    /// <exception cref="ObjectDisposedException">The share is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public nuint WeakCount => CountedBlock<T>.CountsIn(_handle.Block).Weak - 1;

    /// <summary>Puts a value on the heap if there is memory for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="first">The first share in it; empty where this returns false.</param>
    /// <returns>False where there is no memory; nothing has changed then, and the value is still the caller's.</returns>
    public static bool TryCreate(T value, out Rc<T> first)
    {
        if (!BlockHandle.TryAllocate(CountedBlock<T>.Size, CountedBlock<T>.Alignment, out var handle))
        {
            first = default;
            return false;
        }

        CountedBlock<T>.CountsIn(handle.Block) = new ShareCounts { Strong = 1, Weak = 1 };
        *CountedBlock<T>.ValueIn(handle.Block) = value;
        first = new Rc<T>(handle);
        return true;
    }

    /// <summary>Another share in the same value, to be disposed of by itself.</summary>
    /// <exception cref="ObjectDisposedException">This share is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    /// <remarks>Takes no memory; in a DEBUG build it does, and an <see cref="OutOfMemoryException"/> says where there is none.</remarks>
    public Rc<T> Share()
    {
        var another = _handle.Share();
        CountedBlock<T>.CountsIn(another.Block).Strong++;
        return new Rc<T>(another);
    }

    /// <summary>A reference to the same value that does not keep it, to be disposed of by itself.</summary>
    /// <exception cref="ObjectDisposedException">This share is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    /// <remarks>Takes no memory; in a DEBUG build it does, and an <see cref="OutOfMemoryException"/> says where there is none.</remarks>
    public Weak<T> Downgrade()
    {
        var another = _handle.Share();
        CountedBlock<T>.CountsIn(another.Block).Weak++;
        return new Weak<T>(another);
    }

    /// <summary>Whether both are shares in the same value, and not just in equal ones.</summary>
    /// <param name="other">Another share.</param>
    /// <exception cref="ObjectDisposedException">One of them is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public bool IsShareWith(Rc<T> other) => _handle.Block == other._handle.Block;

    /// <summary>The share that a handle stands for; it is counted already.</summary>
    internal static Rc<T> From(BlockHandle handle) => new(handle);

    /// <summary>Gives the share up. The last one ends the value (by its own <c>Dispose</c>, where it has one). Of an empty share: does
    /// nothing.</summary>
    /// <exception cref="ObjectDisposedException">The share is void. Only in kernels compiled with the symbol DEBUG.</exception>
    /// <remarks>While the value ends, nobody gets a share in it any more. The value's <c>Dispose</c> must not throw.</remarks>
    public void Dispose()
    {
        if (_handle.IsEmpty)
        {
            return;
        }

        var block = _handle.End();
        ref var counts = ref CountedBlock<T>.CountsIn(block);
        counts.Strong--;
        if (counts.Strong == 0)
        {
            ValueEnd.Reach(ref *CountedBlock<T>.ValueIn(block));
            CountedBlock<T>.ReleaseWeak(block);
        }
    }
}
