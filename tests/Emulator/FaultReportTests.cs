using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>What the reference kernel prints for each fault that its command line can ask for: just what docs/faults.md shows.</summary>
[TestFixture]
public sealed partial class FaultReportTests
{
    private const string LastLineBefore = "Processor protections:";
    private const string FirstLineAfter = "heap value at ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static IReadOnlyDictionary<string, string> Documented { get; } = ReadDocument();

    [TestCaseSource(nameof(Names))]
    public void IsAsDocumented(string name)
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = $"until=idle fault={name}" });

        var expected = name == "breakpoint" ? ExitStatus.Success : ExitStatus.Failure;
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(expected), () => machine.Log.Tail());
        Assert.That(Normalize(ReportIn(machine.Log.Lines)), Is.EqualTo(Normalize(Documented[name])));
    }

    /// <summary>An exception that nobody catches is reported with what the processor knew, whatever the heap is made of.</summary>
    [Test]
    public void ANullReferenceIsReportedByEveryVariant([ValueSource(typeof(Images), nameof(Images.Variants))] string variant)
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.ReferenceOf(variant)) { CommandLine = "until=idle fault=null" });

        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Failure), () => machine.Log.Tail());
        Assert.That(Normalize(ReportIn(machine.Log.Lines)), Is.EqualTo(Normalize(Documented["null"])));
    }

    /// <summary>The first line, which says the cause, is not scrolled away by what comes after it.</summary>
    [TestCaseSource(nameof(Names))]
    public void FitsOnTheScreen(string name)
    {
        const int Columns = 80;
        const int Rows = 25;
        var rows = Documented[name].Trim().Split('\n').Sum(line => Math.Max(1, (line.Length + Columns - 1) / Columns));
        Assert.That(rows, Is.LessThan(Rows));
    }

    [TestCaseSource(nameof(Names))]
    public void TheMachineHaltsWithTheReportWhereNobodyAskedToLeave(string name)
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = $"fault={name}" });
        var lastLine = Normalize(Documented[name]).Split('\n')[^1];

        Assert.That(machine.Log.WaitFor(text => Normalize(text).Contains(lastLine), Limit), Is.True, () => machine.Log.Tail());
        Assert.That(machine.WaitForExit(TimeSpan.FromMilliseconds(200)), Is.Null);
    }

    [Test]
    public void AFaultThatDoesNotExistIsSaid()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = "until=idle fault=nonsense" });

        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Failure));
        var report = ReportIn(machine.Log.Lines);
        Assert.That(report, Does.StartWith("PANIC: no fault is called 'nonsense'"));
        foreach (var name in Documented.Keys)
        {
            Assert.That(report, Does.Contain(name));
        }
    }

    private static IEnumerable<TestCaseData> Names() => from name in Documented.Keys select new TestCaseData(name);

    private static string ReportIn(IReadOnlyList<string> lines) =>
        string.Join('\n', lines.SkipWhile(line => !line.StartsWith(LastLineBefore, StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.StartsWith(FirstLineAfter, StringComparison.Ordinal))).Trim();

    // Without optimisation, methods that are inlined otherwise have frames of their own: then the trace is another.
    private static string Normalize(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(line => !Images.AreDebug || !line.StartsWith("  at ", StringComparison.Ordinal));
        return Hexadecimal().Replace(string.Join('\n', lines), "0x…").Trim();
    }

    private static Dictionary<string, string> ReadDocument()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "faults.md")))
        {
            folder = folder.Parent;
        }

        var root = folder?.FullName ?? throw new InvalidOperationException("docs/faults.md is in no folder above the tests.");
        var file = Path.Combine(root, "docs", "faults.md");
        var sections = Section().Matches(File.ReadAllText(file).ReplaceLineEndings("\n"));
        return sections.ToDictionary(match => match.Groups["name"].Value, match => match.Groups["report"].Value);
    }

    [GeneratedRegex("^## (?<name>[a-z-]+)$.*?^```text\\n(?<report>.*?)\\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("0x[0-9a-f]+")]
    private static partial Regex Hexadecimal();
}
