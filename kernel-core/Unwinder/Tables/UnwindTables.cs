using System.Runtime.InteropServices;

namespace Tarn.Unwinding;

/// <summary>Where the linker put what an unwinder reads. (<c>tarn_unwind_tables</c>, Throw.s.)</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct UnwindTables(
    MemoryRange header, MemoryRange frames, MemoryRange handlers, MemoryRange clauses, ulong funcletReturn, ulong faultThrower)
{
    /// <summary><c>.eh_frame_hdr</c>: a sorted list of functions.</summary>
    internal readonly MemoryRange Header = header;

    /// <summary><c>.eh_frame</c>: how each function's frame is left.</summary>
    internal readonly MemoryRange Frames = frames;

    /// <summary><c>.dotnet_eh_table</c>: a block for each method and each of its handlers.</summary>
    internal readonly MemoryRange Handlers = handlers;

    /// <summary>What the clauses that the blocks lead to are a part of: ILC puts them among the data.</summary>
    internal readonly MemoryRange Clauses = clauses;

    /// <summary>Where a handler returns to: the frame at this address is the dispatcher's call of it.</summary>
    internal readonly ulong FuncletReturn = funcletReturn;

    /// <summary>The function that a processor fault goes on in: it interrupted its caller, and the way up leads through it.</summary>
    internal readonly ulong FaultThrower = faultThrower;
}
