using Tarn.Kernel;

namespace Tarn.Allocators;

/// <summary>Hands out memory from front to back, and starts again at the front once every block has been given back.</summary>
/// <remarks>
/// An allocation costs an alignment, an addition and a comparison. What it does not do is use a freed block again while any other is
/// still in use.
/// <code>
///   start           next                    end
///   |  handed out   |        free           |
/// </code>
/// </remarks>
public unsafe struct BumpAllocator : IHeapAllocator
{
    private byte* _start;
    private byte* _next;
    private byte* _end;
    private nuint _liveBlocks;

    /// <inheritdoc/>
    public readonly nuint UsedBytes => (nuint)(_next - _start);

    /// <inheritdoc/>
    public readonly nuint FreeBytes => (nuint)(_end - _next);

    /// <inheritdoc/>
    public void Initialize(byte* start, nuint size)
    {
        _start = start;
        _next = start;
        _end = start + size;
        _liveBlocks = 0;
    }

    /// <inheritdoc/>
    public void* Allocate(nuint size, nuint alignment)
    {
        if (alignment == 0 || (alignment & (alignment - 1)) != 0)
        {
            return null;
        }

        // Both sums are compared as distances from what is known to fit, so that neither can wrap around.
        var padding = (nuint)(-(nint)_next) & (alignment - 1);
        var room = (nuint)(_end - _next);
        if (size == 0)
        {
            size = 1;
        }

        if (padding > room || size > room - padding)
        {
            return null;
        }

        var block = _next + padding;
        _next = block + size;
        _liveBlocks++;
        return block;
    }

    /// <inheritdoc/>
    public void Free(void* block, nuint size, nuint alignment)
    {
        // A block freed twice must not take the count below zero: it would never come back to it.
        if (_liveBlocks == 0 || block < _start || block >= _next)
        {
            return;
        }

        _liveBlocks--;
        if (_liveBlocks == 0)
        {
            _next = _start;
        }
    }
}
