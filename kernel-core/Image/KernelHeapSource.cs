using Tarn.Arch.X86_64;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Image;

/// <summary>Where the kernel's heap has its memory from: frames of the kernel's, mapped in the kernel's address space.</summary>
/// <remarks>
/// It holds nothing itself. The heap lies in a static field and must be there before the first object; were there a reference in it,
/// that field would be an object.
/// </remarks>
internal readonly unsafe struct KernelHeapSource : IHeapSource
{
    private static MappedMemory<PageTables<DirectMap, FrameAllocator>, FrameAllocator> Memory =>
        new(KernelMemory.AddressSpace, KernelMemory.Frames);

    /// <inheritdoc/>
    public bool TryCommit(byte* start, nuint size) => Memory.TryCommit(start, size);

    /// <inheritdoc/>
    public void Decommit(byte* start, nuint size) => Memory.Decommit(start, size);
}
