using System;

namespace Tarn.Arch.X86_64;

/// <summary>The memory that the direct-boot shim gives away piece by piece: answers from its start, page tables from its end.</summary>
/// <remarks>The shim counts beforehand what it needs. Running out all the same is a mistake in that count, and stops the machine.</remarks>
internal unsafe struct BootPool
{
    private const ulong PageSize = 4096;

    private byte* _start;
    private byte* _end;

    internal BootPool(byte* start, ulong size)
    {
        _start = start;
        _end = start + size;
        new Span<byte>(start, (int)size).Clear();
    }

    internal byte* TakeBytes(uint length)
    {
        var taken = _start;
        _start += (length + 7) & ~7u;
        Check();
        return taken;
    }

    internal T* Take<T>()
        where T : unmanaged => (T*)TakeBytes((uint)sizeof(T));

    /// <summary>Copies a string and ends it with a zero.</summary>
    internal byte* TakeString(ReadOnlySpan<byte> text)
    {
        var taken = TakeBytes((uint)text.Length + 1);
        text.CopyTo(new Span<byte>(taken, text.Length));
        return taken;
    }

    internal byte* TakePage()
    {
        _end -= PageSize;
        Check();
        return _end;
    }

    private readonly void Check()
    {
        if (_start > _end)
        {
            Processor.HaltForever();
        }
    }
}
