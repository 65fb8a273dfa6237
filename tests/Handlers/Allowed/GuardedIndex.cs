using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Accesses an array at an index that it has compared with the length.</summary>
internal struct GuardedIndex : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        var numbers = Surroundings.Numbers;
        var index = Surroundings.Index;
        if ((uint)index < (uint)numbers.Length)
        {
            numbers[index]++;
        }
    }
}
