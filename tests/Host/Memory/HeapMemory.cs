using System.Runtime.InteropServices;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>
/// Memory for an allocator: a range at the start of a larger stretch, and bookkeeping apart from it, both full of rubbish.
/// </summary>
internal sealed unsafe class HeapMemory : IDisposable
{
    private const byte Rubbish = 0xA5;

    private readonly byte* _memory;
    private readonly byte* _bookkeeping;
    private readonly nuint _bookkeepingSize;

    /// <summary>Makes the memory.</summary>
    /// <param name="capacity">Bytes that the range may grow to.</param>
    /// <param name="bookkeepingSize">Bytes of bookkeeping for that.</param>
    /// <param name="alignment">The alignment of the range's start.</param>
    public HeapMemory(nuint capacity, nuint bookkeepingSize, nuint alignment = 64 * 1024)
    {
        Capacity = capacity;
        _memory = (byte*)NativeMemory.AlignedAlloc(capacity, alignment);
        NativeMemory.Fill(_memory, capacity, Rubbish);
        // Guarded at both ends: an allocator that writes beyond what it asked for is found out.
        _bookkeepingSize = bookkeepingSize;
        _bookkeeping = (byte*)NativeMemory.AlignedAlloc(bookkeepingSize + (2 * HeapGranule.Size), HeapGranule.Size);
        NativeMemory.Fill(_bookkeeping, bookkeepingSize + (2 * HeapGranule.Size), Rubbish);
    }

    /// <summary>Bytes that the range may grow to.</summary>
    public nuint Capacity { get; }

    /// <summary>First byte of the range.</summary>
    public byte* Start => _memory;

    /// <summary>First byte of the bookkeeping.</summary>
    public byte* Bookkeeping => _bookkeeping + HeapGranule.Size;

    /// <summary>Whether nothing was written on either side of the bookkeeping.</summary>
    public bool IsBookkeepingContained =>
        !new Span<byte>(_bookkeeping, (int)HeapGranule.Size).ContainsAnyExcept(Rubbish)
        && !new Span<byte>(_bookkeeping + HeapGranule.Size + _bookkeepingSize, (int)HeapGranule.Size).ContainsAnyExcept(Rubbish);

    public void Dispose()
    {
        NativeMemory.AlignedFree(_memory);
        NativeMemory.AlignedFree(_bookkeeping);
    }
}
