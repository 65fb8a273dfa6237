using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>Whoever reads that a case failed reads what was thrown, what caused it, and through which methods and lines it came.</summary>
[TestFixture]
public sealed class FailureReportTests
{
    private const string File = "tests/Failing/Cases.cs";
    private const string Type = "Tarn.Tests.Failing.Cases";

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    [Test]
    public void AnExpectationSaysWhoExpected()
    {
        var text = Fail("ExpectsInAnotherMethod");

        Assert.That(text, Does.StartWith($"Failed: answer: expected 42 but was 41 ({File}:{LineOf("Expect.Equal(42, answer)")})\n"));
        AssertHasInOrder(text, Frame("ExpectFortyTwo(Int32)", "Expect.Equal(42, answer)"), Frame("ExpectsInAnotherMethod()", "ExpectFortyTwo(41);"));
    }

    [Test]
    public void AnExceptionSaysWhatItIsAndWhichWayItCame()
    {
        var text = Fail("ThrowsInAnotherMethod");

        Assert.That(text, Does.StartWith(
            "Failed: the case threw System.InvalidOperationException: the case fails by this\n" + Frame("Throw(Exception)", "throw exception;")));
        AssertHasInOrder(text, Frame("Throw(Exception)", "throw exception;"), Frame("ThrowsInAnotherMethod()", "the case fails by this"));
    }

    [Test]
    public void AnExceptionSaysWhatCausedIt()
    {
        var text = Fail("ThrowsWhatWasCausedByAnother");

        Assert.That(text, Does.StartWith("Failed: the case threw System.InvalidOperationException: the outermost\n"));
        AssertHasInOrder(
            text,
            Frame("ThrowsWhatWasCausedByAnother()", "\"the outermost\""),
            "  caused by System.NotSupportedException: the one between\n",
            Frame("Wrap()", "\"the one between\""),
            Frame("ThrowsWhatWasCausedByAnother()", "            Wrap();"),
            "  caused by System.FormatException: the innermost\n",
            Frame("Throw(Exception)", "throw exception;"),
            Frame("Wrap()", "\"the innermost\""),
            "--- serial console ---\n");
    }

    [Test]
    public void AnotherExceptionThanTheOneExpectedIsSaidWithIt()
    {
        var text = Fail("ThrowsAnotherTypeThanExpected");

        Assert.That(text, Does.StartWith(
            "Failed: the case should have thrown System.ArgumentException, and threw System.FormatException: not that one\n"));
        AssertHasInOrder(text, Frame("Throw(Exception)", "throw exception;"), Frame("ThrowsAnotherTypeThanExpected()", "not that one"));

        // docs/testing.md shows it.
        var page = System.IO.File.ReadAllText(Path.Combine(Root, "docs", "testing.md")).ReplaceLineEndings("\n");
        var shown = Regex.Match(page, @"^```\n(Failed: [^`]*)^```$", RegexOptions.Multiline).Groups[1].Value;
        Assert.That(shown.Split('\n'), Has.Length.EqualTo(4));
        Assert.That(text, Does.StartWith(shown));
    }

    [Test]
    public void AnExpectedExceptionThatDoesNotComeIsSaid() =>
        Assert.That(
            Fail("ThrowsNothingThoughExpected"),
            Does.StartWith("Failed: the case should have thrown System.Collections.Generic.KeyNotFoundException, and returned\n---"));

    [Test]
    public void AFaultOfTheProcessorSaysItsLine()
    {
        var text = Fail("DividesByZero");

        Assert.That(text, Does.Match(@"^Failed: the case threw System\.DivideByZeroException: .+\n"));
        AssertHasInOrder(text, Frame("Divide()", "1 / s_zero"), Frame("DividesByZero()", "        Divide();"));
    }

    [Test]
    public void WhatAnExceptionHasNoRoomForIsCounted()
    {
        var text = Fail("ThrowsFromManyFrames");

        // docs/exceptions.md and docs/names.md say how many there is room for.
        Assert.That(Regex.Count(text, "^   at ", RegexOptions.Multiline), Is.EqualTo(24));
        Assert.That(text, Does.Match(@"\n  and \d+ more\n--- serial console ---\n"));
    }

    [Test]
    public void AMessageThatThrowsEndsTheCaseOnly() =>
        Assert.That(Fail("ThrowsWhatHasNoMessage"), Does.StartWith("Failed: the case threw Tarn.Tests.Failing.Cases+Shy: (its message throws)\n"));

    [Test]
    public void OfTwoFailuresTheFirstIsTold()
    {
        var text = Fail("FailsTwice");

        Assert.That(text, Does.StartWith("Failed: answer: expected 42 but was 41 "));
        AssertHasInOrder(text, Frame("ExpectFortyTwo(Int32)", "Expect.Equal(42, answer)"), Frame("FailsTwice()", "            ExpectFortyTwo(41);"));
        Assert.That(text, Does.Not.Contain("not the first failure"));
    }

    [Test]
    public void WithTheHeapFullTheReportIsWhole()
    {
        var text = Fail("ThrowsWithTheHeapFull");

        Assert.That(text, Does.Match(@"^Failed: the case threw System\.OutOfMemoryException: .+\n"));
        AssertHasInOrder(text, Frame("ThrowsWithTheHeapFull()", "s_made = Make();"));
    }

    [Test]
    public void TheConsoleSaysTheSameWithAddresses()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Failing) { CommandLine = "until=idle test.only=ThrowsWhatWasCausedByAnother" });

        Assert.That(machine.WaitForExit(TimeLimits.Default.Silence), Is.EqualTo(ExitStatus.Failure));
        Assert.That(machine.Log.Text, Does.Match(
            @"\n\[FAILED\] ThrowsWhatWasCausedByAnother: the case threw System\.InvalidOperationException: the outermost\n" +
            @"  at 0x[0-9a-f]{16} Tarn\.Tests\.Failing\.Cases\.ThrowsWhatWasCausedByAnother\(\)\+0x[0-9a-f]+\n(  at .+\n)+" +
            @"  caused by System\.NotSupportedException: the one between\n"));
    }

    /// <summary>Runs a case, and a good one behind it in the same kernel.</summary>
    private static string Fail(string name)
    {
        using var kernel = KernelUnderTest.Start(new QemuOptions(Images.Failing) { CountsInstructions = true }, TimeLimits.Default);
        Assert.That(kernel.WaitUntilReady(), Is.Null);
        var outcome = kernel.Run(kernel.Cases.Index().Single(entry => entry.Item.Name == name).Index);

        Assert.That(outcome.Kind, Is.EqualTo(OutcomeKind.Failed), outcome.Message);
        Assert.That(kernel.IsUsable, Is.True);
        return FailureText.Of(outcome, kernel.Log.Text, Images.Failing);
    }

    private static string Frame(string method, string statement) => $"   at {Type}.{method} in {File}:{LineOf(statement)}\n";

    private static int LineOf(string statement) =>
        System.IO.File.ReadLines(Path.Combine(Root, File)).Index().First(line => line.Item.Contains(statement)).Index + 1;

    private static void AssertHasInOrder(string text, params string[] parts) =>
        Assert.That(text, Does.Match(string.Join(@"[\s\S]*", parts.Select(Regex.Escape))));
}
