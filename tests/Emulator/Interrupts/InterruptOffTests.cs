using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Interrupts;

/// <summary>For how long interrupts are off, at the longest, and that docs/collector.md says so: the collector does not make it longer.</summary>
[TestFixture]
public sealed class InterruptOffTests
{
    /// <summary>What may never be reached, in instructions.</summary>
    private const long Bound = 2_000;

    private const double Tolerance = 0.1;
    private const string Prompt = "\n> ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private static string Page { get; } =
        File.ReadAllText(Path.Combine(Path.GetFullPath(Path.Combine(Images.Directory, "..", "..")), "docs", "collector.md")).ReplaceLineEndings("\n");

    /// <summary>While it is collected, with ticks.</summary>
    [Test]
    public void TheCollectorTurnsInterruptsOffForNoLonger()
    {
        var kernel = Images.CollectorKernels.First();
        var options = Images.TestMachine(kernel) with { CommandLine = "until=idle test.only=TaskCollectionTests.InterruptsComeInDuringACollection" };
        var trace = Follow(options, _ => { });
        Assert.That(trace.Interrupts, Is.GreaterThan(2));
        Assert.That(trace.Worst.First().Instructions, Is.InRange(1, Bound - 1));
        CheckDocumentation(trace.Worst.First(), "while it is collected, with ticks");
    }

    /// <summary>The reference kernel from its first interrupt to its end, with ticks, keys and lines.</summary>
    [Test]
    public void TheReferenceKernelTurnsInterruptsOffForNoLonger()
    {
        var options = new QemuOptions(Images.Reference) { CountsInstructions = true, HasControl = true };
        var trace = Follow(options, machine =>
        {
            WaitForPrompt(machine, 0);
            var before = machine.Log.Text.Length;
            Type(machine, "mem");

            // The keyboard may be quicker than the line.
            Assert.That(machine.Log.WaitFor(text => text.EndsWith("> mem", StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
            machine.Control!.Press("ret");
            WaitForPrompt(machine, before);
            Type(machine, "tasks\rpoweroff\r");
        });
        Assert.That(trace.Interrupts, Is.GreaterThan(5));
        Assert.That(trace.Worst.First().Instructions, Is.InRange(1, Bound - 1));
    }

    private static InterruptOffTrace Follow(QemuOptions options, Action<QemuMachine> use)
    {
        var trace = InterruptOffRun.Follow(options, use, Limit);
        foreach (var stretch in trace.Worst)
        {
            TestContext.Out.WriteLine($"{stretch.Instructions} instructions from {stretch.Origin}");
        }

        TestContext.Out.WriteLine($"{trace.Instructions} instructions, {trace.Interrupts} interrupts");
        return trace;
    }

    private static void CheckDocumentation(InterruptOffStretch worst, string row)
    {
        if (Images.AreDebug)
        {
            return;
        }

        var documented = Regex.Match(Page, $"^\\| {Regex.Escape(row)} \\| ([\\d,]+) \\|", RegexOptions.Multiline).Groups[1].Value;
        Assert.That((double)worst.Instructions, Is.EqualTo(double.Parse(documented, CultureInfo.InvariantCulture)).Within(worst.Instructions * Tolerance), row);
    }

    private static void WaitForPrompt(QemuMachine machine, int from) =>
        Assert.That(machine.Log.WaitFor(text => text.Length > from && text.EndsWith(Prompt, StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());

    private static void Type(QemuMachine machine, string text)
    {
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(text));
        machine.Keyboard.Flush();
    }
}
