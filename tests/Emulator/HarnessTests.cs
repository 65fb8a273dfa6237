using System.Text;
using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>The harness, tested by a kernel that misbehaves on purpose: what goes wrong must be red, and for the right reason.</summary>
[TestFixture]
public sealed class HarnessTests
{
    private static readonly TimeLimits Limits = new(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2));

    /// <summary>For cases that hang, or last five seconds.</summary>
    private static readonly TimeSpan ShortSilence = TimeSpan.FromSeconds(3);

    [TestCase("Passes", OutcomeKind.Passed, "^$")]
    [TestCase("Fails", OutcomeKind.Failed, @"^answer: expected 42 but was 41 \(tests/Misbehaving/Cases\.cs:\d+\)$")]
    [TestCase("Skips", OutcomeKind.Skipped, "^there is no such card$")]
    [TestCase("Hangs", OutcomeKind.Hung, "during the case")]
    [TestCase("TriplesFault", OutcomeKind.TripleFaulted, "during the case")]
    [TestCase("Panics", OutcomeKind.Panicked, "^this case panics$")]
    [TestCase("ShouldPanicAndReturns", OutcomeKind.Failed, "should have ended in a panic, and returned")]
    [TestCase("Throws", OutcomeKind.Failed, "^the case threw an exception: nobody catches this$")]
    [TestCase("ThrowsWhatIsExpected", OutcomeKind.Passed, "^$")]
    [TestCase("ThrowsSomethingElse", OutcomeKind.Failed, "^the case should have thrown System.Exception, and threw an exception: ")]
    [TestCase("ShouldThrowAndReturns", OutcomeKind.Failed, "^the case should have thrown System.Exception, and returned$")]
    [TestCase("CatchesItsFailure", OutcomeKind.Failed, @"^answer: expected 42 but was 41 \(tests/Misbehaving/Cases\.cs:\d+\)$")]
    [TestCase("FailsWithoutMemory", OutcomeKind.Failed, @"^answer == 42 is false \(tests/Misbehaving/Cases\.cs:\d+\)$")]
    [TestCase("ThrowsWhereAPanicIsExpected", OutcomeKind.Panicked, "^unhandled exception: .*: nobody catches this$")]
    [TestCase("ExitsWithSuccess", OutcomeKind.ExitedEarly, @"status 33 \(success\), during the case")]
    [TestCase("ExitsWithFailure", OutcomeKind.ExitedEarly, @"status 35 \(failure\), during the case")]
    [TestCase("EndsWithoutReport", OutcomeKind.NotReported, "without a word")]
    [TestCase("SendsGarbage", OutcomeKind.ExitedEarly, "during the case")]
    [TestCase("SendsUnknownFrame", OutcomeKind.ProtocolError, "type 110, which no kernel sends")]
    [TestCase("SendsShortPayload", OutcomeKind.ProtocolError, "Beat.* malformed|malformed|not running")]
    [TestCase("SendsWrongChecksum", OutcomeKind.ProtocolError, "type Output arrived with a wrong checksum")]
    [TestCase("TruncatesAFrameAndLeaves", OutcomeKind.ProtocolError, "ended inside a frame of type Output")]
    [TestCase("TruncatesAFrameAndHangs", OutcomeKind.ProtocolError, "ended inside a frame of type Output")]
    [TestCase("LosesAFrame", OutcomeKind.ProtocolError, @"1 frame\(s\) are missing before one of type Passed")]
    [TestCase("ReportsAnotherCase", OutcomeKind.ProtocolError, "about case 254, which is not running")]
    [TestCase("PanicsInsideAFrame", OutcomeKind.Panicked, "^in the middle of a frame$")]
    [TestCase("WritesTextIntoTheChannel", OutcomeKind.Passed, "^$")]
    [TestCase("WritesSyncBytesIntoTheChannel", OutcomeKind.Passed, "^$")]
    [TestCase("BeatsForSeconds", OutcomeKind.Passed, "^$")]
    [TestCase("ComputesForSeconds", OutcomeKind.Hung, "during the case")]
    [TestCase("PrintsALot", OutcomeKind.Passed, "^$")]
    public void IsTakenForWhatItIs(string name, OutcomeKind kind, string message)
    {
        using var kernel = Start();
        var outcome = Run(kernel, name);

        Assert.That(outcome.Kind, Is.EqualTo(kind), () => $"{outcome.Message}\n{kernel.Log.Tail()}");
        Assert.That(outcome.Message, Does.Match(message));
    }

    [Test]
    public void AfterAFailureTheSameKernelServesTheNextCase()
    {
        using var kernel = Start();
        string[] names = ["Passes", "Fails", "Throws", "Skips", "CatchesItsFailure", "ThrowsSomethingElse", "ThrowsWhatIsExpected"];
        OutcomeKind[] kinds =
        [
            OutcomeKind.Passed, OutcomeKind.Failed, OutcomeKind.Failed, OutcomeKind.Skipped, OutcomeKind.Failed, OutcomeKind.Failed, OutcomeKind.Passed,
        ];
        foreach (var (name, kind) in names.Zip(kinds))
        {
            Assert.That(Run(kernel, name).Kind, Is.EqualTo(kind), name);
            Assert.That(kernel.IsUsable, Is.True);
        }

        Assert.That(kernel.Stop(), Is.Null);
    }

    [Test]
    public void AfterAPanicAnotherKernelServesTheNextCase()
    {
        using var first = Start();
        Assert.That(Run(first, "Passes").Kind, Is.EqualTo(OutcomeKind.Passed));
        Assert.That(first.IsUsable, Is.True);
        Assert.That(Run(first, "Panics").Kind, Is.EqualTo(OutcomeKind.Panicked));
        Assert.That(first.IsUsable, Is.False);

        using var second = Start();
        Assert.That(Run(second, "Passes").Kind, Is.EqualTo(OutcomeKind.Passed));
    }

    [Test]
    public void TheOutputOfACaseArrivesWhole()
    {
        using var kernel = Start();
        var outcome = Run(kernel, "PrintsALot");

        var expected = string.Concat(Enumerable.Range(0, 2000).Select(line => $"line {line}\n"));
        Assert.That(Encoding.UTF8.GetString(outcome.Output), Is.EqualTo(expected));
    }

    [Test]
    public void WhatWasPrintedBeforeTheEndIsInTheLog()
    {
        using var kernel = Start();
        Run(kernel, "TriplesFault");

        Assert.That(kernel.Log.Text, Does.Contain("about to fault"));
    }

    [Test]
    public void TextInTheChannelIsKept()
    {
        using var kernel = Start();
        Run(kernel, "WritesTextIntoTheChannel");

        Assert.That(kernel.StrayText, Is.EqualTo("kernel text, in between\n"));
    }

    [Test]
    public void RunningAloneWhatNeverCameIsNotReported()
    {
        // In the order of names the first of these ends the run without having reported, and the others never begin.
        var report = KernelUnderTest.RunAlone(NewMachine() with { CommandLine = "test.filter=sWith" }, Limits);

        Assert.That(report.Outcomes.Keys, Is.EqualTo(new[] { "EndsWithoutReport", "ExitsWithFailure", "ExitsWithSuccess" }));
        Assert.That(report.Outcomes.Values.Select(outcome => outcome.Kind), Is.All.EqualTo(OutcomeKind.NotReported));
        Assert.That(report.Fault, Does.Contain("EndsWithoutReport"));
    }

    [Test]
    public void RunningAloneFailsWithTheCase()
    {
        var report = KernelUnderTest.RunAlone(NewMachine() with { CommandLine = "test.only=Fails" }, Limits);

        Assert.That(report.Outcomes.Keys, Is.EqualTo(new[] { "Fails" }));
        Assert.That(report.Outcomes["Fails"].Kind, Is.EqualTo(OutcomeKind.Failed));
        Assert.That((report.Fault, report.Exit), Is.EqualTo(((string?)null, ExitStatus.Failure)));
    }

    [Test]
    public void RunningAloneLeavesOutWhatNeedsItsOwnKernel()
    {
        var report = KernelUnderTest.RunAlone(NewMachine() with { CommandLine = "test.filter=Passes" }, Limits);

        Assert.That(report.Outcomes.Keys, Is.EqualTo(new[] { "Passes" }));
        Assert.That((report.Fault, report.Exit), Is.EqualTo(((string?)null, ExitStatus.Success)));
    }

    [Test]
    public void AKernelThatIsNoTestKernelIsNotReady()
    {
        using var kernel = KernelUnderTest.Start(new QemuOptions(Images.Reference), Limits);

        Assert.That(kernel.WaitUntilReady()!.Kind, Is.EqualTo(OutcomeKind.ExitedEarly));
        Assert.That(kernel.Log.Text, Does.StartWith("Tarn"));
    }

    [Test]
    public void WithoutAnExpectedChannelTheKernelSaysSo()
    {
        using var machine = QemuMachine.Start(NewMachine() with { CommandLine = "until=idle test.commanded" });

        Assert.That(machine.WaitForExit(Limits.Silence), Is.EqualTo(ExitStatus.Failure));
        Assert.That(machine.Log.Text, Does.Contain("test.commanded: there is no serial port"));
    }

    [Test]
    public void AnArgumentThatQemuRefusesIsAnError()
    {
        var options = NewMachine() with { HasChannel = true, ExtraArguments = ["-no-such-option"] };

        Assert.That(() => QemuMachine.Start(options), Throws.InvalidOperationException.With.Message.Contains("no-such-option"));
    }

    [Test]
    public void AMissingImageIsAnError()
    {
        var options = new QemuOptions("/no/such.elf");

        Assert.That(() => QemuMachine.Start(options), Throws.InvalidOperationException.With.Message.Contains(options.Image));
    }

    private static QemuOptions NewMachine() => new(Images.Misbehaving);

    private static KernelUnderTest Start()
    {
        var kernel = KernelUnderTest.Start(NewMachine(), Limits);
        var notReady = kernel.WaitUntilReady();
        Assert.That(notReady, Is.Null, () => $"{notReady!.Kind}: {notReady.Message}\n{kernel.Log.Tail()}");
        return kernel;
    }

    private static Outcome Run(KernelUnderTest kernel, string name)
    {
        var item = KernelCatalog.Read(Path.ChangeExtension(Images.Misbehaving, ".dll")).Single(item => item.Name == name);
        var mayHang = name is "Hangs" or "TruncatesAFrameAndHangs" or "BeatsForSeconds" or "ComputesForSeconds";
        return kernel.Run(item.Index, mayHang ? ShortSilence : null);
    }
}
