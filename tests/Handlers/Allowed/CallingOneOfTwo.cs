using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Calls through an interface that two classes implement: the compiler sees all of the image, and tries the one and the other.</summary>
internal struct CallingOneOfTwo : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.OneOfTwo?.Add();
}
