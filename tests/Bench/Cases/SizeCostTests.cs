using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What W1 takes with blocks of other sizes: which of an allocator's ways a size goes.</summary>
internal static unsafe class SizeCostTests
{
    private const int Pairs = 1000;

    // What keeps the optimiser from leaving out what is measured.
    private static nuint s_sum;

    [KernelTest]
    public static void EachSizeHasACost()
    {
        using var memory = new WorkloadMemory();
        for (nuint size = 16; size <= 65_536; size *= 2)
        {
            NullHeap.Renew(memory.Range);
            var harness = Time<NullHeap>(size);
            memory.RenewHeap();
            var raw = Time<WorkloadHeap>(size);
            Expect.Equal(0UL, WorkloadHeap.Statistics.Failures);
            Figure.Report($"pair-{size}", "instructions", raw, harness, Pairs);
        }

        Expect.False(WorkloadHeap.FindFault().Exists);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong Time<THeap>(nuint size)
        where THeap : struct, IWorkloadHeap
    {
        var start = Processor.ReadTimeStampCounter();
        for (var pair = 0; pair < Pairs; pair++)
        {
            var block = THeap.Allocate(size, 8);
            s_sum += (nuint)block;
            THeap.Free(block, size, 8);
        }

        return Processor.ReadTimeStampCounter() - start;
    }
}
