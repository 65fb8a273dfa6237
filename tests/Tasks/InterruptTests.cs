using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>What brings interrupts to tasks: signals and rings.</summary>
[TestFixture]
public sealed class InterruptTests
{
    private SimulatedMachine _machine = null!;
    private Executor<SimulatedPlatform> _executor = null!;

    [SetUp]
    public void Start()
    {
        _machine = new SimulatedMachine();
        _executor = _machine.NewExecutor();
    }

    [Test]
    public void SignalsThatNobodyWaitsForAreOne([Values] bool pattern)
    {
        var signal = new InterruptSignal();
        var woken = 0;
        _executor.Spawn("waits", async () =>
        {
            while (true)
            {
                if (pattern)
                {
                    await signal;
                }
                else
                {
                    await signal.WaitAsync();
                }

                woken++;
            }
        });
        signal.Set();
        signal.Set();
        _executor.RunReady();
        Assert.That((woken, signal.IsSet), Is.EqualTo((1, false)));
        for (var round = 2; round < 10; round++)
        {
            signal.Set();
            signal.Set();
            _executor.RunReady();
            Assert.That(woken, Is.EqualTo(round));
        }

        signal.Set();
        signal.Reset();
        Assert.That(signal.IsSet, Is.False);
    }

    [Test]
    public void ASignalIsWaitedForByOne()
    {
        var signal = new InterruptSignal();
        _executor.Spawn("waits", async () => await signal);
        _executor.RunReady();
        Assert.Throws<InvalidOperationException>(() => signal.WaitAsync());
        var second = _executor.Spawn("waits, too", async () => await signal);
        _executor.RunReady();
        Assert.Throws<InvalidOperationException>(() => second.GetAwaiter().GetResult());
    }

    [Test]
    public void AWaitThatIsCancelledLeavesTheSignalToTheNextOne([Values] bool signalFirst)
    {
        var signal = new InterruptSignal();
        using var source = new CancellationTokenSource();
        var task = _executor.Spawn("waits", async () => await signal.WaitAsync(source.Token));
        _executor.RunReady();
        if (signalFirst)
        {
            signal.Set();
            source.Cancel();
            _executor.RunReady();
            Assert.That(task.IsCompletedSuccessfully, "what was signalled before has been waited for");
        }
        else
        {
            source.Cancel();
            _executor.RunReady();
            Assert.That(task.IsCanceled);
            signal.Set();
            Assert.That(signal.WaitAsync().IsCompletedSuccessfully);
        }

        Assert.That(signal.WaitAsync(source.Token).IsCanceled);
    }

    /// <summary>
    /// The task has its turn, and has not yet ended the wait, when the next interrupt comes. It must not have another turn for that: whatever
    /// it waits for then would seem to be there.
    /// </summary>
    [Test]
    public void AnInterruptBetweenTheTurnAndTheEndOfTheWaitWakesNobody([Values] bool pattern)
    {
        var signal = new InterruptSignal();
        var other = new TaskCompletionSource();
        var steps = 0;
        var task = _executor.Spawn("waits", async () =>
        {
            await new InterruptedWait(signal, pattern);
            steps++;
            await other.Task;
            steps++;
        });
        _executor.RunReady();
        signal.Set();
        _executor.RunReady();
        Assert.That(steps, Is.EqualTo(1));
        Assert.That(task.IsCompleted, Is.False);
        Assert.That(signal.IsSet, Is.False, "the wait that ended has seen both");
        other.SetResult();
        _executor.RunReady();
        Assert.That(steps, Is.EqualTo(2));
        Assert.That(task.IsCompletedSuccessfully);
    }

    [Test]
    public void ASignalIsWaitedForByOneUntilItsTurn()
    {
        var signal = new InterruptSignal();
        _executor.Spawn("waits", async () => await signal);
        _executor.RunReady();
        signal.Set();
        Assert.Throws<InvalidOperationException>(() => signal.WaitAsync(), "it is woken, and has not had its turn");
        _executor.RunReady();
        Assert.That(signal.WaitAsync().IsCompleted, Is.False);
    }

    [Test]
    public void AWaitAsATaskWorks()
    {
        var signal = new InterruptSignal();
        var waiting = signal.WaitAsync().AsTask();
        _machine.BeforeHalt = () => _machine.Interrupt(signal.Set);
        waiting.Wait();
        var called = 0;
        signal.GetAwaiter().OnCompleted(() => called++);
        signal.Set();
        _executor.RunReady();
        Assert.That(called, Is.EqualTo(1));
    }

    [Test]
    public void BytesArriveInTheirOrder()
    {
        var ring = new ByteRing(8);
        var bytes = new List<byte>();
        _executor.Spawn("reads", async () =>
        {
            await foreach (var value in ring)
            {
                bytes.Add(value);
            }
        });
        byte next = 0;
        for (var burst = 0; burst <= 8; burst++)
        {
            for (var count = 0; count < burst; count++)
            {
                Assert.That(ring.TryWrite(next++));
            }

            _executor.RunReady();
        }

        Assert.That(bytes, Is.EqualTo(Enumerable.Range(0, 36)));
        Assert.That((ring.Dropped, ring.Count), Is.EqualTo((0u, 0)));
    }

    [Test]
    public void WhatFindsTheRingFullIsCounted()
    {
        var ring = new ByteRing(4);
        var written = Enumerable.Range(0, 10).Count(value => ring.TryWrite((byte)value));
        Assert.That((written, ring.Dropped, ring.Count, ring.Capacity), Is.EqualTo((4, 6u, 4, 4)));
        Assert.That(ring.TryRead(out var first));
        Assert.That(first, Is.Zero);
        Assert.That(ring.TryWrite(99));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ByteRing(6));
    }

    /// <summary>Random bursts and reads against a queue: the same bytes in the same order, the same number dropped.</summary>
    [Test]
    public void TheRingAgreesWithAQueue()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.ArrayOf(Gen.Choose(-3, 255)).ToArbitrary(), commands =>
        {
            var ring = new ByteRing(16);
            var model = new Queue<byte>();
            var dropped = 0u;
            foreach (var command in commands)
            {
                if (command < 0)
                {
                    Assert.That(ring.TryRead(out var value), Is.EqualTo(model.TryDequeue(out var expected)));
                    Assert.That(value, Is.EqualTo(expected));
                }
                else if (model.Count == 16)
                {
                    Assert.That(ring.TryWrite((byte)command), Is.False);
                    dropped++;
                }
                else
                {
                    Assert.That(ring.TryWrite((byte)command));
                    model.Enqueue((byte)command);
                }

                Assert.That((ring.Count, ring.Dropped), Is.EqualTo((model.Count, dropped)));
            }
        }));
    }

    [Test]
    public void AReaderThatIsCancelledLosesNothing()
    {
        var ring = new ByteRing(8);
        using var source = new CancellationTokenSource();
        var read = new List<byte>();
        var task = _executor.Spawn("reads", async () =>
        {
            await foreach (var value in ring.WithCancellation(source.Token))
            {
                read.Add(value);
            }
        });
        ring.TryWrite(1);
        _executor.RunReady();
        source.Cancel();
        ring.TryWrite(2);
        _executor.RunReady();
        Assert.That(read.Count, Is.InRange(1, 2));
        Assert.That(task.IsCanceled);
        while (ring.TryRead(out var value))
        {
            read.Add(value);
        }

        Assert.That(read, Is.EqualTo(new byte[] { 1, 2 }));
    }

    [Test]
    public void NothingIsAllocatedForAByte()
    {
        var ring = new ByteRing(8);
        var signal = new InterruptSignal();
        var bytes = 0;
        _executor.Spawn("reads", async () =>
        {
            await foreach (var value in ring)
            {
                bytes++;
            }
        });
        _executor.Spawn("waits", async () =>
        {
            while (true)
            {
                await signal.WaitAsync();
            }
        });
        Turns(100);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Turns(10_000);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1000));
        Assert.That(bytes, Is.EqualTo(10_100));

        void Turns(int count)
        {
            for (var turn = 0; turn < count; turn++)
            {
                ring.TryWrite((byte)turn);
                signal.Set();
                _executor.RunReady();
            }
        }
    }

    /// <summary>Awaits a signal, and has the next interrupt come just before the end of the wait.</summary>
    private readonly struct InterruptedWait(InterruptSignal signal, bool pattern) : ICriticalNotifyCompletion, ITaskResumingAwaiter
    {
        private readonly ValueTaskAwaiter _wait = pattern ? default : signal.WaitAsync().GetAwaiter();

        public bool IsCompleted => false;

        public InterruptedWait GetAwaiter() => this;

        public void OnCompleted(Action continuation) => throw new NotSupportedException();

        public void UnsafeOnCompleted(Action continuation) => throw new NotSupportedException();

        public void GetResult()
        {
            signal.Set();
            if (pattern)
            {
                signal.GetAwaiter().GetResult();
            }
            else
            {
                _wait.GetResult();
            }
        }

        void ITaskResumingAwaiter.Await(Task waiter)
        {
            if (pattern)
            {
                ((ITaskResumingAwaiter)signal.GetAwaiter()).Await(waiter);
            }
            else
            {
                ((ITaskResumingAwaiter)_wait).Await(waiter);
            }
        }
    }
}
