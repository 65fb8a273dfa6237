using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls assembly that calls through a variable.</summary>
internal struct CallingInAssembly : IInterruptHandler
{
    public readonly void OnInterrupt() => Assembly.CallThroughVariable(); // reported
}
