using System;
using Tarn.Kernel;

namespace Tarn;

/// <summary>Owns one value on the kernel's heap, for as long as its owner says: <see cref="Dispose"/> frees it.</summary>
/// <typeparam name="T">The value: no references in it, because the collector never looks here. Its alignment is kept.</typeparam>
/// <remarks>
/// <para>
/// It is one pointer, and its block holds the value and nothing else. A copy of it is no second value and no second share, but the same box
/// once more: the value goes with the first of them that is disposed of, and none of them may be used after that. In kernels compiled with
/// the symbol DEBUG whoever does so gets an <see cref="ObjectDisposedException"/>, also when the memory serves another box by then; without
/// the symbol nothing is checked. For that, a DEBUG build keeps eight bytes on the heap beside each box.
/// </para>
/// <para>
/// <c>default</c> is the empty box: it owns nothing, and to dispose of it is allowed. Not for interrupt handlers, unless the image says that
/// its heap masks interrupts.
/// </para>
/// </remarks>
public readonly unsafe struct Box<T> : IDisposable
    where T : unmanaged
{
    private readonly BlockHandle _handle;

    /// <summary>Puts a value on the heap.</summary>
    /// <param name="value">The value; from now on the box owns what it owns.</param>
    /// <exception cref="OutOfMemoryException">There is no memory; the value is still the caller's.</exception>
    public Box(T value)
    {
        if (!TryCreate(value, out this))
        {
            HeapMemory.ThrowOutOfMemory();
        }
    }

    private Box(BlockHandle handle) => _handle = handle;

    /// <summary>Whether it owns nothing. A box that was disposed of is not empty, but void.</summary>
    public bool IsEmpty => _handle.IsEmpty;

    /// <summary>The value, where it is.</summary>
    /// <exception cref="ObjectDisposedException">The box is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public ref T Value => ref *(T*)_handle.Block;

    /// <summary>Where the value is: a virtual address, the same for all of its life.</summary>
    /// <exception cref="ObjectDisposedException">The box is void or empty. Only in kernels compiled with the symbol DEBUG.</exception>
    public nuint Address => (nuint)_handle.Block;

    /// <summary>Puts a value on the heap if there is memory for it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="box">The box that owns it; empty where this returns false.</param>
    /// <returns>False where there is no memory; nothing has changed then, and the value is still the caller's.</returns>
    public static bool TryCreate(T value, out Box<T> box)
    {
        if (!BlockHandle.TryAllocate((nuint)sizeof(T), ValueAlignment.Of<T>(), out var handle))
        {
            box = default;
            return false;
        }

        *(T*)handle.Block = value;
        box = new Box<T>(handle);
        return true;
    }

    /// <summary>Ends the value (by its own <c>Dispose</c>, where it has one) and gives its memory back. Of an empty box: does nothing.</summary>
    /// <exception cref="ObjectDisposedException">The box is void. Only in kernels compiled with the symbol DEBUG.</exception>
    /// <remarks>Once for all copies of the box. The value's <c>Dispose</c> must not throw.</remarks>
    public void Dispose()
    {
        if (_handle.IsEmpty)
        {
            return;
        }

        var block = _handle.End();
        ValueEnd.Reach(ref *(T*)block);
        HeapMemory.Free(block, (nuint)sizeof(T), ValueAlignment.Of<T>());
    }
}
