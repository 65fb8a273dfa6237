using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>What the reference kernel does once it is up: it shows what its parts are good for, and sleeps; without the monitor it prints what is
/// typed.</summary>
[TestFixture]
public sealed class MainProgramTests
{
    private const string LastBootLine = "Processor protections:";
    private const string Invitation = "What is typed is printed.\n";
    private const string Prompt = "\n> ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly string[] Demonstration =
    [
        "^heap value at 0x4444[0-9a-f]{8}$", "^list at 0x4444[0-9a-f]{8}$", "^reference count is 2$", "^reference count is 1 now$",
        "^async number: 42$", "^[A-Z].*\\.$",
    ];

    private static IReadOnlyList<string> Variants => Images.Variants;

    [Test]
    public void TheDemonstrationComesAfterTheBootLines([ValueSource(nameof(Variants))] string variant)
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.ReferenceOf(variant)) { CommandLine = "until=idle" });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());

        var lines = machine.Log.Text.TrimEnd('\n').Split('\n')
            .SkipWhile(line => !line.StartsWith(LastBootLine, StringComparison.Ordinal)).Skip(1).ToList();
        Assert.That(lines, Has.Count.EqualTo(Demonstration.Length), () => machine.Log.Tail());
        foreach (var (line, pattern) in lines.Zip(Demonstration))
        {
            Assert.That(line, Does.Match(pattern));
        }
    }

    [TestCase("pc,i8042=off", "Keyboard not used: no keyboard controller answers")]
    [TestCase("pc,pit=off", "Timer not used: no timer answers")]
    [TestCase("pc,pic=off", "No device interrupts: no controller")]
    public void WhatIsMissingIsSaidAndTheRestGoesOn(string board, string says)
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = "until=idle", Board = board });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        Assert.That(machine.Log.Lines, Has.Exactly(1).StartsWith(says));
        Assert.That(machine.Log.Lines, Has.Some.EqualTo("async number: 42"));
    }

    /// <summary>Composition by type: what is left out is not in the image.</summary>
    [Test]
    public void NothingOfTheMonitorIsInAnImageWithoutIt()
    {
        Assert.That(new ElfImage(Images.Reference).SymbolNames, Has.Some.Contains("Tarn_Monitor"));
        Assert.That(new ElfImage(Images.WithoutMonitor).SymbolNames, Has.None.Contains("Monitor_Tarn_").And.None.Contains("AcpiPowerSwitch"));
    }

    [Test]
    public void WithoutTheMonitorTheDemonstrationIsTheSame()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.WithoutMonitor) { CommandLine = "until=idle" });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        Assert.That(machine.Log.Text, Does.EndWith("\nreference count is 1 now\nasync number: 42\n" + Invitation));
    }

    [Test]
    public void WhatIsTypedOnTheSerialLineIsPrinted()
    {
        using var machine = Start(new QemuOptions(Images.WithoutMonitor));
        Type(machine, "abc", "abc");
        Type(machine, "ß€😀", "ß€😀");
        Type(machine, "\b\x7F", "\b \b\b \b");
        Type(machine, "\t|", "    |");
        Type(machine, "\r", "\n");
        Type(machine, "\b\eOP\e[5~\x03\e", "[F1][Page Up][Ctrl+c][Escape]");
    }

    /// <summary>Without a clock nobody can wait for what comes after Escape; the next byte tells.</summary>
    [Test]
    public void WithoutATimerTheSerialLineIsReadAllTheSame()
    {
        using var machine = Start(new QemuOptions(Images.WithoutMonitor) { Board = "pc,pit=off" });
        Type(machine, "a\eOP\e", "a[F1]");
        Type(machine, "\eb", "[Escape][Alt+b]");
    }

    [Test]
    public void WhatIsTypedOnTheKeyboardIsPrinted()
    {
        using var machine = Start(new QemuOptions(Images.WithoutMonitor) { HasControl = true });
        var before = machine.Log.Text.Length;
        foreach (var key in (string[])["h", "i", "f1", "ret", "x", "backspace", "y", "pgup"])
        {
            machine.Control!.Press(key);

            // The keyboard's own queue is short.
            Thread.Sleep(20);
        }

        Expect(machine, before, "hi[F1]\nx\b \by[Page Up]");
        var rows = machine.Control!.ReadScreen();
        Assert.That(rows, Does.Contain("hi[F1]").And.Contain("y[Page Up]"), () => string.Join('\n', rows));
    }

    /// <summary>More than the buffers on the way hold, as somebody pastes it: what is lost is told.</summary>
    [Test]
    public void WhatIsLostIsTold()
    {
        const int Characters = 20_000;
        using var machine = Start(new QemuOptions(Images.WithoutMonitor));
        var before = machine.Log.Text.Length;
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(new string('#', Characters)));
        machine.Keyboard.Flush();

        var arrived = machine.Log.WaitFor(text => text[before..].Count(character => character == '#') + Lost(text) >= Characters, Limit);
        Assert.That(arrived, Is.True, () => machine.Log.Tail());
        Assert.That(machine.Log.Text[before..].Count(character => character == '#') + Lost(machine.Log.Text), Is.EqualTo(Characters));

        static int Lost(string log) => Regex.Matches(log, "serial: ([0-9]+) bytes lost").Sum(match => int.Parse(match.Groups[1].Value));
    }

    [Test]
    public void TheProcessorSleepsWhenIdle([ValueSource(nameof(Variants))] string variant)
    {
        const int Looks = 40;
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)) { HasControl = true }, Prompt);
        var halted = 0;
        for (var look = 0; look < Looks; look++)
        {
            Thread.Sleep(7);
            halted += machine.Control!.IsHalted ? 1 : 0;
        }

        // The tick's handler takes some microseconds of each millisecond; seldom one looks just then.
        Assert.That(halted, Is.GreaterThanOrEqualTo(Looks * 3 / 4));
    }

    private static QemuMachine Start(QemuOptions options, string sign = Invitation)
    {
        var machine = QemuMachine.Start(options);
        if (!machine.Log.WaitFor(text => text.Contains(sign, StringComparison.Ordinal), Limit))
        {
            var log = machine.Log.Tail();
            machine.Dispose();
            Assert.Fail(log);
        }

        return machine;
    }

    private static void Type(QemuMachine machine, string text, string expected)
    {
        var before = machine.Log.Text.Length;
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(text));
        machine.Keyboard.Flush();
        Expect(machine, before, expected);
    }

    private static void Expect(QemuMachine machine, int before, string expected) => Assert.That(
        machine.Log.WaitFor(text => text[before..].Contains(expected, StringComparison.Ordinal), Limit), Is.True,
        () => $"expected\n{expected}\n{machine.Log.Tail()}");
}
