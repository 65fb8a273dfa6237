using Tarn.Kernel;

namespace Tarn.Memory;

/// <summary>No lock: for a heap that one processor uses and no interrupt handler reaches. It costs nothing.</summary>
public readonly struct NoLock : IHeapLock
{
    /// <inheritdoc/>
    public nuint Enter() => 0;

    /// <inheritdoc/>
    public void Exit(nuint state)
    {
    }
}
