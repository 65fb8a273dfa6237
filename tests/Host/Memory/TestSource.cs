using Tarn.Kernel;

namespace Tarn.Tests.Host.Memory;

/// <summary>A heap's way to <see cref="CommittedMemory"/>.</summary>
internal readonly unsafe struct TestSource(CommittedMemory memory) : IHeapSource
{
    public bool TryCommit(byte* start, nuint size) => memory.TryCommit(start, size);

    public void Decommit(byte* start, nuint size) => memory.Decommit(start, size);
}
