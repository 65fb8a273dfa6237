using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Has no memory to give, whatever it is asked: for tests of how callers bear that.</summary>
public unsafe struct DummyAllocator : IHeapAllocator
{
    private nuint _rangeSize;

    /// <inheritdoc/>
    public static string Name => "dummy";

    /// <inheritdoc/>
    public static HeapReuse Reuse => HeapReuse.Never;

    /// <inheritdoc/>
    /// <remarks>All of the range counts as used: none of it can be handed out.</remarks>
    public readonly HeapUsage Usage => new() { UsedBytes = _rangeSize };

    /// <inheritdoc/>
    public void Initialize(byte* start, nuint size, byte* bookkeeping)
    {
        HeapGranule.ValidateRange(start, size);
        _rangeSize = size;
    }

    /// <inheritdoc/>
    public bool TryExtend(nuint size)
    {
        HeapGranule.ValidateExtension(size);
        if (size > nuint.MaxValue - _rangeSize)
        {
            return false;
        }

        _rangeSize += size;
        return true;
    }

    /// <inheritdoc/>
    /// <returns>False.</returns>
    public readonly bool TryAllocateQuickly(nuint size, nuint alignment, out void* block)
    {
        block = null;
        return false;
    }

    /// <inheritdoc/>
    /// <returns>Null.</returns>
    public readonly void* AllocateSlowly(nuint size, nuint alignment) => null;

    /// <inheritdoc/>
    /// <returns>False.</returns>
    public readonly bool TryFreeQuickly(void* block, nuint size, nuint alignment) => false;

    /// <inheritdoc/>
    /// <exception cref="HeapMisuseException">Always: no block is this allocator's.</exception>
    public readonly void FreeSlowly(void* block, nuint size, nuint alignment) =>
        throw new HeapMisuseException(HeapMisuse.ForeignPointer, (nuint)block);

    /// <inheritdoc/>
    public readonly HeapFault FindFault() => _rangeSize == 0 ? new HeapFault(HeapFaultKind.NotInitialized) : HeapFault.None;
}
