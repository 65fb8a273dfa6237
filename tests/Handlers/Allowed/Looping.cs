using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Does something as often as a variable says.</summary>
internal struct Looping : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        for (var count = Surroundings.Index; count > 0; count--)
        {
            Surroundings.Sum ^= count * Surroundings.Sum;
        }
    }
}
