using System.Text;
using NUnit.Framework;
using Tarn.Testing.Protocol;
using Tarn.Tests.Emulator.Harness;

namespace Tarn.Tests.Host.Testing;

public sealed class RunRecorderTests
{
    [Test]
    public void ARunInGoodOrder()
    {
        var recorder = Record(KernelVoice.WithTwoCases()
            .Begin(0).Beat(0).Output(0, "some ").Output(0, "text").Passed(0, 1234)
            .Begin(1).Skipped(1, "no card")
            .End(1, 0, 1));

        Assert.That(recorder.Variant, Is.EqualTo("bump"));
        Assert.That(recorder.Mode, Is.EqualTo(RunMode.Commanded));
        Assert.That(recorder.Cases.Select(item => item.Name), Is.EqualTo(new[] { "First", "Second" }));
        var first = recorder.Judge(0, MachineEnd.Exited)!;
        Assert.That((first.Kind, first.Ticks), Is.EqualTo((OutcomeKind.Passed, (ulong?)1234)));
        Assert.That(Encoding.UTF8.GetString(first.Output), Is.EqualTo("some text"));
        var second = recorder.Judge(1, MachineEnd.Exited)!;
        Assert.That((second.Kind, second.Message), Is.EqualTo((OutcomeKind.Skipped, "no card")));
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: false), Is.Null);
    }

    [Test]
    public void AFailureHasItsMessage()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Failed(0, "x: expected 1 but was 2").End(0, 1, 0));

        AssertOutcome(recorder.Judge(0, MachineEnd.None), OutcomeKind.Failed, "x: expected 1 but was 2");
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: true), Is.Null);
    }

    [Test]
    public void AFailureHasItsDetailsAndNoOthers()
    {
        var recorder = Record(KernelVoice.WithTwoCases()
            .Begin(0).Detail(0, "  at 0x1 A.B()+0x1\n").Detail(0, "  caused by C\n").Failed(0, "why")
            .Begin(1).Failed(1, "why")
            .End(0, 2, 0));

        Assert.That(recorder.Judge(0, MachineEnd.None)!.Details, Is.EqualTo("  at 0x1 A.B()+0x1\n  caused by C\n"));
        Assert.That(recorder.Judge(1, MachineEnd.None)!.Details, Is.Empty);
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: true), Is.Null);
    }

    [Test]
    public void DetailsOfACaseThatIsNotRunningAreAnError() =>
        AssertOutcome(
            Record(KernelVoice.WithTwoCases().Begin(0).Detail(1, "x\n").Failed(0, "why")).Judge(0, MachineEnd.None),
            OutcomeKind.ProtocolError,
            "A frame of type Detail is about case 1, which is not running");

    [Test]
    public void ACaseThatHasNotEndedIsNotJudgedWhileTheMachineRuns() =>
        Assert.That(Record(KernelVoice.WithTwoCases().Begin(0)).Judge(0, MachineEnd.None), Is.Null);

    [TestCase(MachineEnd.TimedOut, OutcomeKind.Hung)]
    [TestCase(MachineEnd.Reset, OutcomeKind.TripleFaulted)]
    [TestCase(MachineEnd.Exited, OutcomeKind.ExitedEarly)]
    public void TheEndOfTheMachineIsThatOfTheCase(MachineEnd end, OutcomeKind kind)
    {
        var outcome = Record(KernelVoice.WithTwoCases().Begin(0).Output(0, "last words")).Judge(0, end)!;

        Assert.That(outcome.Kind, Is.EqualTo(kind));
        Assert.That(outcome.Output, Is.EqualTo("last words"u8.ToArray()));
        Assert.That(outcome.Message, Does.Contain("during the case"));
    }

    [Test]
    public void AnnouncedAndNotReportedIsNoPass()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Passed(0).End(1, 0, 0));

        Assert.That(recorder.Judge(1, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.NotReported));
    }

    [Test]
    public void APanicIsThatOfTheRunningCase()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Output(0, "abc").Panicked(0, "out of memory"));

        var outcome = recorder.Judge(0, MachineEnd.None)!;
        Assert.That((outcome.Kind, outcome.Message), Is.EqualTo((OutcomeKind.Panicked, "out of memory")));
        Assert.That(recorder.Judge(1, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.Panicked));
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: true), Does.Contain("out of memory"));
    }

    [Test]
    public void APanicInsideAReportIsHeard()
    {
        // The frame that it interrupts never gets its end.
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Output(0, "0123456789").CutOff(9).Panicked(0, "inside the report"));

        var outcome = recorder.Judge(0, MachineEnd.Exited)!;
        Assert.That((outcome.Kind, outcome.Message), Is.EqualTo((OutcomeKind.Panicked, "inside the report")));
    }

    [Test]
    public void KernelTextBetweenFramesHarmsNothing()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Raw("warning: "u8).Begin(0).Raw("a line\n"u8).Passed(0).End(1, 0, 0).Raw("bye"u8));

        Assert.That(recorder.Judge(0, MachineEnd.Exited)!.Kind, Is.EqualTo(OutcomeKind.Passed));
        Assert.That(recorder.StrayText, Is.EqualTo("warning: a line\nbye"));
        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: false), Is.Null);
    }

    [Test]
    public void ABrokenFrameIsAnErrorOfItsCase()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Output(0, "text").Spoil(1).Passed(0).Begin(1).Passed(1).End(2, 0, 0));

        Assert.That(recorder.Judge(0, MachineEnd.None)!.Kind, Is.EqualTo(OutcomeKind.ProtocolError));
        Assert.That(recorder.Judge(0, MachineEnd.None)!.Message, Does.Contain("wrong checksum"));
        Assert.That(recorder.Judge(1, MachineEnd.None)!.Kind, Is.EqualTo(OutcomeKind.Passed));
    }

    [Test]
    public void AFrameThatVanishedIsNoticed()
    {
        var whole = KernelVoice.WithTwoCases().Begin(0);
        var start = whole.Bytes.Length;
        var end = whole.Output(0, "text").Bytes.Length;
        var bytes = whole.Passed(0).Bytes;

        var recorder = new RunRecorder();
        recorder.Add([.. bytes[..start], .. bytes[end..]]);

        AssertOutcome(recorder.Judge(0, MachineEnd.None), OutcomeKind.ProtocolError, "1 frame(s) are missing before one of type Passed");
    }

    [Test]
    public void AChannelThatEndsInsideAFrameIsAnError()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Passed(0).CutOff(6));

        AssertOutcome(recorder.Judge(0, MachineEnd.Exited), OutcomeKind.ProtocolError, "The channel ended inside a frame of type Passed");
    }

    [Test]
    public void GarbageAloneLeavesTheCaseUnreported()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Raw([0xF5, 0xFA, 0x06, 9, 9, 9, 9, 9, 9, 9, 9, 9]));

        Assert.That(recorder.Judge(0, MachineEnd.TimedOut)!.Kind, Is.EqualTo(OutcomeKind.Hung));
    }

    [Test]
    public void ReportsThatContradictAreErrors()
    {
        (string Name, KernelVoice Voice)[] voices =
        [
            ("of another case", KernelVoice.WithTwoCases().Begin(0).Passed(1)),
            ("twice", KernelVoice.WithTwoCases().Begin(0).Passed(0).Passed(0)),
            ("begins within", KernelVoice.WithTwoCases().Begin(0).Begin(1).Passed(0)),
            ("begins twice", KernelVoice.WithTwoCases().Begin(0).Passed(0).Begin(0).Passed(0)),
            ("not announced", KernelVoice.WithTwoCases().Begin(7).Passed(7)),
            ("unknown type", KernelVoice.WithTwoCases().Begin(0).Say((FrameType)0x55, []).Passed(0)),
            ("too short", KernelVoice.WithTwoCases().Begin(0).Say(FrameType.Beat, [0]).Passed(0)),
            ("too long", KernelVoice.WithTwoCases().Begin(0).Say(FrameType.Beat, [0, 0, 0]).Passed(0)),
            ("another version", new KernelVoice().Hello(1, version: 99).Announce(0, "First").Begin(0).Passed(0)),
            ("announced twice", new KernelVoice().Hello(2).Announce(0, "First").Announce(0, "First").Begin(0).Passed(0)),
        ];

        foreach (var (name, voice) in voices)
        {
            var recorder = Record(voice);
            var kinds = new[] { 0, 1, 7 }.Select(index => recorder.Judge(index, MachineEnd.Exited)!.Kind);
            Assert.That(kinds, Does.Contain(OutcomeKind.ProtocolError), name);
        }
    }

    [TestCase(2, 0, 0, false, "summary")]
    [TestCase(1, 0, 0, true, "exit status")]
    [TestCase(0, 1, 0, false, "summary")]
    public void ASummaryThatDoesNotAddUpIsAFault(int passed, int failed, int skipped, bool hasFailureStatus, string expected)
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Passed(0).End((ushort)passed, (ushort)failed, (ushort)skipped));

        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus), Does.Contain(expected));
    }

    [Test]
    public void ToEndInTheMiddleOfACaseIsAFault()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(1).End(0, 0, 0));

        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: false), Does.Contain("Second"));
    }

    [Test]
    public void ToLeaveWithoutAnEndIsAFault()
    {
        var recorder = Record(KernelVoice.WithTwoCases().Begin(0).Passed(0));

        Assert.That(recorder.FindFaultOfEnd(hasFailureStatus: false), Does.Contain("without ending"));
    }

    [Test]
    public void AnExpectedPanicIsAPass()
    {
        var panicked = new Outcome(OutcomeKind.Panicked, "page fault: write to the read-only page 0x1000");

        ExpectKind(new KernelCase(0, "A"), panicked, OutcomeKind.Panicked);
        ExpectKind(new KernelCase(0, "A") { ShouldPanic = panicked.Message }, panicked, OutcomeKind.Passed);
        ExpectKind(new KernelCase(0, "A") { ShouldPanic = "page fault" }, panicked, OutcomeKind.Failed);
        ExpectKind(new KernelCase(0, "A") { ShouldPanicLike = "page fault: *read-only*" }, panicked, OutcomeKind.Passed);
        ExpectKind(new KernelCase(0, "A") { ShouldPanicLike = "*no-execute*" }, panicked, OutcomeKind.Failed);
        ExpectKind(new KernelCase(0, "A") { ShouldPanic = "x" }, new Outcome(OutcomeKind.TripleFaulted), OutcomeKind.TripleFaulted);

        static void ExpectKind(KernelCase item, Outcome outcome, OutcomeKind expected) =>
            Assert.That(item.Judge(outcome).Kind, Is.EqualTo(expected), $"{item}");
    }

    /// <summary>Gives all of it to a recorder, byte by byte, and then the channel's end.</summary>
    private static RunRecorder Record(KernelVoice voice)
    {
        var recorder = new RunRecorder();
        foreach (var value in voice.Bytes)
        {
            recorder.Add([value]);
        }

        recorder.Finish();
        return recorder;
    }

    private static void AssertOutcome(Outcome? outcome, OutcomeKind kind, string message) =>
        Assert.That((outcome?.Kind, outcome?.Message), Is.EqualTo(((OutcomeKind?)kind, message)));
}
