using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>The page of each component: what it promises, what it costs, how to replace it; and that it costs what the page says.</summary>
/// <remarks>With <c>TARN_UPDATE_COSTS=1</c> in the environment the figures are written instead of compared, and the cases are reported as inconclusive.</remarks>
[TestFixture]
public sealed partial class ComponentPageTests
{
    /// <summary>How far a size may be off: a compiler that changes shall not change all pages.</summary>
    private const double Tolerance = 0.15, Allowance = 0.1;

    /// <summary>A bound is no bound if it is more than this share above what is measured.</summary>
    private const double Slack = 0.25;

    private static readonly string[] Headings = ["## What it promises", "## What it costs", "## How to replace it"];

    /// <summary>What is in no image, or in none that is booted for its own sake.</summary>
    private static readonly string[] WithoutSize = ["Tarn.Sdk", "Tarn.Templates", "Tarn.Allocators.Dummy"];

    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("TARN_UPDATE_COSTS") == "1";

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static IReadOnlyList<string> Packages { get; } =
    [
        .. XDocument.Load(Path.Combine(Root, "build", "Sdk", "Sdk", "Tarn.Packages.props")).Descendants("TarnKnownPackage").Select(item => item.Attribute("Include")!.Value),
        "Tarn.Sdk", "Tarn.Templates",
    ];

    private static IEnumerable<string> Sized => Packages.Except(WithoutSize);

    [TestCaseSource(nameof(Packages))]
    public void APageHasThreeParts(string package)
    {
        var text = File.ReadAllText(PageOf(package));
        Assert.That(text, Does.StartWith($"# {package}\n"));
        var places = Headings.Select(heading => text.IndexOf($"\n{heading}\n", StringComparison.Ordinal)).ToList();
        Assert.That(places, Is.All.Positive & Is.Ordered, "promise, cost, replacement, in that order");
        foreach (var place in places)
        {
            var end = text.IndexOf("\n## ", place + 1, StringComparison.Ordinal);
            Assert.That(text[place..(end < 0 ? text.Length : end)].Trim().Split('\n'), Has.Length.GreaterThanOrEqualTo(3));
        }

        Assert.That(text[..places[0]].TrimEnd('\n').Split('\n'), Has.Length.LessThanOrEqualTo(8), "what it promises comes first");
    }

    [TestCaseSource(nameof(Packages))]
    public void TheIndexHasThePage(string package)
    {
        var link = Path.GetRelativePath(Path.Combine(Root, "docs"), PageOf(package));
        Assert.That(File.ReadAllText(Path.Combine(Root, "docs", "README.md")), Does.Contain($"[{package}]({link})"));
    }

    [TestCaseSource(nameof(Sized))]
    public void ItTakesWhatThePageSays(string package)
    {
        var image = package switch
        {
            "Tarn.Allocators.LinkedList" => "tarn-linked-list",
            "Tarn.Allocators.Bump" => "tarn-bump",
            "Tarn.Testing" => "tests-fixed-size-block",
            _ => "tarn-fixed-size-block",
        };
        var map = LinkMap.Read(ImageFile(image, "map"), Packages.Append("Tarn.Image"));
        Check(package, SizeSentence(), map.SizeOf(package) / 1000.0, isBound: false);
    }

    [Test]
    public void TheTableForUnwindingTakesWhatThePageSays() =>
        Check("Tarn.Unwinder", TableSentence(), new ElfImage(ImageFile("tarn-fixed-size-block", "elf")).SizeOf(".tarn_unwind") / 1000.0, isBound: false);

    [TestCase("Tarn.Drivers.Pit", "Tarn.Drivers.PitTick<")]
    [TestCase("Tarn.Drivers.Ps2Keyboard", "Tarn.Drivers.Ps2KeyboardInterrupt<")]
    [TestCase("Tarn.Drivers.Serial16550", "Tarn.Drivers.SerialInterrupt<")]
    public void AnInterruptTakesAtMostWhatThePageSays(string package, string handler)
    {
        using var report = Report();
        var costs = report.RootElement.GetProperty("handlers").EnumerateArray().Single(item => item.GetProperty("name").GetString()!.StartsWith(handler, StringComparison.Ordinal));
        Check(package, InterruptSentence(), costs.GetProperty("totalInstructions").GetInt32(), isBound: true);
    }

    [Test]
    public void AnInterruptsWayInTakesWhatThePageSays()
    {
        using var report = Report();
        var root = report.RootElement;
        Check("Tarn.Arch.X86_64", StubSentence(), root.GetProperty("stubInstructions").GetInt32(), isBound: true);
        Check("Tarn.Arch.X86_64", StubStackSentence(), root.GetProperty("processorStackBytes").GetInt32() + root.GetProperty("stubStackBytes").GetInt32(), isBound: true);
    }

    [Test]
    public void StacksAndReserveAreAsLargeAsThePagesSay()
    {
        // What is reported of the guards is where the stacks begin, so their sizes are those of the sources.
        var stacks = File.ReadAllText(Path.Combine(Root, "arch-x86_64", "Boot", "Stacks.s"));
        var sizes = Regex.Matches(stacks, @"\.set (\w+_STACK_SIZE), (\d+) \* 1024").ToDictionary(match => match.Groups[1].Value, match => int.Parse(match.Groups[2].Value));
        var sum = Regex.Matches(stacks, @"^    STACK \w+, (\w+),", RegexOptions.Multiline).Sum(match => sizes[match.Groups[1].Value]);
        Assert.That(File.ReadAllText(PageOf("Tarn.Arch.X86_64")), Does.Contain($"It keeps {sum} KiB for stacks"));

        var reserve = Regex.Match(File.ReadAllText(Path.Combine(Root, "mm", "Memory", "EarlyHeap.cs")), @"public const int Size = (\d+) \* 1024;").Groups[1].Value;
        Assert.That(File.ReadAllText(PageOf("Tarn.Memory")), Does.Contain($"- {reserve} KiB of the image are the reserve"));
    }

    private static void Check(string package, Regex sentence, double measured, bool isBound)
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("What is documented is about the optimised image.");
        }

        var page = PageOf(package);
        var text = File.ReadAllText(page);
        var found = sentence.Match(text);
        Assert.That(found.Success, Is.True, $"{page} does not say it in these words: {sentence}");
        Assert.That(measured, Is.Positive);
        var number = found.Groups["number"];
        if (IsUpdating)
        {
            var written = measured.ToString(number.Value.Contains('.') ? "0.0" : "0", CultureInfo.InvariantCulture);
            File.WriteAllText(page, text[..number.Index] + written + text[(number.Index + number.Length)..]);
            Assert.Inconclusive($"{page}: {number.Value} is {written} now");
        }

        var said = double.Parse(number.Value, CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{package}: {said} said, {measured} measured"));
        if (isBound)
        {
            Assert.That(measured, Is.LessThanOrEqualTo(said).And.GreaterThanOrEqualTo(said * (1 - Slack)), page);
        }
        else
        {
            Assert.That(measured, Is.EqualTo(said).Within((said * Tolerance) + Allowance), page);
        }
    }

    private static string PageOf(string package) => package switch
    {
        "Tarn.Sdk" => Path.Combine(Root, "build", "Sdk", "README.md"),
        "Tarn.Templates" => Path.Combine(Root, "templates", "README.md"),
        _ => Path.Combine(
            new[] { "kernel-core", "arch-x86_64", "mm", "drivers", "tasks", "tests" }
                .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), package + ".csproj", SearchOption.AllDirectories))
                .Select(project => Path.GetDirectoryName(project)!).Single(),
            "README.md"),
    };

    private static string ImageFile(string image, string kind) => Path.Combine(Images.Directory, $"{image}.{kind}");

    private static JsonDocument Report() => JsonDocument.Parse(File.ReadAllText(ImageFile("tarn-fixed-size-block", "handlers.json")));

    [GeneratedRegex(@"^- \*\*(?<number>\d+\.\d) KB of the (reference|test) kernel", RegexOptions.Multiline)]
    private static partial Regex SizeSentence();

    [GeneratedRegex(@"^- And (?<number>\d+\.\d) KB for the table", RegexOptions.Multiline)]
    private static partial Regex TableSentence();

    [GeneratedRegex(@"^- Its interrupt[^:]*: at most (?<number>\d+) instructions", RegexOptions.Multiline)]
    private static partial Regex InterruptSentence();

    [GeneratedRegex("An interrupt takes (?<number>\\d+) instructions in the stub")]
    private static partial Regex StubSentence();

    [GeneratedRegex("in the stub, and (?<number>\\d+) bytes of the stack")]
    private static partial Regex StubStackSentence();
}
