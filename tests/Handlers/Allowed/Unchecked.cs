using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Breaks a rule, and the project file says that it may.</summary>
internal readonly struct Unchecked<T>(T value) : IInterruptHandler
{
    public void OnInterrupt() => Surroundings.Object = new T[] { value };
}
