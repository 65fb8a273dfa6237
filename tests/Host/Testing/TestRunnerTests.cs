using System.Text;
using NUnit.Framework;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Testing.Protocol;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Host.Output;

namespace Tarn.Tests.Host.Testing;

/// <summary>The kernel's half of the harness, heard by the host's half.</summary>
public sealed class TestRunnerTests : ConsoleFixture
{
    private ScriptedPlatform.Wires _wires = null!;
    private RecordingSink _console = null!;

    [SetUp]
    public void Begin()
    {
        ScriptedCases.Clear();
        _wires = new ScriptedPlatform.Wires();
        _console = AddSink();
    }

    [Test]
    public void AloneItRunsAllThatCanShareAKernel()
    {
        ScriptedCases.Add("A", () => ConsoleRouter.Write("from A\n"u8));
        ScriptedCases.Add("B", () => TestCase.Skip("no reason"));
        ScriptedCases.Add("C", () => Assert.Fail("isolated"), CaseFlags.Isolated);
        ScriptedCases.Add("D", () => TestCase.Beat());
        var recorder = Run("until=idle", ExitOutcome.Success);

        (string, bool)[] announced = [("A", true), ("B", true), ("C", false), ("D", true)];
        Assert.That(recorder.Cases.Select(item => (item.Name, item.WillRun)), Is.EqualTo(announced));
        Assert.That((recorder.Mode, recorder.Variant), Is.EqualTo((RunMode.Alone, "variant")));
        var a = recorder.Judge(0, MachineEnd.Exited)!;
        Assert.That((a.Kind, a.Ticks, Encoding.UTF8.GetString(a.Output)), Is.EqualTo((OutcomeKind.Passed, (ulong?)100, "from A\n")));
        var b = recorder.Judge(1, MachineEnd.Exited)!;
        Assert.That((b.Kind, b.Message), Is.EqualTo((OutcomeKind.Skipped, "no reason")));
        Assert.That(recorder.Judge(3, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.Passed));
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: false), Is.Null);
        Assert.That(_console.Text, Does.Contain("[passed] A\n").And.Contain("[skipped] B: no reason\n"));
        Assert.That(_console.Text, Does.EndWith("2 passed, 0 failed, 1 skipped\n"));
    }

    [TestCase("test.filter=ap", "Grape")]
    [TestCase("test.filter=p*e", "Apple Grape")]
    [TestCase("test.filter=*", "Apple Banana Grape")]
    [TestCase("test.only=Grape", "Grape")]
    [TestCase("test.only=Gra", "")]
    [TestCase("test.only=Lone", "Lone")]
    [TestCase("test.from=1", "Banana Grape")]
    [TestCase("test.from=1 test.filter=p", "Grape")]
    [TestCase("test.from=x", "")]
    [TestCase("test.from=", "")]
    [TestCase("test.from=99999999999999", "")]
    public void TheCommandLineSelects(string words, string expected)
    {
        foreach (var name in new[] { "Apple", "Banana", "Grape" })
        {
            ScriptedCases.Add(name, () => { });
        }

        ScriptedCases.Add("Lone", () => { }, CaseFlags.Isolated);
        var recorder = Run(words, ExitOutcome.Success);

        var ran = recorder.Cases.Index().Where(entry => recorder.HasReported(entry.Index)).Select(entry => entry.Item.Name).ToList();
        Assert.That(string.Join(' ', ran), Is.EqualTo(expected));
        Assert.That(recorder.Cases.Where(item => item.WillRun).Select(item => item.Name), Is.EqualTo(ran));
    }

    [Test]
    public void AFailureEndsTheCaseAndTheRunGoesOn()
    {
        ScriptedCases.Add("A", () =>
        {
            ConsoleRouter.Write("before"u8);
            TestRun.Current.Fail("it is wrong"u8);
        });
        ScriptedCases.Add("B", () => ConsoleRouter.Write("from B"u8));
        var recorder = Run(string.Empty, ExitOutcome.Failure);

        var a = recorder.Judge(0, MachineEnd.Exited)!;
        Assert.That((a.Kind, a.Message, Encoding.UTF8.GetString(a.Output)), Is.EqualTo((OutcomeKind.Failed, "it is wrong", "before")));
        var b = recorder.Judge(1, MachineEnd.Exited)!;
        Assert.That((b.Kind, Encoding.UTF8.GetString(b.Output)), Is.EqualTo((OutcomeKind.Passed, "from B")));
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: true), Is.Null);
    }

    [Test]
    public void AFailureThatTheCaseCatchesIsAFailure()
    {
        ScriptedCases.Add("A", () =>
        {
            Assert.That(() => TestRun.Current.Fail("the first"u8), Throws.Exception);
            Assert.That(() => TestRun.Current.Fail("the second"u8), Throws.Exception);
        });
        var a = Run(string.Empty, ExitOutcome.Failure).Judge(0, MachineEnd.Exited)!;
        Assert.That((a.Kind, a.Message), Is.EqualTo((OutcomeKind.Failed, "the first")));
    }

    [Test]
    public void AnExceptionFailsTheCaseAndTheRunGoesOn()
    {
        ScriptedCases.Add("A", () => throw new InvalidOperationException("nobody expects this", new FormatException("its cause")));
        ScriptedCases.Add("B", () => { });
        var recorder = Run(string.Empty, ExitOutcome.Failure);

        var a = recorder.Judge(0, MachineEnd.Exited)!;
        Assert.That((a.Kind, a.Message), Is.EqualTo((OutcomeKind.Failed, "the case threw System.InvalidOperationException: nobody expects this")));
        Assert.That(a.Details, Does.Match(@"^(  at \S+\n)+  caused by System\.FormatException: its cause\n$"));
        Assert.That(_console.Text, Does.Contain($"[FAILED] A: {a.Message}\n{a.Details}"));
        Assert.That(recorder.Judge(1, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.Passed));
    }

    [Test]
    public void AnExceptionThatIsAskedForMustComeAndBeOfThatType()
    {
        ScriptedCases.AddThrowing("A", typeof(ArgumentException), () => throw new ArgumentException("as told"));
        ScriptedCases.AddThrowing("B", typeof(ArgumentException), () => throw new ArgumentNullException());
        ScriptedCases.AddThrowing("C", typeof(ArgumentException), () => { });
        ScriptedCases.AddThrowing("D", typeof(ArgumentException), () => TestRun.Current.Fail("it is wrong"u8));
        var recorder = Run(string.Empty, ExitOutcome.Failure);

        Assert.That(recorder.Judge(0, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.Passed));
        Assert.That(recorder.Judge(1, MachineEnd.Exited)!.Message, Does.StartWith(
            "the case should have thrown System.ArgumentException, and threw System.ArgumentNullException: Value cannot be null."));
        Assert.That(recorder.Judge(1, MachineEnd.Exited)!.Details, Does.StartWith("  at "));
        Assert.That(recorder.Judge(2, MachineEnd.Exited)!.Message, Is.EqualTo("the case should have thrown System.ArgumentException, and returned"));
        Assert.That(recorder.Judge(3, MachineEnd.Exited)!.Message, Is.EqualTo("it is wrong"));
    }

    [Test]
    public void CommandedItRunsWhatTheHostAsksFor()
    {
        ScriptedCases.Add("A", () => ConsoleRouter.Write("a"u8));
        ScriptedCases.Add("B", () => ConsoleRouter.Write("b"u8));
        ScriptedCases.Add("C", () => ConsoleRouter.Write("c"u8), CaseFlags.Isolated);
        Command((FrameType.Run, [2, 0]), (FrameType.Run, [0, 0]), (FrameType.Stop, []));
        var recorder = Run("test.commanded", ExitOutcome.Success);

        Assert.That(recorder.Mode, Is.EqualTo(RunMode.Commanded));
        Assert.That(Enumerable.Range(0, 3).Select(recorder.HasReported), Is.EqualTo(new[] { true, false, true }));
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: false), Is.Null);
    }

    [Test]
    public void ABrokenCommandIsNotObeyed()
    {
        ScriptedCases.Add("A", () => { });
        Command((FrameType.Run, [0, 0]));
        _wires.Received.Enqueue(0x55);
        var broken = Item.Encode((FrameType.Run, [0, 0]));
        broken[8] ^= 1;
        foreach (var value in broken)
        {
            _wires.Received.Enqueue(value);
        }

        Command((FrameType.Run, [9, 9]), (FrameType.Run, [0]), (FrameType.Stop, []));
        var recorder = Run("test.commanded", ExitOutcome.Success);

        Assert.That(recorder.Summary, Is.EqualTo(new RunSummary(1, 0, 0)));
        Assert.That(recorder.Error, Is.Null);
    }

    [Test]
    public void WithoutAChannelResultsAreOnTheConsole()
    {
        _wires = new ScriptedPlatform.Wires { HasChannel = false };
        ScriptedCases.Add("A", () => { });
        Assert.That(Leave(string.Empty), Is.EqualTo(ExitOutcome.Success));
        Assert.That(_console.Text, Does.Contain("[passed] A\n"));
    }

    [Test]
    public void WithoutAChannelItCannotBeCommanded()
    {
        _wires = new ScriptedPlatform.Wires { HasChannel = false };
        ScriptedCases.Add("A", () => { });
        Assert.That(Leave("test.commanded"), Is.EqualTo(ExitOutcome.Failure));
        Assert.That(_console.Text, Does.Contain("no serial port"));
    }

    [Test]
    public void LongOutputIsSentWholeInSeveralFrames()
    {
        var text = string.Concat(Enumerable.Range(0, 1000).Select(number => $"{number} ä\n"));
        ScriptedCases.Add("A", () => ConsoleRouter.Write(Encoding.UTF8.GetBytes(text)));
        var recorder = Run(string.Empty, ExitOutcome.Success);

        Assert.That(Encoding.UTF8.GetString(recorder.Judge(0, MachineEnd.Exited)!.Output), Is.EqualTo(text));
    }

    [Test]
    public void APanicIsReportedWithItsFirstLine()
    {
        ScriptedCases.Add("A", () =>
        {
            ConsoleRouter.Write("before"u8);
            Panic.Fail("out of memory: 64 bytes\nand the rest of the report");
        });
        var recorder = Run(string.Empty, ExitOutcome.Failure);

        var a = recorder.Judge(0, MachineEnd.Exited)!;
        Assert.That((a.Kind, a.Message), Is.EqualTo((OutcomeKind.Panicked, "out of memory: 64 bytes")));
        Assert.That(Encoding.UTF8.GetString(a.Output), Is.EqualTo("before"));
    }

    [Test]
    public void ACaseThatShouldPanicAndReturnsFails()
    {
        ScriptedCases.Add("A", () => { }, CaseFlags.ShouldPanic);
        Assert.That(Run("test.only=A", ExitOutcome.Failure).Judge(0, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.Failed));
    }

    private void Command(params (FrameType Type, byte[] Payload)[] frames)
    {
        foreach (var value in Item.Encode(frames))
        {
            _wires.Received.Enqueue(value);
        }
    }

    private RunRecorder Run(string commandLine, ExitOutcome expected)
    {
        Assert.That(Leave(commandLine), Is.EqualTo(expected));
        var recorder = new RunRecorder();
        recorder.Add(_wires.Sent.ToArray());
        recorder.Finish();
        Assert.That(recorder.StrayText, Is.Empty);
        return recorder;
    }

    private ExitOutcome Leave(string commandLine)
    {
        var words = new CommandLine(Encoding.UTF8.GetBytes(commandLine));
        try
        {
            TestRunner<ScriptedCases, ScriptedPlatform>.Run(new ScriptedPlatform(_wires), words, "variant");
        }
        catch (MachineLeftException left)
        {
            return left.Outcome;
        }

        throw new InvalidOperationException("The kernel's run came back.");
    }
}
