using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls a function whose address is in a variable.</summary>
internal unsafe struct CallingAFunctionPointer : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Function(); // reported
}
