using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Arch.X86_64;

/// <summary>What a processor can be told to do that is no computation.</summary>
public static class Processor
{
    /// <summary>Enables interrupts and sleeps until one has been served. One that arrives before the sleep ends it: it is not
    /// lost.</summary>
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

    /// <summary>Lets interrupts in.</summary>
    [RuntimeImport("*", "tarn_interrupts_enable")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void EnableInterrupts();

    /// <summary>Masks interrupts.</summary>
    [RuntimeImport("*", "tarn_interrupts_disable")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void DisableInterrupts();

    /// <summary>INT3: a debugger stops here; without one, the kernel reports it and goes on.</summary>
    [RuntimeImport("*", "tarn_breakpoint")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Breakpoint();

    /// <summary>UD2: raises the exception of an invalid opcode.</summary>
    [RuntimeImport("*", "tarn_invalid_opcode")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RaiseInvalidOpcode();

    /// <summary>Has the processor find no handler for an exception, nor for the one of that: it shuts down, which resets the machine.</summary>
    [RuntimeImport("*", "tarn_triple_fault")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void TripleFault();
}
