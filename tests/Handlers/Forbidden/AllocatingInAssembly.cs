using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls assembly that calls the heap.</summary>
internal struct AllocatingInAssembly : IInterruptHandler
{
    public readonly void OnInterrupt() => Assembly.CallTheHeap(); // reported
}
