using System;
using System.Collections.Generic;
using System.Linq;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>A panic gets through from anywhere, and always ends.</summary>
[TestFixture]
public class PanicTests : ConsoleFixture
{
    [Test]
    public void EverySinkIsToldAndTheMachineHalts()
    {
        var sinks = new[] { AddSink(), AddSink(), AddSink() };

        Assert.That(() => Panic.Fail("the sky fell"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(sinks.Select(sink => sink.Text), Is.All.EqualTo("\nPANIC: the sky fell\n"));
        Assert.That(Processor.AreInterruptsMasked, Is.True);
        Assert.That(Panic.IsInProgress, Is.True);
    }

    [TestCase(null)]
    [TestCase("")]
    public void APanicWithoutMessageSaysSo(string? message)
    {
        var sink = AddSink();

        Assert.That(() => Panic.Fail(message), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(sink.Text, Is.EqualTo("\nPANIC: no reason given\n"));
    }

    [Test]
    public void AMessageMayBeInterpolated()
    {
        var sink = AddSink();
        var address = 0xDEADUL;

        Assert.That(() => Panic.Fail($"fault at 0x{address:X16}, {"why",5}"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(sink.Text, Is.EqualTo("\nPANIC: fault at 0x000000000000DEAD,   why\n"));
    }

    [Test]
    public void AnInterpolatedMessageAllocatesNothing()
    {
        ConsoleRouter.Add(new CountingSink());
        Panic.LeaveThrough(new ThrowingExit());
        Measure();

        Restart();
        ConsoleRouter.Add(new CountingSink());
        var exit = new ThrowingExit();
        Panic.LeaveThrough(exit);
        Measure();

        Assert.That(exit.AllocatedBefore - AllocatedAtStart, Is.Zero);
    }

    [Test]
    public void ALongMessageIsToldInFull()
    {
        var sink = AddSink();
        var message = string.Concat(Enumerable.Range(0, 1000).Select(number => $"line {number}\n"));

        Assert.That(() => Panic.Fail(message), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(sink.Text, Is.EqualTo($"\nPANIC: {message}\n"));
    }

    [Test]
    public void WithoutSinksItHaltsAllTheSame()
    {
        Assert.That(() => Panic.Fail("unheard"), Throws.TypeOf<ProcessorHaltedException>());
    }

    [Test]
    public void TheWayOutIsTaken()
    {
        var sink = AddSink();
        var exit = new RecordingExit();
        Panic.LeaveThrough(exit);

        // The exit returns, as one does where its device is missing.
        Assert.That(() => Panic.Fail("enough"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(exit.Outcomes, Is.EqualTo(new[] { ExitOutcome.Failure }));
        Assert.That(exit.TextBefore(sink), Is.EqualTo("\nPANIC: enough\n"));
    }

    [Test]
    public void ARedirectionDoesNotHideIt()
    {
        var sink = AddSink();
        var target = new RecordingSink();
        using (ConsoleRouter.Redirect(target))
        {
            Assert.That(() => Panic.Fail("seen"), Throws.TypeOf<ProcessorHaltedException>());
        }

        Assert.That(sink.Text, Is.EqualTo("\nPANIC: seen\n"));
        Assert.That(target.Text, Is.Empty);
    }

    [Test]
    public void ItGetsThroughWhileTheConsoleIsPrinting()
    {
        var first = AddSink();
        var second = AddSink();
        second.BeforeWrite = Once(() => Panic.Fail("in the middle of a line"));

        Assert.That(() => ConsoleRouter.Write("a line\n"u8), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(first.Text, Is.EqualTo("a line\n\nPANIC: in the middle of a line\n"));
        Assert.That(second.Text, Is.EqualTo("\nPANIC: in the middle of a line\n"));
    }

    [Test]
    public void APanicInASinkIsToldToAnother()
    {
        var broken = AddSink();
        var working = AddSink();
        broken.BeforeWrite = () => Panic.Fail("this sink is broken");

        Assert.That(() => Panic.Fail("what it was about"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(broken.Text, Is.Empty);
        Assert.That(working.Text, Is.EqualTo("\nPANIC: what it was about\nPANIC while reporting a panic: this sink is broken\n"));
    }

    [Test]
    public void APanicInALaterSinkIsToldToTheFirst()
    {
        var working = AddSink();
        var broken = AddSink();
        broken.BeforeWrite = () => Panic.Fail("this sink is broken");

        Assert.That(() => Panic.Fail("first"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(working.Text, Does.StartWith("\nPANIC: first\n"));
        Assert.That(working.Text, Does.EndWith("\nPANIC while reporting a panic: this sink is broken\n"));
    }

    [Test]
    public void APanicWhileAMessageIsPutTogetherIsTold()
    {
        var sink = AddSink();
        var culprit = new Culprit(() => Panic.Fail("inside ToString"));

        Assert.That(() => Panic.Fail($"about {culprit}"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(sink.Text, Is.EqualTo("\nPANIC while reporting a panic: inside ToString\n"));
    }

    [Test]
    public void ItEndsWhateverSinksPanicAndHoweverOften([Values(1, 2, 3)] int sinkCount, [Values] bool interpolated, [Values] bool withExit)
    {
        // Every subset of the sinks panics at every write.
        for (var broken = 0; broken < 1 << sinkCount; broken++)
        {
            Restart();
            var writes = 0;
            var sinks = Enumerable.Range(0, sinkCount).Select(_ => AddSink()).ToArray();
            for (var index = 0; index < sinkCount; index++)
            {
                var isBroken = (broken >> index & 1) != 0;
                sinks[index].BeforeWrite = () =>
                {
                    Assert.That(++writes, Is.LessThan(20), "it must end");
                    if (isBroken)
                    {
                        Panic.Fail("again");
                    }
                };
            }

            var exit = new RecordingExit();
            if (withExit)
            {
                Panic.LeaveThrough(exit);
            }

            Assert.That(Fail, Throws.TypeOf<ProcessorHaltedException>());
            Assert.That(exit.Outcomes, Has.Count.EqualTo(withExit ? 1 : 0));

            void Fail()
            {
                if (interpolated)
                {
                    Panic.Fail($"{broken} broken");
                }

                Panic.Fail("broken");
            }
        }
    }

    [Test]
    public void ItEndsAtWhicheverWriteASinkPanics()
    {
        var message = new string('x', 1000);
        for (var failing = 1; failing <= 12; failing++)
        {
            Restart();
            var writes = 0;
            var sinks = new[] { AddSink(), AddSink() };
            foreach (var sink in sinks)
            {
                sink.BeforeWrite = () =>
                {
                    if (++writes == failing)
                    {
                        Panic.Fail("late");
                    }
                };
            }

            Assert.That(() => Panic.Fail(message), Throws.TypeOf<ProcessorHaltedException>());

            var told = string.Concat(sinks.Select(sink => sink.Text));
            Assert.That(told.Contains("PANIC while reporting a panic: late\n"), Is.EqualTo(failing <= 8), $"failing at write {failing}");
            Assert.That(told, Does.Contain(message));
        }
    }

    [Test]
    public void AnExitThatPanicsIsNotTriedAgain()
    {
        var sink = AddSink();
        var exit = new RecordingExit { BeforeReturn = () => Panic.Fail("no way out") };
        Panic.LeaveThrough(exit);

        Assert.That(() => Panic.Fail("out"), Throws.TypeOf<ProcessorHaltedException>());

        Assert.That(exit.Outcomes, Has.Count.EqualTo(1));
        Assert.That(sink.Text, Does.EndWith("\nPANIC while reporting a panic: no way out\n"));
    }

    [Test]
    public void NoExitIsNoExit() => Assert.That(() => Panic.LeaveThrough(null!), Throws.ArgumentNullException);

    private static long AllocatedAtStart { get; set; }

    private static void Measure()
    {
        var address = 0xDEADUL;
        try
        {
            AllocatedAtStart = GC.GetAllocatedBytesForCurrentThread();
            Panic.Fail($"fault at 0x{address:X16}, {"why",5}, {3.5:F2}");
        }
        catch (ProcessorHaltedException)
        {
            // The exit that measures throws this to get away.
        }
    }

    private static Action Once(Action action)
    {
        var done = false;
        return () =>
        {
            if (!done)
            {
                done = true;
                action();
            }
        };
    }

    private sealed class Culprit(Action action)
    {
        public override string ToString()
        {
            action();
            return "unreachable";
        }
    }

    private sealed class ThrowingExit : IExit
    {
        public long AllocatedBefore { get; private set; }

        public void Exit(ExitOutcome outcome)
        {
            AllocatedBefore = GC.GetAllocatedBytesForCurrentThread();
            throw new ProcessorHaltedException();
        }
    }

    private sealed class RecordingExit : IExit
    {
        private readonly Dictionary<RecordingSink, string> _texts = [];

        public List<ExitOutcome> Outcomes { get; } = [];

        public Action? BeforeReturn { get; init; }

        public void Exit(ExitOutcome outcome)
        {
            Outcomes.Add(outcome);
            BeforeReturn?.Invoke();
        }

        public string TextBefore(RecordingSink sink) => _texts.GetValueOrDefault(sink, sink.Text);
    }
}
