using System;
using System.Numerics;
using Tarn.Kernel;

namespace OwnAllocator;

/// <summary>Every block is a power of two long, and what is freed waits in a list of its length for the next request of that length.</summary>
internal unsafe struct PowerOfTwoAllocator : IHeapAllocator
{
    private const int Lengths = 48;

    // The first free block of each length; in its first word is the next.
    private fixed ulong _free[Lengths];
    private byte* _start, _next, _end;
    private nuint _used;

    public static string Name => "power-of-two";

    public static HeapReuse Reuse => HeapReuse.AtOnce;

    public readonly HeapUsage Usage => new()
    {
        UsedBytes = _used,
        FreeBytes = (nuint)(_end - _start) - _used,
        LargestFreeBlock = (nuint)(_end - _next),
        HighWaterMark = (nuint)(_next - _start),
    };

    public void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        this = default;
        _start = _next = start;
        _end = start + size;
    }

    public bool TryExtend(nuint size)
    {
        _end += size;
        return true;
    }

    public bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        var length = LengthOf(size, alignment);
        block = length < Lengths ? (void*)_free[length] : null;
        if (block is null)
        {
            return false;
        }

        _free[length] = *(ulong*)block;
        _used += (nuint)1 << length;
        return true;
    }

    public void* AllocateSlowly(nuint size, nuint alignment)
    {
        var length = LengthOf(size, alignment);
        var padding = HeapGranule.PaddingBefore((nuint)_next, alignment);
        if (length >= Lengths || padding + ((nuint)1 << length) > (nuint)(_end - _next))
        {
            return null;
        }

        var block = _next + padding;
        _next = block + ((nuint)1 << length);
        _used += (nuint)1 << length;
        return block;
    }

    public bool TryFreeQuickly(void* block, nuint size, nuint alignment)
    {
        var length = LengthOf(size, alignment);
        *(ulong*)block = _free[length];
        _free[length] = (ulong)block;
        _used -= (nuint)1 << length;
        return true;
    }

    public void FreeSlowly(void* block, nuint size, nuint alignment) => TryFreeQuickly(block, size, alignment);

    public readonly HeapFault FindFault() => new(_start is null ? HeapFaultKind.NotInitialized : HeapFaultKind.None);

    private static int LengthOf(nuint size, nuint alignment) =>
        HeapGranule.IsAlignment(alignment) && size <= (nuint)1 << (Lengths - 1)
            ? BitOperations.Log2(BitOperations.RoundUpToPowerOf2(Math.Max(Math.Max(size, alignment), HeapGranule.Size)))
            : Lengths;
}
