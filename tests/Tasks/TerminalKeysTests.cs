using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>A terminal's bytes through a ring: keys come out, and time tells the Escape key from a sequence.</summary>
[TestFixture]
public sealed class TerminalKeysTests
{
    private readonly List<(string Key, ulong Ticks)> _keys = [];
    private SimulatedMachine _machine = null!;
    private Executor<SimulatedPlatform> _executor = null!;
    private ByteRing _ring = null!;

    [SetUp]
    public void Start()
    {
        _keys.Clear();
        _machine = new SimulatedMachine();
        _executor = _machine.NewExecutor();
        _ring = new ByteRing(16);
    }

    [Test]
    public void KeysComeAsTheyAreTyped()
    {
        Read();
        Type("a\e[Ab");
        Assert.That(_keys.Select(key => key.Key), Is.EqualTo(new[] { "a", "Up", "b" }));
    }

    [Test]
    public void AnEscapeThatStaysAloneIsTheKey()
    {
        Read();
        Type("\e");
        Assert.That(_keys, Is.Empty);

        // A one-shot timer keeps the image from being idle, and then it is.
        _executor.RunUntilIdle();
        Assert.That(_keys.Select(key => key.Key), Is.EqualTo(new[] { "Escape" }));
        Assert.That(_keys[0].Ticks, Is.InRange(50UL, 53UL));
        Assert.That(_executor.IsIdle, Is.True);
    }

    [Test]
    public void ASequenceMayComeInPieces()
    {
        Read();
        foreach (var value in "\e[1;5C")
        {
            Type($"{value}");
            for (var tick = 0; tick < 40; tick++)
            {
                _machine.Tick();
            }

            _executor.RunReady();
        }

        Assert.That(_keys.Select(key => key.Key), Is.EqualTo(new[] { "Ctrl+Right" }));
        _executor.RunUntilIdle();
        Assert.That(_keys, Has.Count.EqualTo(1));
    }

    [Test]
    public void ASequenceThatStopsIsWhatItIs()
    {
        Read();
        Type("\e[");
        _executor.RunUntilIdle();
        Type("x");
        Assert.That(_keys.Select(key => key.Key), Is.EqualTo(new[] { "Alt+[", "x" }));
    }

    /// <summary>What the timer of an Escape did must not wake, nor end, another way of reading.</summary>
    [Test]
    public void ALimitThatWasNotReachedLeavesNoTrace()
    {
        var bytes = new List<byte>();
        _executor.Spawn("reads", async () =>
        {
            await _ring.WaitToReadAsync(TimeSpan.FromMilliseconds(10));
            await foreach (var value in _ring)
            {
                bytes.Add(value);
            }
        });
        Type("a");
        Assert.That(bytes, Is.EqualTo("a"u8.ToArray()));
        _executor.RunUntilIdle();
        for (var tick = 0; tick < 20; tick++)
        {
            _machine.Tick();
            _executor.RunReady();
        }

        Type("b");
        Assert.That(bytes, Is.EqualTo("ab"u8.ToArray()));
    }

    [Test]
    public void AWaitEndsWithItsLimitOrItsToken()
    {
        using var source = new CancellationTokenSource();
        var limited = _executor.Spawn("waits", async () => await _ring.WaitToReadAsync(TimeSpan.FromMilliseconds(10)));
        _executor.RunUntilIdle();
        Assert.That(limited.IsCompletedSuccessfully, Is.True);
        Assert.That(_machine.Ticks, Is.InRange(10UL, 12UL));

        var cancelled = _executor.Spawn("waits", async () => await _ring.WaitToReadAsync(TimeSpan.FromMilliseconds(10), source.Token));
        _executor.RunReady();
        source.Cancel();
        _executor.RunReady();
        Assert.That(cancelled.IsCanceled, Is.True);
        Assert.Throws<ArgumentOutOfRangeException>(() => _ring.WaitToReadAsync(TimeSpan.Zero));
    }

    [Test]
    public void WhatIsDroppedIsReportedOnceAndExactly()
    {
        var output = new System.IO.StringWriter();
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            var report = _executor.Spawn("reports", cancellation => _ring.ReportDropsAsync("test", cancellation));
            _executor.RunReady();
            Write(16 + 5);
            _executor.RunReady();
            _executor.RunReady();
            Write(7);
            _executor.RunReady();
            report.Cancel();
            _executor.RunReady();
            Assert.That(report.IsCanceled, Is.True);
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.That(output.ToString().ReplaceLineEndings("\n"), Is.EqualTo(
            "test: 5 bytes lost, since nobody read those before them (5 in all)\n"
            + "test: 7 bytes lost, since nobody read those before them (12 in all)\n"));

        void Write(int count)
        {
            for (var index = 0; index < count; index++)
            {
                _ring.Writer.TryWrite(0);
            }
        }
    }

    [Test]
    public void NothingIsAllocatedForAKeyNorForAnEscape()
    {
        var keys = 0;
        var terminal = new TerminalKeys(_ring, TimeSpan.FromMilliseconds(5));
        _executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in terminal)
            {
                keys++;
            }
        });
        Turns(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Turns(2_000);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
        Assert.That(keys, Is.EqualTo(3 * 2_100));

        void Turns(int count)
        {
            for (var turn = 0; turn < count; turn++)
            {
                foreach (var value in "a\e[A\e"u8)
                {
                    _ring.Writer.TryWrite(value);
                }

                _executor.RunUntilIdle();
            }
        }
    }

    private void Read()
    {
        var terminal = new TerminalKeys(_ring);
        _executor.Spawn("reads", async () =>
        {
            await foreach (var keyEvent in terminal)
            {
                _keys.Add((keyEvent.ToString(), _machine.Ticks));
            }
        });
        _executor.RunReady();
    }

    private void Type(string text)
    {
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            _machine.Interrupt(() => _ring.Writer.TryWrite(value));
        }

        _executor.RunReady();
    }
}
