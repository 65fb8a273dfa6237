using System;

namespace Tarn;

/// <summary>A reference to a value that <see cref="Rc{T}"/> shares, which does not keep the value: it may be gone when it is asked for.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <remarks>
/// One pointer, made by <see cref="Rc{T}.Downgrade"/>. What is said there of copies, of DEBUG builds and of interrupts holds here too.
/// <c>default</c> is a reference to nothing: it gives no share, and to dispose of it is allowed. As long as there is one, the value's memory
/// is not free for others, though the value has ended.
/// </remarks>
public readonly unsafe struct Weak<T> : IDisposable
    where T : unmanaged
{
    private readonly BlockHandle _handle;

    internal Weak(BlockHandle handle) => _handle = handle;

    /// <summary>Whether it never referred to a value. One that was disposed of is not empty, but void.</summary>
    public bool IsEmpty => _handle.IsEmpty;

    /// <summary>How many shares there are in the value; 0 where it has ended, or never was.</summary>
    /// <exception cref="ObjectDisposedException">The reference is void. Only in kernels compiled with the symbol DEBUG.</exception>
    public nuint StrongCount => IsEmpty ? 0 : CountedBlock<T>.CountsIn(_handle.Block).Strong;

    /// <summary>Takes a share in the value if there still is one.</summary>
    /// <param name="share">The share, to be disposed of; empty where this returns false.</param>
    /// <returns>False where the value has ended, or never was.</returns>
    /// <exception cref="ObjectDisposedException">The reference is void. Only in kernels compiled with the symbol DEBUG.</exception>
    /// <remarks>Takes no memory; in a DEBUG build it does, and an <see cref="OutOfMemoryException"/> says where there is none.</remarks>
    public bool TryUpgrade(out Rc<T> share)
    {
        if (StrongCount == 0)
        {
            share = default;
            return false;
        }

        var another = _handle.Share();
        CountedBlock<T>.CountsIn(another.Block).Strong++;
        share = Rc<T>.From(another);
        return true;
    }

    /// <summary>Another such reference, to be disposed of by itself. Of an empty one: an empty one.</summary>
    /// <exception cref="ObjectDisposedException">This one is void. Only in kernels compiled with the symbol DEBUG.</exception>
    /// <remarks>Takes no memory; in a DEBUG build it does, and an <see cref="OutOfMemoryException"/> says where there is none.</remarks>
    public Weak<T> Share()
    {
        if (IsEmpty)
        {
            return default;
        }

        var another = _handle.Share();
        CountedBlock<T>.CountsIn(another.Block).Weak++;
        return new Weak<T>(another);
    }

    /// <summary>Gives the reference up; the last one gives the memory back, if the value has ended. Of an empty one: does nothing.</summary>
    /// <exception cref="ObjectDisposedException">The reference is void. Only in kernels compiled with the symbol DEBUG.</exception>
    public void Dispose()
    {
        if (!_handle.IsEmpty)
        {
            CountedBlock<T>.ReleaseWeak(_handle.End());
        }
    }
}
