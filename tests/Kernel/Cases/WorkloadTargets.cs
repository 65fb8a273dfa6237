using Tarn.Bench;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Holds the figures of this kernel to the targets of tests/Figures/targets.json.</summary>
internal static class WorkloadTargets
{
    /// <summary>Fails the case if a figure misses its target, or is below what it can be at all: then it was not measured.</summary>
    /// <param name="workload">The figure's name.</param>
    /// <param name="net">The figure, in hundredths.</param>
    /// <param name="least">What it is at least, in hundredths.</param>
    /// <param name="allocator">The allocator whose target it is held to. (Memory and tasks have one, and it is for all.)</param>
    public static void Check(string workload, long net, long least, string allocator)
    {
        if (BenchTarget.Of(workload, allocator) is not { } target)
        {
            return;
        }

        if (target.AtLeast)
        {
            Expect.True(net >= target.Hundredths, $"{workload} is {net} hundredths, and is to be {target.Hundredths} at least");
        }
        else
        {
            Expect.InRange(net, least, target.Hundredths);
        }
    }
}
