using System.Runtime.InteropServices;

namespace Tarn.Unwinding;

/// <summary>Where the linker put what an unwinder reads. (<c>tarn_unwind_tables</c>, Throw.s.)</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct UnwindTables(MemoryRange functions, MemoryRange clauses, ulong funcletReturn, ulong faultThrower)
{
    /// <summary>The table of functions: see <see cref="FunctionTable"/>.</summary>
    internal readonly MemoryRange Functions = functions;

    /// <summary>What the clauses that the functions lead to are a part of: ILC puts them among the data.</summary>
    internal readonly MemoryRange Clauses = clauses;

    /// <summary>Where a handler returns to: the frame at this address is the dispatcher's call of it.</summary>
    internal readonly ulong FuncletReturn = funcletReturn;

    /// <summary>The function that a processor fault goes on in: it interrupted its caller, and the way up leads through it.</summary>
    internal readonly ulong FaultThrower = faultThrower;
}
