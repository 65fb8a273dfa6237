using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Calls another handler, of a type that is an argument of its own.</summary>
internal struct Wrapping<THandler>(THandler handler) : IInterruptHandler
    where THandler : struct, IInterruptHandler
{
    private THandler _handler = handler;

    public void OnInterrupt() => _handler.OnInterrupt();
}
