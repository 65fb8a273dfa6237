using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>A tick of the clock, for a <see cref="TickAlarm"/>.</summary>
public readonly struct TickHandler : IInterruptHandler
{
    private readonly TickAlarm _alarm;

    internal TickHandler(TickAlarm alarm) => _alarm = alarm;

    /// <inheritdoc/>
    public void OnInterrupt() => _alarm.OnTick();
}
