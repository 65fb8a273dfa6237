using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Accesses a buffer of fixed length, where nothing is checked.</summary>
internal unsafe struct FixedBuffer : IInterruptHandler
{
    private fixed int _counts[8];

    public void OnInterrupt() => _counts[Surroundings.Index & 7]++;
}
