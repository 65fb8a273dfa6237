using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Tests.Misbehaving;

/// <summary>Ways to end a machine that no kernel should take.</summary>
internal static class Machine
{
    /// <summary>Faults with no interrupt table to handle it: the processor shuts down.</summary>
    [RuntimeImport("*", "tarn_misbehaving_triple_fault")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void TripleFault();
}
