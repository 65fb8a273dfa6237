using System.Runtime.CompilerServices;
using Tarn.Testing;

namespace Tarn.Tests.Misbehaving;

/// <summary>Cases that the processor ends.</summary>
public static unsafe class FaultCases
{
    private const ulong UnmappedAddress = 0x0000_5555_0000_0000;

    // Not inlined: it is this method that a report has to name.
    [KernelTest(Name = "Faults")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Faults() => *(ulong*)UnmappedAddress = 1;
}
