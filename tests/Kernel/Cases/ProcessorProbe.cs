using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What the cases do to the processor, and what they look at: ProcessorProbe.s says what each does.</summary>
internal static unsafe class ProcessorProbe
{
    [RuntimeImport("*", "probe_interrupt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Interrupt(byte vector);

    [RuntimeImport("*", "probe_interrupt_without_stack")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void InterruptWithoutStack(byte vector);

    [RuntimeImport("*", "probe_double_fault")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void DoubleFault();

    [RuntimeImport("*", "probe_push_without_stack")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void PushWithoutStack();

    [RuntimeImport("*", "probe_exception")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Exception(byte vector, ulong errorCode);

    [RuntimeImport("*", "probe_exception_from_ring_3")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ExceptionFromRing3(byte vector);

    [RuntimeImport("*", "probe_load_selector")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void LoadSelector(ushort selector);

    [RuntimeImport("*", "probe_x87_error")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RaiseX87Error();

    [RuntimeImport("*", "probe_flags")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadFlags();

    [RuntimeImport("*", "probe_flags_after_interrupt_backwards")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadFlagsAfterInterruptBackwards();

    [RuntimeImport("*", "probe_delay")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Delay(uint instructions);

    [RuntimeImport("*", "probe_mxcsr")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint ReadMxcsr();

    [RuntimeImport("*", "probe_stack_pointer")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadStackPointer();

    [RuntimeImport("*", "probe_clobber")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Clobber();

    [RuntimeImport("*", "probe_vector_registers")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint FindChangedVectorRegisters(ulong rounds);

    [RuntimeImport("*", "probe_general_registers")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint FindChangedGeneralRegisters();

    [RuntimeImport("*", "probe_segments")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ReadSegments(ushort* selectors);

    [RuntimeImport("*", "probe_tables")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ReadTables(ushort* pointers);

    [RuntimeImport("*", "tarn_read_cr0")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadCr0();

    [RuntimeImport("*", "tarn_read_cr4")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadCr4();

    [RuntimeImport("*", "tarn_read_model_specific_register")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadModelSpecificRegister(uint register);

    [RuntimeImport("*", "tarn_write_cr0")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void WriteCr0(ulong value);

    [RuntimeImport("*", "tarn_get_epitaph")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern Epitaph* GetEpitaph();

    [RuntimeImport("*", "probe_preserved_registers")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint FindChangedPreservedRegisters(delegate*<void> action);

    [RuntimeImport("*", "probe_call_clobbering")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void CallClobbering(delegate*<void> action);

    [RuntimeImport("*", "probe_call_without_directives")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void CallWithoutDirectives(delegate*<void> action);

    [RuntimeImport("*", "probe_read")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong Read(ulong address);
}
