using System.Diagnostics.CodeAnalysis;

namespace Tarn.Kernel;

/// <summary>Stands in for the machine: counts what the kernel's class of this name would have the processor do.</summary>
internal static class Processor
{
    private const nuint InterruptFlag = 1 << 9;

    /// <summary>Whether interrupts are masked at the moment.</summary>
    public static bool AreInterruptsMasked { get; private set; }

    /// <summary>Lets interrupts in, as a test's start.</summary>
    public static void Reset() => AreInterruptsMasked = false;

    public static nuint SaveAndDisableInterrupts()
    {
        var flags = AreInterruptsMasked ? 0 : InterruptFlag;
        AreInterruptsMasked = true;
        return flags;
    }

    public static void RestoreInterrupts(nuint flags) => AreInterruptsMasked = (flags & InterruptFlag) == 0;

    [DoesNotReturn]
    public static void HaltForever() => throw new ProcessorHaltedException();
}
