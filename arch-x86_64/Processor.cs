using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Arch.X86_64;

/// <summary>What a processor can be told to do that is no computation.</summary>
public static class Processor
{
    /// <summary>Enables interrupts and sleeps until one has been served. One that arrives before the sleep ends it: it is not lost.</summary>
    [RuntimeImport("*", "tarn_wait_for_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void WaitForInterrupt();

    /// <summary>Stops this processor for good, interrupts off.</summary>
    [RuntimeImport("*", "tarn_halt_forever")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void HaltForever();

    /// <summary>Reads the time-stamp counter (RDTSC): ticks since reset at a rate that the processor sets.</summary>
    [RuntimeImport("*", "tarn_read_time_stamp_counter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadTimeStampCounter();
}
