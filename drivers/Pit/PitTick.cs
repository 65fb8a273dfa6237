using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>The timer's interrupt: one more tick.</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
public readonly struct PitTick<TPorts> : IInterruptHandler
    where TPorts : struct, IPortSpace
{
    private readonly Pit<TPorts> _timer;

    internal PitTick(Pit<TPorts> timer) => _timer = timer;

    /// <inheritdoc/>
    public void OnInterrupt() => _timer.Tick();
}
