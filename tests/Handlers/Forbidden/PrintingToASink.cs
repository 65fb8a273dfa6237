using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Writes to a console's driver, past the console.</summary>
internal struct PrintingToASink : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Sink?.Write("tick"u8); // reported
}
