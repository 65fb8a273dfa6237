using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>May be the first to use a class that has to be initialised.</summary>
internal struct RunningAStaticConstructor : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Sum += Start.Stamp; // reported

    private static class Start
    {
        public static readonly int Stamp = (int)Processor.ReadTimeStampCounter();
    }
}
