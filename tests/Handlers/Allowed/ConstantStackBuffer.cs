using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Allowed;

/// <summary>Has a buffer on the stack: the compiler guards it with a cookie, and what is called where that has changed is exempt.</summary>
internal unsafe struct ConstantStackBuffer : IInterruptHandler
{
    public readonly void OnInterrupt()
    {
        var bytes = stackalloc byte[48];
        bytes[Surroundings.Index & 31] = 1;
        Surroundings.Sum += bytes[Surroundings.Sum & 31];
    }
}
