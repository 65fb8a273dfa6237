using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Takes as much stack as a variable says.</summary>
internal unsafe struct AllocatingOnTheStack : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        var bytes = stackalloc byte[Surroundings.Index]; // reported
        Surroundings.Sum += Add(bytes, Surroundings.Index);
    }

    private static int Add(byte* bytes, int count)
    {
        var sum = 0;
        for (var index = 0; index < count; index++)
        {
            bytes[index] = (byte)index;
            sum += bytes[index];
        }

        return sum;
    }
}
