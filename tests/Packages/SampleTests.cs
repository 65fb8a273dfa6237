using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Documentation;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Packages;

/// <summary>The samples, built of the packages in a folder outside of the repository, and booted.</summary>
[TestFixture]
public sealed class SampleTests
{
    /// <summary>Bytes that the smallest image may have, all symbols stripped: 24 KB.</summary>
    private const int SmallestImage = 24_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static string Samples => Path.Combine(Workplace.Root, "samples");

    /// <summary>Every folder of samples has a test here.</summary>
    [Test]
    public void EverySampleIsTested() =>
        Assert.That(
            Directory.GetDirectories(Samples).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(new[] { "hello", "own-allocator", "own-driver", "own-executor" }));

    [Test]
    public void Hello()
    {
        var image = Build("hello");
        Assert.That(Boot(image), Is.EqualTo(new[] { "Hello from C# on the bare machine" }));

        var stripped = image + ".stripped";
        var strip = Sdk.Tool.Toolchains.ProcessRunner.Run("strip", ["-s", "-o", stripped, image]);
        Assert.That(strip.ExitCode, Is.Zero, strip.Output);
        var size = new FileInfo(stripped).Length;
        TestContext.Out.WriteLine($"{size} bytes");
        Assert.That(size, Is.LessThan(SmallestImage));
        Assert.That(Boot(stripped), Is.EqualTo(new[] { "Hello from C# on the bare machine" }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void OwnAllocator(bool isSmallest)
    {
        string[] options = isSmallest ? ["-p:Smallest=true"] : [];
        var image = Build("own-allocator", isSmallest ? "own-allocator-smallest" : "own-allocator", options);
        var lines = Boot(image, "until=idle");

        Assert.That(lines[0], Is.EqualTo("The heap is power-of-two"));
        Assert.That(lines[1], Is.EqualTo("1000 strings, the last is 'number 1000'"));
        Assert.That(lines[2], Does.Match("^1[0-9]{3} blocks use [0-9]+ KiB$"));
        Assert.That(lines[3], Is.EqualTo("Whole: True"));
        Assert.That(File.Exists(Path.ChangeExtension(image, ".names")), Is.Not.EqualTo(isSmallest));
        Assert.That(new ElfImage(image).SizeOf(".tarn_unwind"), isSmallest ? Is.Zero : Is.Positive);
        if (isSmallest)
        {
            AssertIsAsLargeAsThePageSays(image);
        }
    }

    /// <summary>docs/packages.md says what is in it.</summary>
    private static void AssertIsAsLargeAsThePageSays(string image)
    {
        const double Tolerance = 0.1, Allowance = 0.6;
        var page = File.ReadAllText(Path.Combine(Workplace.Root, "docs", "packages.md"));
        var whole = double.Parse(Regex.Match(page, @"^\| of the (\d+) KB \|", RegexOptions.Multiline).Groups[1].Value);
        Assert.That(page, Does.Contain($"That is {whole} KB, all symbols stripped"));
        Assert.That(new ElfImage(image).StrippedSize / 1000.0, Is.EqualTo(whole).Within(whole * Tolerance));
        var map = LinkMap.Read(Path.ChangeExtension(image, ".map"), PackageTests.Components);
        var rows = Regex.Matches(page, @"^\| (Tarn\.[\w.]+) \| (\d+) \|", RegexOptions.Multiline);
        Assert.That(rows, Has.Count.EqualTo(5));
        foreach (Match row in rows)
        {
            var said = double.Parse(row.Groups[2].Value);
            Assert.That(map.SizeOf(row.Groups[1].Value) / 1000.0, Is.EqualTo(said).Within((said * Tolerance) + Allowance), row.Value);
        }
    }

    [Test]
    public void OwnDriver()
    {
        var lines = Boot(Build("own-driver"), string.Empty, "-rtc", "base=2026-01-01T23:59:58");

        Assert.That(lines, Has.Count.EqualTo(3));
        Assert.That(lines[0], Does.Match("^It is (23:59:5[89]|00:00:0[0-9])$"));
        Assert.That(lines.Distinct().Count(), Is.EqualTo(3));
    }

    /// <summary>The clock's handler is among those that the build has proved harmless.</summary>
    [Test]
    public void OwnDriversHandlerIsChecked() =>
        Assert.That(File.ReadAllText(Path.ChangeExtension(Build("own-driver"), ".handlers.md")), Does.Contain("OwnDriver.CmosClock"));

    [Test]
    public void OwnExecutor() =>
        Assert.That(
            Boot(Build("own-executor")),
            Is.EqualTo(new[] { "quick 1", "quick 2", "slow 1", "quick 3", "quick 4", "slow 2", "quick 5", "slow 3", "Nobody is left" }));

    /// <summary>With a collector that is stressed they do the same. (hello has no heap.)</summary>
    [Test]
    public void UnderAStressedCollectorTheyDoTheSame(
        [Values("own-allocator", "own-driver", "own-executor")] string sample, [Values("FixedSizeBlock", "LinkedList")] string allocator)
    {
        if (sample == "own-allocator" && allocator != "LinkedList")
        {
            Assert.Ignore("The sample has an allocator of its own: one run is all.");
        }

        var folder = Workplace.CopyOf(Path.Combine(Samples, sample));
        var project = Path.Combine(folder, sample + ".csproj");
        var text = File.ReadAllText(project);
        File.WriteAllText(project, text.Replace("</ItemGroup>", "<PackageReference Include=\"Tarn.Collector\" /></ItemGroup>", StringComparison.Ordinal)
            .Replace("<TarnAllocator>LinkedList<", $"<TarnAllocator>{allocator}<", StringComparison.Ordinal));
        Workplace.Build(folder, "-p:TarnCollectorStress=true");
        var image = Path.Combine(folder, "bin", "Release", "net10.0", sample + ".elf");
        Assert.That(new ElfImage(Path.ChangeExtension(image, ".debug")).SymbolNames, Has.Some.Contains("CollectForStress"));
        var lines = sample == "own-driver" ? Boot(image, string.Empty, "-rtc", "base=2026-01-01T23:59:58") : Boot(image, "until=idle");
        switch (sample)
        {
            case "own-allocator":
                Assert.That(lines[1], Is.EqualTo("1000 strings, the last is 'number 1000'"));
                Assert.That(lines[3], Is.EqualTo("Whole: True"));
                break;
            case "own-driver":
                Assert.That(lines, Has.Count.EqualTo(3).And.All.StartsWith("It is "));
                break;
            default:
                Assert.That(lines, Is.EqualTo(new[] { "quick 1", "quick 2", "slow 1", "quick 3", "quick 4", "slow 2", "quick 5", "slow 3", "Nobody is left" }));
                break;
        }
    }

    private static string Build(string sample) => Build(sample, sample);

    private static string Build(string sample, string image, params string[] options)
    {
        var folder = Workplace.CopyOf(Path.Combine(Samples, sample));
        Workplace.Build(folder, options);
        return Path.Combine(folder, "bin", "Release", "net10.0", image + ".elf");
    }

    private static List<string> Boot(string image, string commandLine = "", params string[] arguments)
    {
        // Time is instructions executed, so that it does not matter what else the host does.
        using var machine = QemuMachine.Start(new QemuOptions(image) { CommandLine = commandLine, CountsInstructions = true, ExtraArguments = arguments });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        return [.. machine.Log.Text.TrimEnd('\n').Split('\n')];
    }
}
