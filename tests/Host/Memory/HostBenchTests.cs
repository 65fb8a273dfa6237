using System.Diagnostics;
using System.Reflection;
using NUnit.Framework;

namespace Tarn.Tests.Host.Memory;

/// <summary>The benchmarks of the allocators on .NET: that they run, not what they measure.</summary>
[TestFixture]
internal sealed class HostBenchTests
{
    [Test]
    public void EachAllocatorRunsTheMixedWorkload()
    {
        var program = typeof(HostBenchTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "HostBench").Value!;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--job", "Dry", "--join", "--filter", "*.W4"]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, output);
        foreach (var allocator in (string[])["FixedSizeBlockAllocator", "LinkedListAllocator", "BumpAllocator"])
        {
            Assert.That(output, Does.Match($@"\n\| HeapBenchmarks<{allocator}> +\| W4 +\| +[0-9.,]+ ns \|"), output);
        }
    }
}
