using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Bench;

/// <summary>
/// Allocates nothing: hands out places in turn, whether they are in use or not. What a workload costs with it is the cost of the harness.
/// </summary>
public unsafe struct NullAllocator : IHeapAllocator
{
    private const nuint Stride = 1088;
    private const nuint LargestRequest = 4096;

    private byte* _start;
    private byte* _next;
    private byte* _last;
    private nuint _size;

    /// <inheritdoc/>
    public static string Name => "null";

    /// <inheritdoc/>
    public static HeapReuse Reuse => HeapReuse.AtOnce;

    /// <inheritdoc/>
    public readonly HeapUsage Usage => new() { FreeBytes = _size, LargestFreeBlock = LargestRequest };

    /// <inheritdoc/>
    public void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        HeapGranule.ValidateRange(start, size);
        _start = start;
        _next = start;
        _size = size;
        _last = start + size - LargestRequest;
    }

    /// <inheritdoc/>
    /// <returns>False: it stays where it is.</returns>
    public readonly bool TryExtend(nuint size) => false;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        var place = _next;
        var next = place + Stride;
        _next = next <= _last ? next : _start;
        block = place;
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool TryFreeQuickly(void* block, nuint size, nuint alignment) => true;

    /// <inheritdoc/>
    public void* AllocateSlowly(nuint size, nuint alignment)
    {
        TryAllocateQuickly(size, alignment, out var block);
        return block;
    }

    /// <inheritdoc/>
    public readonly void FreeSlowly(void* block, nuint size, nuint alignment)
    {
    }

    /// <inheritdoc/>
    public readonly HeapFault FindFault() => HeapFault.None;
}
