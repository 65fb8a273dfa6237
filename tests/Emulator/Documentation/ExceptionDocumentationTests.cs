using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.Unwinding;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>The figures in docs/exceptions.md are those of the images that were built, and what it says is run is there.</summary>
[TestFixture]
public sealed partial class ExceptionDocumentationTests
{
    // Each change of the kernel moves the figures a little: within this they need not be written anew.
    private const double Tolerance = 0.1;

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static string Page { get; } = File.ReadAllText(Path.Combine(Root, "docs", "exceptions.md")).ReplaceLineEndings("\n");

    private static string Programs { get; } = Path.Combine(Root, "tests", "Conformance", "Programs", "Exceptions");

    [TestCase("AThrowCaughtOneFrameUpIsCheap", "one frame up: (.+) instructions", "a throw caught one frame up")]
    [TestCase("EachFrameOnTheWayCostsTheSame", "each frame more: (.+) instructions", "each frame more on the way")]
    [TestCase("OfANewExceptionTheObjectIsAllThatStays", "an exception object: (.+) bytes", "an exception object")]
    [TestCase("AThrowTakesLittleStack", "stack of a throw: (.+?) bytes", "stack of a throw, below the frame that catches")]
    [TestCase("AThrowTakesLittleStack", "of a fault: (.+?) bytes", "stack of a fault that is an exception")]
    [TestCase("AThrowTakesLittleStack", "out of a handler: (.+?) bytes", "stack of a throw out of a handler")]
    public void AThrowCostsWhatIsDocumented(string name, string measured, string row)
    {
        IgnoreIfDebug();
        var variant = Images.Variants[0];
        using var kernel = KernelUnderTest.Start(Images.TestMachine(variant), TimeLimits.Default);
        Assert.That(kernel.WaitUntilReady(), Is.Null);
        var outcome = kernel.Run(KernelCatalog.Read(Images.TestAssembly(variant)).Single(item => item.Name == $"ExceptionTests.{name}").Index);
        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Passed), outcome.Message);

        var output = System.Text.Encoding.UTF8.GetString(outcome.Output);
        var value = ToNumber(Regex.Match(output, measured).Groups[1].Value);
        if (Page.Contains($"| {row} | at most ", StringComparison.Ordinal))
        {
            Assert.That(value, Is.LessThanOrEqualTo(Documented(row)).And.GreaterThan(Documented(row) / 2), row);
            return;
        }

        AssertIsDocumented(row, value);
    }

    [Test]
    public void TheUnwinderCostsTheImageWhatIsDocumented()
    {
        IgnoreIfDebug();
        var (with, without) = (new ElfImage(Images.Reference), new ElfImage(Images.ReferenceWithoutUnwinder));

        AssertIsDocumented("the unwinder, with all that it needs", with.LoadedSize - without.LoadedSize);
        AssertIsDocumented("… of them the table", TablesOf(with) - TablesOf(without));
        AssertIsDocumented("… of them code", with.SizeOf(".text") - without.SizeOf(".text"));
        Assert.That(TablesOf(without), Is.Zero);
        Assert.That(without.SymbolNames, Has.None.Contains("Tarn_Unwinder"));
    }

    [Test]
    public void AFunctionTakesOfTheTableWhatIsDocumented()
    {
        IgnoreIfDebug();
        var functions = ImageFunctions.Of(ElfFile.Read(Path.ChangeExtension(Images.Reference, ".debug")));
        var programs = functions.Functions.Select(function => function.Program).OfType<FrameProgram>().ToList();
        var documented = TableSizes().Match(Page);

        Assert.That(new ElfImage(Images.Reference).SizeOf(".tarn_unwind"), Is.EqualTo(functions.Table.Length));
        Assert.That(programs, Has.Count.EqualTo((double)ToNumber(documented.Groups[1].Value)).Within(5).Percent);
        Assert.That(programs.Distinct().Count(), Is.EqualTo((double)ToNumber(documented.Groups[2].Value)).Within(10).Percent);
        Assert.That(functions.Table.Length / (double)programs.Count, Is.EqualTo(double.Parse(documented.Groups[3].Value, CultureInfo.InvariantCulture)).Within(0.5));
    }

    [Test]
    public void NamesCostTheImageWhatIsDocumented()
    {
        IgnoreIfDebug();
        var (with, without) = (new ElfImage(Images.Reference), new ElfImage(Images.ReferenceWithoutNames));

        AssertIsDocumented("names, with all that reads them", with.LoadedSize - without.LoadedSize);
        AssertIsDocumented("… of them the table", with.SizeOf(".tarn_names"), last: true);
        AssertIsDocumented("… of them code", with.SizeOf(".text") - without.SizeOf(".text"), last: true);
        Assert.That(without.SizeOf(".tarn_names"), Is.Zero);
    }

    /// <summary>Without the one or the other the kernel boots, and says of a fault what it can.</summary>
    [Test]
    public void WithoutTheOneOrTheOtherTheKernelRuns()
    {
        Assert.That(Run(Images.ReferenceWithoutUnwinder, "until=idle").Exit, Is.EqualTo(ExitStatus.Success));
        Assert.That(Run(Images.ReferenceWithoutNames, "until=idle").Exit, Is.EqualTo(ExitStatus.Success));

        var (exit, log) = Run(Images.ReferenceWithoutNames, "until=idle fault=null");
        Assert.That(exit, Is.EqualTo(ExitStatus.Failure));
        Assert.That(log, Does.Contain("PANIC: page fault: null reference: write to address 0x").And.Match("\n  at 0x[0-9a-f]+\n"));
        (exit, log) = Run(Images.ReferenceWithoutUnwinder, "until=idle fault=null");
        Assert.That(exit, Is.EqualTo(ExitStatus.Failure));
        Assert.That(log, Does.Contain("PANIC: page fault: null reference: write to address 0x").And.Not.Contain("unhandled exception"));
    }

    [Test]
    public void AnInterruptCostsAsManyInstructionsMoreAsDocumented()
    {
        var stub = File.ReadLines(Path.Combine(Root, "arch-x86_64", "Interrupts", "InterruptStubs.s"))
            .Select(line => line.Split('#')[0].Trim())
            .Count(line => line.StartsWith("mov ", StringComparison.Ordinal) && (line.Contains("tarn_exceptions") || line.Contains("[rsp + FXSAVE_SIZE]")));

        Assert.That(stub, Is.EqualTo(Documented("an interrupt")));
    }

    [Test]
    public void AllProgramsAreCounted()
    {
        var count = Directory.GetFiles(Programs, "*.cs").Length;
        Assert.That(count, Is.GreaterThanOrEqualTo(80));
        Assert.That(ToNumber(ProgramCount().Match(Page).Groups[1].Value), Is.EqualTo(count));
    }

    [Test]
    public void WhatIsSaidToBeRunIsRun()
    {
        var cases = new[] { "tests/Kernel/Cases/ExceptionTests.cs", "tests/Emulator/WithoutUnwinderTests.cs" }.Select(file => File.ReadAllText(Path.Combine(Root, file)));
        var methods = cases.SelectMany(text => PublicMethod().Matches(text)).Select(match => match.Groups[1].Value);
        var programs = Directory.GetFiles(Programs, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file));
        var known = methods.Concat(programs).ToHashSet();
        var rows = TableRow().Matches(Page[Page.IndexOf("## What is run", StringComparison.Ordinal)..]).Skip(2).ToList();

        Assert.That(rows, Has.Count.GreaterThan(20));
        foreach (var row in rows)
        {
            var names = Name().Matches(row.Groups[2].Value).Select(match => match.Groups[1].Value).ToList();
            Assert.That(names, Is.Not.Empty.And.SubsetOf(known), row.Value);
        }
    }

    private static void IgnoreIfDebug()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("What is documented is about the optimised image.");
        }
    }

    private static void AssertIsDocumented(string row, long measured, bool last = false)
    {
        var documented = Documented(row, last);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row}: {measured}, documented {documented}"));
        Assert.That((double)measured, Is.EqualTo((double)documented).Within(documented * Tolerance), row);
    }

    /// <summary>The number in the second column of a table's row, the first or the last one that begins so.</summary>
    private static long Documented(string row, bool last = false)
    {
        var found = TableRow().Matches(Page).Where(match => match.Groups[1].Value.Trim() == row).ToList();
        Assert.That(found, Is.Not.Empty, row);
        return ToNumber(Number().Match(found[last ? ^1 : 0].Groups[2].Value).Value);
    }

    private static long ToNumber(string text) => long.Parse(text.Replace(",", string.Empty), CultureInfo.InvariantCulture);

    private static long TablesOf(ElfImage image) => image.SizeOf(".tarn_unwind") + image.SizeOf(".eh_frame") + image.SizeOf(".dotnet_eh_table");

    private static (ExitStatus? Exit, string Log) Run(string image, string commandLine)
    {
        using var machine = QemuMachine.Start(new QemuOptions(image) { CommandLine = commandLine });
        var exit = machine.WaitForExit(TimeLimits.Default.Silence);
        return (exit, machine.Log.Text);
    }

    [GeneratedRegex("The reference kernel's ([0-9,]+) functions are left in ([0-9]+) ways: ([0-9.]+) bytes a function")]
    private static partial Regex TableSizes();

    [GeneratedRegex("[0-9][0-9,]*")]
    private static partial Regex Number();

    [GeneratedRegex("in the same order; ([0-9]+) programs")]
    private static partial Regex ProgramCount();

    [GeneratedRegex(@"^\|(.+?)\|(.+?)\|$", RegexOptions.Multiline)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([A-Za-z0-9]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"public (?:static )?void (\w+)\(")]
    private static partial Regex PublicMethod();
}
