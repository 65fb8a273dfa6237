using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>Some KiB inside the image for what is made before the memory map is known. Nothing of it is ever given back.</summary>
/// <remarks>It must lie in a static field: blocks are parts of it.</remarks>
public unsafe struct EarlyHeap
{
    /// <summary>Bytes of it.</summary>
    public const int Size = 32 * 1024;

    private fixed byte _storage[Size];
    private nuint _used;

    /// <summary>Takes a block; null where there is no room left.</summary>
    /// <param name="size">Bytes.</param>
    /// <param name="alignment">A power of two.</param>
    public void* Allocate(nuint size, nuint alignment)
    {
        var start = (byte*)Unsafe.AsPointer(ref _storage[0]);
        var padding = HeapGranule.PaddingBefore((nuint)(start + _used), alignment);
        var room = Size - _used;
        if (padding > room || size > room - padding)
        {
            return null;
        }

        _used += padding + size;
        return start + _used - size;
    }
}
