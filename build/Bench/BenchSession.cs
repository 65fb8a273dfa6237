using System.Text.Json;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Pipeline;

/// <summary>All figures of all variants: what the target prints and what the test looks at.</summary>
public static class BenchSession
{
    /// <summary>The variant whose kernels have no collector, for its allocator gives nothing back before all is free.</summary>
    private const string WithoutCollector = "bump";

    /// <summary>Measures. Variants are measured side by side: what is counted does not depend on what else the host does.</summary>
    /// <param name="images">The folder of the images.</param>
    /// <param name="variants">The allocators' file names.</param>
    public static IReadOnlyList<BenchFigure> Measure(string images, IEnumerable<string> variants) =>
        [.. variants.AsParallel().AsOrdered().Select(variant => MeasureVariant(images, variant)).SelectMany(figures => figures)];

    private static List<BenchFigure> MeasureVariant(string images, string variant)
    {
        var kernel = Path.Combine(images, $"tarn-{variant}.elf");
        var size = new ElfImage(kernel).StrippedSize;
        return
        [
            .. BenchMachine.Run(Path.Combine(images, $"bench-{variant}.elf"), variant),
            .. variant == WithoutCollector ? [] : BenchMachine.RunCollector(Path.Combine(images, $"collector-{variant}.elf"), variant),
            .. BootFigures.Measure(kernel, variant),
            new BenchFigure("image", variant, size, 0, size, "bytes"),
            .. ReadHandlers(Path.Combine(images, $"tarn-{variant}.handlers.json"), variant),
        ];
    }

    /// <summary>The worst cases that the build found for each interrupt handler, all that the processor and the stub take included.</summary>
    private static IEnumerable<BenchFigure> ReadHandlers(string report, string variant)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(report));
        foreach (var handler in document.RootElement.GetProperty("handlers").EnumerateArray())
        {
            var name = handler.GetProperty("name").GetString()!.Split('<')[0].Split('.')[^1];
            var stack = handler.GetProperty("totalStackBytes").GetDecimal();
            var instructions = handler.GetProperty("totalInstructions").GetDecimal();
            yield return new BenchFigure($"handler-{name}-stack", variant, stack, 0, stack, "bytes");
            yield return new BenchFigure($"handler-{name}", variant, instructions, 0, instructions, "instructions");

            // A loop counts as one pass of it: that there are no more of them is held as well.
            var loops = handler.GetProperty("loops").GetArrayLength();
            yield return new BenchFigure($"handler-{name}-loops", variant, loops, 0, loops, "loops");
        }
    }
}
