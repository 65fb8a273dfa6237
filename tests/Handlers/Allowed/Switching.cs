using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Chooses between ways by a jump table.</summary>
internal struct Switching : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        switch (Surroundings.Index)
        {
            case 0:
                Surroundings.Sum++;
                break;
            case 1:
                Surroundings.Sum -= 17;
                break;
            case 2:
                Surroundings.Sum *= 3;
                break;
            case 3:
                Surroundings.Sum ^= 5;
                break;
            case 4:
                Surroundings.Sum = -Surroundings.Sum;
                break;
            case 5:
                Surroundings.Sum |= 64;
                break;
        }
    }
}
