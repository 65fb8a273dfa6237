using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls assembly that jumps to what throws.</summary>
internal struct ThrowingInAssembly : IInterruptHandler
{
    public readonly void OnInterrupt() => Assembly.Throw(); // reported
}
