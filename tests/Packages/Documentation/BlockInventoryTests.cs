using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;

namespace Tarn.Tests.Packages.Documentation;

/// <summary>Every block of code and every command on every page is run, compiled or compared by a test, or stands here with the reason why it cannot be.</summary>
[TestFixture]
public sealed partial class BlockInventoryTests
{
    private const string Packages = "tests/Packages/Documentation/";
    private const string Emulator = "tests/Emulator/Documentation/";

    /// <summary>Blocks, and the test that holds each: pages by a pattern, then the block's language or how it begins.</summary>
    private static readonly Claim[] Blocks =
    [
        new("README.md", "", "$ ./build.sh Run", Emulator + "DocumentationTests.TheReadmeShowsWhatTheKernelPrints"),
        new("docs/allocators.md", "xml|csharp", "", Packages + "DocumentationTests.WhatAPageShowsIsInTheSources"),
        new("docs/drivers.md", "xml|csharp", "", Packages + "DocumentationTests.WhatAPageShowsIsInTheSources"),
        new("docs/csharp-libraries.md", "xml", "", Packages + "DocumentationTests.TheTestKernelAsksForLibrariesAsShown"),
        new("docs/packages.md", "xml|csharp|console", "", Packages + "DocumentationTests.ThePageAboutPackagesIsTrue"),
        new("docs/tour.md", "gdb-session", "", Emulator + "TourTests.TheSessionGoesAsShown"),
        new("docs/tour.md", "kernel", "", Emulator + "TourTests.TheKernelSaysWhatIsQuoted"),
        new("docs/debugging.md", "gdb-session", "", Emulator + "DocumentationTests.TheDebuggingSessionGoesAsShown"),
        new("docs/monitor.md", "text", "$ ./build.sh Run --headless", Emulator + "DocumentationTests.TheMonitorAnswersAsItsPageShows"),
        new("docs/performance.md", "asm", "", Emulator + "PerformanceDocumentationTests.TheListingsAreWhatTheImagesHave"),
        new("docs/faults.md", "text", "", "tests/Emulator/FaultReportTests.IsAsDocumented"),
        new("docs/testing.md", "", "Failed: ", "tests/Emulator/FailureReportTests.AnotherExceptionThanTheOneExpectedIsSaidWithIt"),
        new("docs/user-mode.md", "text", "page fault: ring 3: ", Packages + "BlockInventoryTests.TheReportOfRing3IsWhatACaseExpects"),
        new("docs/interrupt-safety.md", "", "tests/Handlers/", "tests/Contract/InterruptSafety/DocumentationTests.TheErrorIsWhatTheBuildSays"),
        new("docs/interrupt-safety.md", "", "| handler | ", "tests/Contract/InterruptSafety/DocumentationTests.TheReportHasTheColumnsAndHandlersOfTheReferenceKernel"),
        new("docs/interrupt-safety.md", "xml", "", Packages + "BlockInventoryTests.WhatIsDeclaredOfHandlersIsWhatTheBuildReads"),
        new("docs/build-errors.md", CodeBlock.Indented, "kernel-core/Image/Program.cs(", "tests/Contract/CompilerNeedsTests.MissingMemberIsNamedWithTheLineThatNeedsIt"),
        new("docs/limine.md", CodeBlock.Indented, "Framebuffer not used: ", "tests/Emulator/LimineTests.AFramebufferOfAnotherDepthIsSaid"),
    ];

    /// <summary>Commands, each by how its line begins, and the test that runs it.</summary>
    private static readonly Claim[] Commands =
    [
        new("README.md", "", "./build.sh Run --headless ", Emulator + "RunCommandTests.TheMonitorAnswersAtATerminal"),
        new("README.md", "", "./build.sh Run      [", Emulator + "RunCommandTests.RunTakesAnAllocator"),
        new("README.md", "", "./build.sh Image ", Emulator + "RunCommandTests.RunUntilIdleGreetsAndSucceeds"),
        new("README.md", "", "./build.sh Iso ", Emulator + "DiscCommandTests.IsoMakesADisc"),
        new("README.md", "", "./build.sh Screenshot ", Emulator + "DiscCommandTests.ScreenshotSavesWhatIsSeen"),
        new("README.md", "", "./build.sh Debug ", Emulator + "TourTests.TheSessionGoesAsShown"),
        new("README.md", "", "./build.sh Bench ", "tests/Emulator/BenchmarkTests.EveryTargetIsMetOrExplained"),
        new("README.md", "", "./build.sh Pack ", "tests/Packages/PackageTests.PackingAgainGivesTheSameBytes"),
        new("README.md", "", "./build.sh Setup, Compile, Clean", Emulator + "DocumentationTests.EveryTargetThatAPageNamesExists"),
        new("README.md", "", "./build.sh --help ", Emulator + "CommandTests.TheHelpListsWhatTheReadmesCommandsTake"),
        new("README.md", "", "qemu-system-x86_64 ", Emulator + "DocumentationTests.TheImageBootsByHandAsTheReadmeSays"),
        new("docs/tour.md", "", "./build.sh Debug", Emulator + "TourTests.TheSessionGoesAsShown"),
        new("docs/tour.md", "", "./build.sh Run --headless", Emulator + "RunCommandTests.TheMonitorAnswersAtATerminal"),
        new("docs/debugging.md", "", "./build.sh Debug --gdb-commands ", Emulator + "CommandTests.DebugTakesCommandsForGdb"),
        new("docs/debugging.md", "", "qemu-system-x86_64 ", Emulator + "CommandTests.GdbAttachesByHand"),
        new("docs/debugging.md", "", "gdb -ex ", Emulator + "CommandTests.GdbAttachesByHand"),
        new("docs/limine.md", "", "./build.sh Iso ", Emulator + "DiscCommandTests.IsoMakesADisc"),
        new("docs/limine.md", "", "./build.sh Run --boot Limine", Emulator + "DiscCommandTests.RunBootsFromADisc"),
        new("docs/limine.md", "", "./build.sh Screenshot ", Emulator + "DiscCommandTests.ScreenshotSavesWhatIsSeen"),
        new("docs/memory.md", "", "./build.sh Run --headless --allocator LinkedList ", Emulator + "RunCommandTests.RunTakesAnAllocator"),
        new("docs/packages.md", "", "./build.sh Pack ", "tests/Packages/PackageTests.PackingAgainGivesTheSameBytes"),
        new("docs/packages.md", "", "qemu-system-x86_64 ", Packages + "DocumentationTests.ThePageAboutPackagesIsTrue"),
        new("docs/performance.md", "", "dotnet run --project tests/HostBench ", "tests/Host/Memory/HostBenchTests.EachAllocatorRunsTheMixedWorkload"),
        new("templates/README.md", "", "dotnet new ", "tests/Packages/TemplateTests.ANewKernelBootsAndItsTestsPass"),
        new("tests/Testing/README.md", "", "qemu-system-x86_64 ", Emulator + "CommandTests.TheTestKernelRunsByHand"),
        new("tests/Testing/README.md", "", "    -kernel ", Emulator + "CommandTests.TheTestKernelRunsByHand"),
    ];

    /// <summary>Commands that no test runs, and why. What they select must be there all the same.</summary>
    private static readonly (string Start, string Reason)[] NotRun =
    [
        ("./build.sh Test", "it is what runs the tests, this one among them"),
        ("./build.sh Mutations", "its tests are among those of ./build.sh Test, and take a third of their time"),
        ("./build.sh Bench --accept ", "it writes what tests compare with, so that they would pass whatever is true"),
        ("dotnet publish tests/BinaryTrees ", "it is for .NET's side of a comparison, which Valgrind counts: that is not wherever these tests are"),
        ("DOTNET_GCHeapHardLimit=", "the same"),
        ("TARN_UPDATE_", "it writes what tests compare with, so that they would pass whatever is true"),
    ];

    private static IEnumerable<CodeBlock> Fenced => CodeBlock.All.Where(block => block.Language != CodeBlock.Indented);

    private static IEnumerable<(CodeBlock Block, string Line)> CommandLines =>
        CodeBlock.All.Where(block => block.Language == CodeBlock.Indented && !Blocks.Any(claim => claim.Holds(block, block.Text))).SelectMany(block => block.Text.Split('\n').Select(line => (block, line)));

    [Test]
    public void EveryBlockIsHeldByATest()
    {
        var compiled = CSharpBlockTests.Blocks.ToHashSet();
        var blocks = Fenced.ToList();
        Assert.That(blocks, Has.Count.GreaterThanOrEqualTo(70));
        Assert.That(blocks.Where(block => !compiled.Contains(block) && !IsDrawing(block) && !Blocks.Any(claim => claim.Holds(block, block.Text))), Is.Empty);
    }

    [Test]
    public void EveryCommandIsRunByATest()
    {
        var lines = CommandLines.ToList();
        Assert.That(lines, Has.Count.GreaterThanOrEqualTo(30));
        Assert.That(
            lines.Where(command => !Commands.Any(claim => claim.Holds(command.Block, command.Line)) && !IsNotRun(command.Line)).Select(command => $"{command.Block}: {command.Line}"), Is.Empty);
    }

    /// <summary>A claim for what is on no page any more would hide that nothing is claimed.</summary>
    [Test]
    public void EveryClaimIsOfSomething()
    {
        Assert.That(Blocks.Where(claim => !CodeBlock.All.Any(block => claim.Holds(block, block.Text))), Is.Empty);
        Assert.That(Commands.Where(claim => !CommandLines.Any(command => claim.Holds(command.Block, command.Line))), Is.Empty);
        Assert.That(NotRun.Where(exception => !CommandLines.Any(command => command.Line.StartsWith(exception.Start, StringComparison.Ordinal))), Is.Empty);
    }

    /// <summary>The tests are there; and those that compare a block read the page that it is on.</summary>
    [Test]
    public void EveryTestThatIsNamedExists()
    {
        foreach (var claim in Blocks.Concat(Commands))
        {
            var (file, method) = (claim.Test[..claim.Test.LastIndexOf('.')] + ".cs", claim.Test[(claim.Test.LastIndexOf('.') + 1)..]);
            var text = File.ReadAllText(Path.Combine(Workplace.Root, file));
            Assert.That(text, Does.Match($@"\[(Test|TestCase|TestCaseSource)[^\n]*\]\n(    \[[^\n]*\n)*    public (static )?void {method}\("), claim.Test);
        }
    }

    /// <summary>What is not run selects tests that are there.</summary>
    [Test]
    public void EveryFilterSelectsSomething()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Workplace.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/")).Select(File.ReadAllText).ToList();
        var filters = CommandLines.Where(command => IsNotRun(command.Line)).SelectMany(command => Filter().Matches(command.Line)).Select(match => match.Groups[1].Value).ToList();
        Assert.That(filters, Has.Count.GreaterThanOrEqualTo(5));
        foreach (var name in filters.Where(name => name != "EXPRESSION"))
        {
            Assert.That(tests.Any(text => Regex.IsMatch(text, $@"(class|namespace) [\w.]*{name}|""{name}")), Is.True, name);
        }
    }

    [Test]
    public void TheReportOfRing3IsWhatACaseExpects()
    {
        var shown = CodeBlock.All.Single(block => block.Page == "docs/user-mode.md" && block.Text.StartsWith("page fault: ring 3: ", StringComparison.Ordinal)).Text.Split('\n');
        var cases = File.ReadAllText(Path.Combine(Workplace.Root, "tests", "Kernel", "Cases", "UserModeTests.cs"));
        Assert.That(shown, Has.Length.EqualTo(3));
        foreach (var line in shown)
        {
            Assert.That(Regex.Replace(cases, @"0x\*", "0x#"), Does.Contain(Regex.Replace(line, "address space 0x[0-9a-f]+", "address space 0x#").Trim()));
        }
    }

    [Test]
    public void WhatIsDeclaredOfHandlersIsWhatTheBuildReads()
    {
        var reads = string.Concat(Directory.EnumerateFiles(Path.Combine(Workplace.Root, "build", "Sdk", "Sdk"), "*.targets").Select(File.ReadAllText));
        var blocks = CodeBlock.All.Where(block => block is { Page: "docs/interrupt-safety.md", Language: "xml" }).Select(block => XElement.Parse(block.Text)).ToList();
        Assert.That(blocks, Has.Count.EqualTo(2));
        var architecture = XDocument.Load(Path.Combine(Workplace.Root, "arch-x86_64", "Tarn.Arch.X86_64.csproj")).Descendants().ToList();
        foreach (var item in blocks)
        {
            Assert.That(reads, Does.Contain($"@({item.Name.LocalName})"));
            Assert.That(item.Attributes().Select(attribute => attribute.Name.LocalName), Is.SubsetOf(new[] { "Include", "Targets", "Reason" }));
        }

        Assert.That(architecture.Any(item => XNode.DeepEquals(item, blocks[0])), Is.True, "the first is what the architecture's project says");
    }

    /// <summary>A drawing is for looking at. It has lines, and no command.</summary>
    private static bool IsDrawing(CodeBlock block) => block.Language is "" or "text" && DrawingLine().IsMatch(block.Text) && !block.Text.Contains("$ ", StringComparison.Ordinal);

    private static bool IsNotRun(string line) => NotRun.Any(exception => line.StartsWith(exception.Start, StringComparison.Ordinal));

    [GeneratedRegex("[─│┌▲▼►▶]")]
    private static partial Regex DrawingLine();

    [GeneratedRegex(@"--filter (?:\w+~)?(\w+)")]
    private static partial Regex Filter();

    /// <summary>Which test holds what.</summary>
    private sealed record Claim(string Page, string Languages, string Start, string Test)
    {
        internal bool Holds(CodeBlock block, string text) =>
            block.Page == Page
            && (Languages.Length == 0 ? block.Language is "" or CodeBlock.Indented : Languages.Split('|').Contains(block.Language))
            && text.StartsWith(Start, StringComparison.Ordinal);
    }
}
