using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Tests.Handlers;

/// <summary>What the compiler would not write: Assembly.s.</summary>
internal static class Assembly
{
    [RuntimeImport("*", "handlers_call_the_heap")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void CallTheHeap();

    [RuntimeImport("*", "handlers_jump_to_the_heap")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void JumpToTheHeap(int size, int alignment);

    [RuntimeImport("*", "handlers_jump_into_the_middle")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void JumpIntoTheMiddle();

    [RuntimeImport("*", "handlers_throw")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Throw();

    [RuntimeImport("*", "handlers_call_through_variable")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void CallThroughVariable();

    [RuntimeImport("*", "handlers_jump_far")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void JumpFar();
}
