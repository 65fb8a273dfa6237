using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using NUnit.Framework;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>Cancellation and disposal at every <c>await</c> of a method that has many kinds of them.</summary>
[TestFixture]
public sealed class CancellationTests
{
    private const int Waits = 9;

    [Test]
    public void AMethodCanBeCancelledAtEachOfItsWaits([Range(0, Waits - 1)] int wait, [Values] bool afterTheWake)
    {
        var machine = new SimulatedMachine();
        var executor = machine.NewExecutor();
        var signal = new InterruptSignal();
        var ring = new ByteRing(4);
        var channel = Channel.CreateBounded<int>(1);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var source = new TaskCompletionSource();
        var log = new List<string>();
        var reached = -1;
        KernelTask task = null!;
        task = executor.Spawn("has many waits", async cancellation =>
        {
            try
            {
                await using var resource = new Resource(log);
                Reach(0);
                await Task.Delay(5, cancellation);
                Reach(1);
                await signal.WaitAsync(cancellation);
                Reach(2);
                await source.Task.WaitAsync(cancellation);
                Reach(3);
                await channel.Reader.ReadAsync(cancellation);
                channel.Writer.TryWrite(1);
                Reach(4);
                await channel.Writer.WriteAsync(2, cancellation);
                Reach(5);
                await timer.WaitForNextTickAsync(cancellation);
                Reach(6);
                await foreach (var value in ring.WithCancellation(cancellation))
                {
                    break;
                }

                Reach(7);
                await foreach (var value in Numbers(cancellation))
                {
                    break;
                }

                Reach(8);
                await executor.Spawn("child", () => Task.Delay(1, cancellation));
                Reach(9);
            }
            finally
            {
                log.Add("finally");
            }
        });
        executor.Spawn("wakes", async () =>
        {
            while (!task.IsCompleted)
            {
                await Task.Yield();
                if (reached == wait && !afterTheWake)
                {
                    task.Cancel();
                    return;
                }

                switch (reached)
                {
                    case 1:
                        signal.Set();
                        break;
                    case 2:
                        source.TrySetResult();
                        break;
                    case 3:
                        channel.Writer.TryWrite(0);
                        break;
                    case 4:
                        channel.Reader.TryRead(out _);
                        break;
                    case 6:
                        ring.TryWrite(1);
                        break;
                    default:
                        machine.Tick();
                        break;
                }

                if (reached == wait)
                {
                    task.Cancel();
                    return;
                }
            }
        });
        executor.RunUntilIdle();
        Assert.That(task.IsCompleted, "nothing hangs");
        Assert.That(task.IsFaulted, Is.False);
        Assert.That(log, Is.EqualTo(new[] { "closing", "closed", "finally" }));
        Assert.That(task.IsCanceled, Is.True.Or.EqualTo(reached != Waits));
        Assert.That(executor.Tasks.ToList(), Is.Empty);

        void Reach(int next) => reached = next;

        static async IAsyncEnumerable<int> Numbers([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                await Task.Delay(1, cancellation);
                yield return 1;
            }
            finally
            {
                await Task.Yield();
            }
        }
    }

    [Test]
    public void WhatWasCancelledLeavesNothingBehind()
    {
        var machine = new SimulatedMachine();
        var executor = machine.NewExecutor();
        using var source = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var waits = new List<Task>();
        for (var index = 0; index < 10; index++)
        {
            waits.Add(never.Task.WaitAsync(TimeSpan.FromSeconds(100), source.Token));
            waits.Add(Task.Delay(1_000_000, source.Token));
        }

        source.Cancel();
        executor.RunReady();
        Assert.That(waits, Has.All.Property(nameof(Task.IsCanceled)).True);
        Assert.That(executor.IsIdle, "their timers are disarmed");
    }

    [Test]
    public void ManyWaitsForOneTaskThatLivesLong()
    {
        var executor = new SimulatedMachine().NewExecutor();
        var never = new TaskCompletionSource();
        for (var round = 0; round < 1000; round++)
        {
            var step = new TaskCompletionSource();
            var any = Task.WhenAny(never.Task, step.Task);
            step.SetResult();
            Assert.That(any.Result, Is.SameAs(step.Task));
        }

        // Nobody is left in its ring.
        var waiters = 0;
        for (var waiter = new Probe(); waiters < 2 && !never.Task.IsCompleted; waiters++)
        {
            never.Task.AddWaiter(waiter);
            Assert.That(waiter.NextWaiter, Is.SameAs(waiter));
            never.Task.RemoveWaiter(waiter);
        }

        Assert.That(executor.IsIdle);
    }

    private sealed class Probe : Task
    {
    }

    private sealed class Resource(List<string> log) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            log.Add("closing");
            await Task.Yield();
            log.Add("closed");
        }
    }
}
