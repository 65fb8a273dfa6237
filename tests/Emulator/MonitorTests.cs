using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>The monitor of the reference kernel, typed to over the serial line and on the keyboard.</summary>
[TestFixture]
public sealed class MonitorTests
{
    private const string Prompt = "\n> ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Every command but those that end the machine, and what it answers.</summary>
    private static readonly (string Command, string Answer)[] Commands =
    [
        ("help", @"help +lists the commands\n(?:.*\n)*poweroff +\S.*\n"),
        ("mem", @"frames +\d+ of \d+ free, \d+ KiB\nheap +\d+ bytes mapped, 67108864 at most\nallocator +[a-z-]+: \d+ requests met, 0 refused\nlive +\d+ bytes;.*\nfree .*\n(?:verified   the heap is sound|collected .*\nverified   the heap is sound, and the collector's bitmaps)\n"),
        ("tasks", @"(?:.*\n)+ +\d+  reader +running  urgent .*\n(?:.*\n)*The processor has gone to sleep \d+ times\.\n"),
        ("tasks 20", @"20 tasks spawned\n"),
        ("tasks 1001", @"'1001' is no number from 1 to 1000\.\n"),
        ("tasks many", @"'many' is no number from 1 to 1000\.\n"),
        ("irq", @" +0 +[1-9]\d*  timer\n +1 +\d+  keyboard\n +4 +[1-9]\d*  serial port\n +\d+  spurious\n"),
        ("uptime", @"0 d 0 h 0 min \d+ s \d+ ms\n"),
        ("alloc", @"16 bytes at 0x4444[0-9a-f]{8}, and freed\n(?:.* freed\n){4}65536 bytes at 0x4444[0-9a-f]{8}, and freed\n"),
        ("alloc 0x20 1000G x", @"32 bytes at 0x4444[0-9a-f]{8}, and freed\n1073741824000 bytes: there is no room\n'x' is no size\.\n"),
        ("fault", @"breakpoint, divide, null, .*, assert\n"),
        ("fault nonsense", @"No fault is called 'nonsense'; there are breakpoint, .*\n"),
        ("fault divide now", @"No fault is called 'divide now'; there are breakpoint, .*\n"),
        ("mem now", @"mem takes nothing behind its name\.\n"),
        ("reboot now", @"reboot takes nothing behind its name\.\n"),
        ("fault divide", @"fault failed: Attempted to divide by zero\.\n"),
        ("fault null", @"fault failed: Object reference not set to an instance of an object\.\n"),
        ("fault breakpoint", @"\nbreakpoint, and the kernel goes on\n(?:  .*\n)+"),
        ("echo  ß  € ", @"ß  €\n"),
        ("nonsense", @"There is no command 'nonsense'; help lists those that there are\.\n"),
        ("", string.Empty),
    ];

    private static IReadOnlyList<string> Variants => Images.Variants;

    private static IEnumerable<string> CollectingVariants => Images.Variants.Where(variant => !variant.StartsWith("bump", StringComparison.Ordinal));

    [Test]
    public void EveryCommandAnswers([ValueSource(nameof(Variants))] string variant)
    {
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)));
        foreach (var (command, answer) in Commands)
        {
            Assert.That(Ask(machine, command), Does.Match($"^{Regex.Escape(command)}\n{answer}$"), command);
        }

        // Each name that help lists is one of these, or ends the machine.
        var listed = Ask(machine, "help").Split('\n')[1..^1].Select(line => line.Split(' ')[0]).ToList();
        Assert.That(listed, Is.EquivalentTo(Commands.Select(entry => entry.Command.Split(' ')[0])
            .Except(["", "nonsense"]).Union(["clear", "reboot", "poweroff"])));
    }

    /// <summary>Exceptions are objects: after enough of them there has been a collection, and the heap is as long as before.</summary>
    [Test]
    public void CollectionsAreShownAndTheHeapStaysAsItIs([ValueSource(nameof(CollectingVariants))] string variant)
    {
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)));
        var before = Ask(machine, "mem");
        for (var line = 0; line < 260; line++)
        {
            Ask(machine, "fault divide");
        }

        // It is collected at leisure, once a second at most.
        string after;
        var limit = DateTime.UtcNow + Limit;
        do
        {
            after = Ask(machine, "mem");
        }
        while (!Regex.IsMatch(after, @"\ncollected  [1-9]") && DateTime.UtcNow < limit);

        Assert.That(before, Does.Match(@"\ncollected  0 times; "));
        Assert.That(after, Does.Match(@"\ncollected  [1-9]\d* times; the last time [1-9]\d* objects stayed, [1-9]\d* bytes went, [1-9]\d* were in use after it\n"));
        Assert.That(HeapSize(after), Is.EqualTo(HeapSize(before)));
        Assert.That(LiveBytes(after), Is.LessThan(LiveBytes(before) + (32 * 1024)));
    }

    [Test]
    public void TheLineIsEditedOverTheSerialLine()
    {
        using var machine = Start(new QemuOptions(Images.Reference));
        Assert.That(Ask(machine, "echo ac\e[Db"), Does.EndWith("\nabc\n"));
        Assert.That(Ask(machine, "XX\x15" + "echo \e[Hecho one\e[F two\x17three"), Does.EndWith("\noneecho  three\n"));
        Assert.That(Ask(machine, "\e[A\e[A"), Does.EndWith("\nabc\n"));
        Assert.That(Ask(machine, "\eOP\e[5~"), Does.EndWith("\nThere is no command '[F1][Page'; help lists those that there are.\n"));
        Assert.That(Ask(machine, "abandoned\x03" + "echo on"), Does.EndWith("\non\n"));
    }

    [Test]
    public void KeysArriveOnScreenAndSerialLine([ValueSource(nameof(Variants))] string variant)
    {
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)) { HasControl = true });
        Press(machine, ["e", "c", "h", "o", "spc", "x", "z", "left", "y", "ret"], "\nxyz\n> ");
        Press(machine, ["up", "backspace", "1", "ret"], "\nxy1\n> ");

        // Backspace takes what is before the cursor, at the end of the line from the history.
        var rows = machine.Control!.ReadScreen();
        Assert.That(rows, Does.Contain("> echo xyz").And.Contain("xyz").And.Contain("> echo xy1").And.Contain("xy1"), () => string.Join('\n', rows));

        Press(machine, ["c", "l", "e", "a", "r", "ret"], "\e[H\e[2J> ");
        Assert.That(machine.Control!.ReadScreen(), Has.Exactly(1).EqualTo(">").And.Exactly(24).Empty);
    }

    [Test]
    public void AFaultThatIsNoExceptionEndsTheKernelWithItsReport()
    {
        using var machine = Start(new QemuOptions(Images.Reference));
        Type(machine, "fault page\r");
        var isReported = machine.Log.WaitFor(
            text => text.Contains("\nPANIC: page fault: read of an address that is not mapped, 0x555500000000\n", StringComparison.Ordinal), Limit);
        Assert.That(isReported, Is.True, () => machine.Log.Tail());
    }

    /// <summary>More than a screen at once, as somebody pastes it: faster than it is read, and nothing of it is lost.</summary>
    [Test]
    public void PastedCommandsAreAllAnswered()
    {
        using var machine = Start(new QemuOptions(Images.Reference));
        var texts = Enumerable.Range(0, 60).Select(index => $"{index} {new string((char)('a' + (index % 26)), 50)}").ToList();
        Type(machine, string.Concat(texts.Select(text => $"echo {text}\r")));
        Assert.That(machine.Log.WaitFor(log => log.EndsWith($"\n{texts[^1]}{Prompt}", StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
        Assert.That(machine.Log.Text, Does.Not.Contain("bytes lost"));
        Assert.That(machine.Log.Lines.Where(line => char.IsDigit(line.FirstOrDefault())), Is.EqualTo(texts));
    }

    /// <summary>The heap is where it was, to the byte: keys and lines allocate nothing.</summary>
    [Test]
    public void TypingAllocatesNothing([ValueSource(nameof(Variants))] string variant)
    {
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)) { HasControl = true });
        Work();

        // The channel of keys grows as keys wait in it: how many do, depends on how quickly they come. So many come at once here that it is as long as it can be.
        const int Lines = 40;
        Type(machine, string.Concat(Enumerable.Range(0, Lines).Select(index => $"echo {index} {new string('x', 60)}\r")));
        Assert.That(machine.Log.WaitFor(log => log.Contains($"\n{Lines - 1} {new string('x', 60)}{Prompt}", StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
        var before = Requests();
        Work();
        Work();
        Assert.That(Requests(), Is.EqualTo(before));

        void Work()
        {
            for (var round = 0; round < 8; round++)
            {
                Ask(machine, "echo abcdefgh\e[D\e[D\e[3~X\e[A\e[B\eOP");
            }

            Press(machine, ["e", "c", "h", "o", "spc", "shift", "x", "ret"], "> ");
            Ask(machine, "tasks");
            Ask(machine, "irq");
            Ask(machine, "uptime");
            Ask(machine, "mem");
        }

        string Requests() => Regex.Match(Ask(machine, "mem"), @"(\d+) requests met, .*\nlive +\d+ bytes").Value;
    }

    [TestCase("pc")]
    [TestCase("q35")]
    [TestCase("pc,i8042=off")]
    [TestCase("q35,i8042=off")]
    public void RebootResetsTheMachine(string board)
    {
        using var machine = Start(new QemuOptions(Images.Reference) { Board = board, HasControl = true });
        Type(machine, "reboot\r");
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Reset), () => machine.Log.Tail());
    }

    /// <summary>A machine that neither the keyboard controller nor the chipset resets: the function that asks them returns at once.</summary>
    [Test]
    public void RebootFaultsTheMachineWhereNothingElseResetsIt()
    {
        var asksForReset = new CodeImage(ElfFile.Read(Images.Reference)).Functions.Single(function => function.Symbols.Any(
            symbol => symbol.Contains("Drivers_PcReset", StringComparison.Ordinal) && symbol.EndsWith("__Exit", StringComparison.Ordinal)));
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { HasDebugger = true });
        machine.Debugger!.InsertBreakpoint(asksForReset.Start);
        machine.Debugger.Continue();
        Assert.That(machine.Log.WaitFor(text => text.EndsWith(Prompt, StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
        Type(machine, "reboot\r");
        Assert.That(machine.Debugger.WaitForStop(Limit), Is.True, () => machine.Log.Tail());
        machine.Debugger.ReturnFromFunction();
        machine.Debugger.Continue();
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Reset), () => machine.Log.Tail());
        Assert.That(machine.Log.Text, Does.EndWith("> reboot\n"));
    }

    [Test]
    public void PowerOffLeavesThroughTheExitDevice([ValueSource(nameof(Variants))] string variant)
    {
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)));
        Type(machine, "poweroff\r");
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
    }

    /// <summary>Without QEMU's exit device, ACPI is what switches off. (Its status is that of a reset: that the machine does not come back tells them apart.)</summary>
    [TestCase("pc")]
    [TestCase("q35")]
    public void PowerOffSwitchesOffByAcpi(string board)
    {
        using var machine = Start(new QemuOptions(Images.Reference) { Board = board, HasExitDevice = false, ExtraArguments = ["-action", "reboot=reset"] });
        Type(machine, "poweroff\r");
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(new ExitStatus(0)), () => machine.Log.Tail());
    }

    [Test]
    public void PowerOffSaysWhereItCannot()
    {
        using var machine = Start(new QemuOptions(Images.Reference) { Board = "pc,acpi=off", HasExitDevice = false });
        Assert.That(Ask(machine, "poweroff"), Does.EndWith("\npoweroff: this machine has no way that the kernel knows.\n"));
    }

    private static QemuMachine Start(QemuOptions options)
    {
        var machine = QemuMachine.Start(options);
        if (!machine.Log.WaitFor(text => text.EndsWith(Prompt, StringComparison.Ordinal), Limit))
        {
            var log = machine.Log.Tail();
            machine.Dispose();
            Assert.Fail(log);
        }

        return machine;
    }

    private static void Type(QemuMachine machine, string text)
    {
        machine.Keyboard.Write(Encoding.UTF8.GetBytes(text));
        machine.Keyboard.Flush();
    }

    /// <summary>Types a line, and waits for the next prompt.</summary>
    /// <returns>What the monitor printed between the prompts.</returns>
    private static string Ask(QemuMachine machine, string line)
    {
        var before = machine.Log.Text.Length;
        Type(machine, line + "\r");
        var isAnswered = machine.Log.WaitFor(
            text => text.Length > before && text.EndsWith(Prompt, StringComparison.Ordinal) && !text.EndsWith("^C\n> ", StringComparison.Ordinal), Limit);
        Assert.That(isAnswered, Is.True, () => machine.Log.Tail());
        return machine.Log.Text[before..^(Prompt.Length - 1)];
    }

    private static void Press(QemuMachine machine, string[] keys, string expected)
    {
        var before = machine.Log.Text.Length;
        foreach (var key in keys)
        {
            machine.Control!.Press(key);

            // The keyboard's own queue is short.
            Thread.Sleep(20);
        }

        var hasCome = machine.Log.WaitFor(text => text[before..].Contains(expected, StringComparison.Ordinal), Limit);
        Assert.That(hasCome, Is.True, () => $"expected\n{expected}\n{machine.Log.Tail()}");
    }

    private static long HeapSize(string memory) => long.Parse(Regex.Match(memory, @"heap +(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    private static long LiveBytes(string memory) => long.Parse(Regex.Match(memory, @"live +(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
}
