using System.Runtime.CompilerServices;

namespace Tarn.Memory;

/// <summary>A few KiB inside the image for what is made before the memory map is known. Nothing of it is ever given back.</summary>
/// <remarks>It must lie in a static field: blocks are parts of it.</remarks>
public unsafe struct EarlyHeap
{
    /// <summary>Bytes of it.</summary>
    public const int Size = 8 * 1024;

    private Storage _storage;
    private nuint _used;

    /// <summary>Takes a block; null where there is no room left.</summary>
    /// <param name="size">Bytes.</param>
    /// <param name="alignment">A power of two.</param>
    public void* Allocate(nuint size, nuint alignment)
    {
        fixed (Storage* storage = &_storage)
        {
            var start = (byte*)storage;
            var padding = (nuint)(-(nint)(start + _used)) & (alignment - 1);
            var room = Size - _used;
            if (padding > room || size > room - padding)
            {
                return null;
            }

            var block = start + _used + padding;
            _used += padding + size;
            return block;
        }
    }

    [InlineArray(Size)]
    private struct Storage
    {
        private byte _first;
    }
}
