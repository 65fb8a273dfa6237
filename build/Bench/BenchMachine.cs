using System.Diagnostics;

namespace Tarn.Pipeline;

/// <summary>Boots a bench kernel on a machine whose clock counts instructions, and reads its figures.</summary>
public static class BenchMachine
{
    private const string Program = "qemu-system-x86_64";
    private const int Success = 33;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    // What allocates tasks for itself alone wants a kernel of its own: its figures are those of a heap that nobody has used.
    private static readonly string[] TaskCases = ["TaskCostTests.ATaskCostsLittle", "TaskCostTests.AYieldCostsLittle", "TaskCostTests.AWakeArrivesSoon"];

    private static readonly string[] Isolated = [.. TaskCases, "InterruptCostTests.AnInterruptReachesItsTaskSoon"];

    private static readonly string[] CollectorCases = [.. TaskCases, "CollectionCostTests.ACollectionCosts", "CollectionCostTests.ALargeArrayCosts", "CollectionCostTests.AnObjectTakes", "CollectionCostTests.BinaryTreesCost"];

    /// <summary>Runs all workloads of an image.</summary>
    /// <param name="image">The path of <c>bench-VARIANT.elf</c>.</param>
    /// <param name="variant">The allocator's file name.</param>
    /// <exception cref="InvalidOperationException">The kernel failed, or said nothing.</exception>
    public static IReadOnlyList<BenchFigure> Run(string image, string variant) =>
        [.. Isolated.Select(name => $"test.only={name}").Prepend(string.Empty).SelectMany(commandLine => Boot(image, variant, commandLine))];

    /// <summary>Runs the workloads of the collector, each in a kernel of its own.</summary>
    /// <param name="image">The path of <c>collector-VARIANT.elf</c>.</param>
    /// <param name="variant">The allocator's file name.</param>
    /// <exception cref="InvalidOperationException">The kernel failed, or said nothing.</exception>
    public static IReadOnlyList<BenchFigure> RunCollector(string image, string variant) =>
        [.. CollectorCases.SelectMany(name => Boot(image, variant, $"until=idle test.only={name}"))];

    private static List<BenchFigure> Boot(string image, string variant, string commandLine)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in new[]
        {
            "-machine", "pc", "-cpu", "qemu64", "-m", "128M", "-nodefaults", "-vga", "std", "-no-reboot", "-display", "none", "-monitor", "none",
            "-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-serial", "stdio", "-icount", "shift=0,sleep=off", "-kernel", image, "-append", commandLine,
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill();
            throw new InvalidOperationException($"{image} ({commandLine}) had not ended after {Limit.TotalSeconds} s.");
        }

        var lines = output.GetAwaiter().GetResult().Split('\n').Select(line => line.Trim('\r', ' ')).ToList();
        var figures = lines.Where(line => line.StartsWith("figure ", StringComparison.Ordinal)).Select(line => BenchFigure.Parse(line, variant)).ToList();

        // A check value that is not met fails its case, and the kernel leaves with failure.
        return process.ExitCode == Success && figures.Count > 0
            ? figures
            : throw new InvalidOperationException($"{image} ({commandLine}) ended with status {process.ExitCode}:\n{string.Join('\n', lines)}");
    }
}
