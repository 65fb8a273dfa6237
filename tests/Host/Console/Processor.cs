using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Tarn.Kernel;

/// <summary>Stands in for the machine: counts what the kernel's class of this name would have the processor do.</summary>
internal static unsafe class Processor
{
    /// <summary>What a captured register holds: its index added to this.</summary>
    public const ulong CapturedRegister = 0x1000;

    private const nuint InterruptFlag = 1 << 9;
    private const int CapturedRegisterCount = 3;

    private static readonly Epitaph* TheEpitaph = (Epitaph*)NativeMemory.AllocZeroed((nuint)sizeof(Epitaph));

    /// <summary>Whether interrupts are masked at the moment.</summary>
    public static bool AreInterruptsMasked { get; private set; }

    /// <summary>Lets interrupts in and forgets the epitaph, as a test's start.</summary>
    public static void Reset()
    {
        AreInterruptsMasked = false;
        *TheEpitaph = default;
    }

    public static nuint SaveAndDisableInterrupts()
    {
        var flags = AreInterruptsMasked ? 0 : InterruptFlag;
        AreInterruptsMasked = true;
        return flags;
    }

    public static void RestoreInterrupts(nuint flags) => AreInterruptsMasked = (flags & InterruptFlag) == 0;

    [DoesNotReturn]
    public static void HaltForever() => throw new ProcessorHaltedException();

    public static Epitaph* GetEpitaph() => TheEpitaph;

    public static int CaptureRegisters(ulong* registers)
    {
        for (var index = 0; index < CapturedRegisterCount; index++)
        {
            registers[index] = CapturedRegister + (ulong)index;
        }

        return CapturedRegisterCount;
    }

    /// <summary>Addresses whose translations were to be forgotten, in order.</summary>
    public static List<ulong> InvalidatedPages { get; } = [];

    public static void InvalidatePage(ulong address) => InvalidatedPages.Add(address);

    /// <summary>The frames that the stack is said to have.</summary>
    public static List<ulong> StackFrames { get; } = [];

    public static int WalkStack(ulong* registers, ulong* addresses, int capacity)
    {
        var count = Math.Min(StackFrames.Count, capacity);
        for (var index = 0; index < count; index++)
        {
            addresses[index] = StackFrames[index];
        }

        return count;
    }
}
