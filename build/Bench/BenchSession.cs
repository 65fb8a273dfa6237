using Tarn.Tests.Emulator.Machine;

namespace Tarn.Pipeline;

/// <summary>All figures of all variants: what the target prints and what the test looks at.</summary>
public static class BenchSession
{
    /// <summary>Measures.</summary>
    /// <param name="images">The folder of the images.</param>
    /// <param name="variants">The allocators' file names.</param>
    public static IReadOnlyList<BenchFigure> Measure(string images, IEnumerable<string> variants)
    {
        var figures = new List<BenchFigure>();
        foreach (var variant in variants)
        {
            figures.AddRange(BenchMachine.Run(Path.Combine(images, $"bench-{variant}.elf"), variant));
            var size = new ElfImage(Path.Combine(images, $"tarn-{variant}.elf")).StrippedSize;
            figures.Add(new BenchFigure("image", variant, size, 0, size, "bytes"));
        }

        return figures;
    }
}
