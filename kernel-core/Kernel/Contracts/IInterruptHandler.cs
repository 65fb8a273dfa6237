namespace Tarn.Kernel;

/// <summary>What a driver does when its device interrupts.</summary>
/// <remarks>
/// It is implemented by a struct that holds what the driver needs there, mostly a reference to the driver. Whoever claims an interrupt
/// does so by this type
/// (<see cref="IInterruptController.Claim"/>), so that the call is direct and the handlers of an image are known when it is built.
/// </remarks>
public interface IInterruptHandler
{
    /// <summary>Serves the device. Interrupts are masked until it returns; the controller is told of the end afterwards, by whoever calls
    /// this.</summary>
    /// <remarks>
    /// It allocates nothing, throws nothing, prints nothing, takes no lock that a task may hold, makes no cast and no array access that
    /// is not guarded, and calls nothing through an interface or a delegate: the build proves that of the finished Release image
    /// (docs/interrupt-safety.md), with whatever this calls.
    /// </remarks>
    void OnInterrupt();
}
