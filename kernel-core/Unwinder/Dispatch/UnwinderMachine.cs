using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Unwinding;

/// <summary>What Throw.s does for the dispatcher, and the core library's head of the chain of exceptions.</summary>
internal static unsafe class UnwinderMachine
{
    [RuntimeImport("*", "tarn_get_unwind_tables")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern UnwindTables* GetTables();

    /// <summary>The head of the chain of exceptions that are under way in the execution context that runs.</summary>
    [RuntimeImport("*", "tarn_get_exceptions")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ExceptionRecord** GetExceptions();

    /// <summary>Calls a handler or a filter of the method whose frame is in the record.</summary>
    /// <returns>Of a filter, whether it accepts, in the lowest byte; of a catch clause, where its method goes on.</returns>
    [RuntimeImport("*", "tarn_call_funclet")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong CallFunclet(nint exception, ulong code, ExceptionRecord* record);

    /// <summary>Goes on in a frame.</summary>
    [DoesNotReturn]
    [RuntimeImport("*", "tarn_continue_in_frame")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void ContinueIn(Registers* frame);
}
