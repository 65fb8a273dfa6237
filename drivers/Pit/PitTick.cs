using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The timer's interrupt: one more tick, and what is to be done at each.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <typeparam name="TOnTick">What is done besides.</typeparam>
public struct PitTick<TPorts, TOnTick> : IInterruptHandler
    where TPorts : struct, IPortSpace
    where TOnTick : struct, IInterruptHandler
{
    private readonly Pit<TPorts> _timer;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TOnTick _onTick;

    internal PitTick(Pit<TPorts> timer, TOnTick onTick)
    {
        _timer = timer;
        _onTick = onTick;
    }

    /// <inheritdoc/>
    public void OnInterrupt()
    {
        _timer.Tick();
        _onTick.OnInterrupt();
    }
}
