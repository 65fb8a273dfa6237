using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Nothing is done at a tick but to count it.</summary>
public readonly struct PitTickAlone : IInterruptHandler
{
    /// <inheritdoc/>
    public void OnInterrupt()
    {
    }
}
