using System.Runtime.InteropServices;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>A range of the memory of a machine that is not there, at an offset.</summary>
internal sealed unsafe class SimulatedRam : IDisposable
{
    private const nuint PageSize = 4096;

    private void* _memory;

    /// <param name="size">Bytes.</param>
    /// <param name="start">Physical address of the first; a multiple of a page.</param>
    public SimulatedRam(ulong size, ulong start = 0)
    {
        _memory = NativeMemory.AllocZeroed((nuint)size + PageSize);
        Start = start;
        Size = size;
    }

    /// <summary>Physical address of the first byte.</summary>
    public ulong Start { get; }

    /// <summary>Bytes.</summary>
    public ulong Size { get; }

    /// <summary>Added to a physical address in the range, gives one that can be used.</summary>
    public ulong Offset => (ulong)(((nuint)_memory + PageSize - 1) & ~(PageSize - 1)) - Start;

    public void Dispose()
    {
        NativeMemory.Free(_memory);
        _memory = null;
    }
}
