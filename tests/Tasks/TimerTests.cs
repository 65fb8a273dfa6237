using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>Timers against a sorted list, and what is made of them.</summary>
[TestFixture]
public sealed class TimerTests : ITimerOwner
{
    private SimulatedMachine _machine = null!;
    private Executor<SimulatedPlatform> _executor = null!;

    [SetUp]
    public void Start()
    {
        _machine = new SimulatedMachine();
        _executor = _machine.NewExecutor();
    }

    void ITimerOwner.OnElapsed()
    {
    }

    /// <summary>Random timers are armed and disarmed; the first one of the heap is always that of the list.</summary>
    [Test]
    public void TheHeapAgreesWithASortedList()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 999)).ToArbitrary(), commands =>
        {
            var heap = default(TimerHeap);
            var model = new List<TaskTimer>();
            foreach (var command in commands)
            {
                if (command % 3 == 0 && model.Count > 0)
                {
                    var timer = model[command % model.Count];
                    heap.Remove(timer);
                    model.Remove(timer);
                    Assert.That(timer.IsArmed, Is.False);
                }
                else if (command % 7 == 0 && heap.First is { } first)
                {
                    heap.Remove(first);
                    model.Remove(first);
                }
                else
                {
                    var timer = new TaskTimer(this) { Deadline = command / 10 };
                    heap.Add(timer);
                    model.Add(timer);
                }

                Assert.That(heap.First, Is.SameAs(First(model)));
            }

            while (heap.First is { } next)
            {
                Assert.That(next, Is.SameAs(First(model)));
                heap.Remove(next);
                model.Remove(next);
            }

            Assert.That(model, Is.Empty);
        }));

        static TaskTimer? First(List<TaskTimer> model) => model.OrderBy(timer => timer.Deadline).ThenBy(timer => timer.Order).FirstOrDefault();
    }

    [Test]
    public void TenThousandTimersElapseInOrderAndOnTime()
    {
        var random = new Random(5);
        var elapsed = new List<(int Delay, ulong At)>();
        for (var index = 0; index < 10_000; index++)
        {
            _ = SleepAsync(random.Next(1, 5000));
        }

        _executor.RunUntilIdle();
        Assert.That(elapsed, Has.Count.EqualTo(10_000));
        Assert.That(elapsed, Is.Ordered.By("Item1"));
        Assert.That(elapsed.Select(item => item.At - (ulong)item.Delay), Is.All.EqualTo(1UL), "the tick that was under way does not count");

        async Task SleepAsync(int delay)
        {
            await Task.Delay(delay);
            elapsed.Add((delay, _machine.Ticks));
        }
    }

    [Test]
    public void AnEarlierTimerIsNotKeptWaitingByALaterOne()
    {
        var order = new List<string>();
        _executor.Spawn("late", async () =>
        {
            await Task.Delay(1000);
            order.Add($"late at {_machine.Ticks}");
        });
        _executor.Spawn("early", async () =>
        {
            await Task.Delay(10);
            order.Add($"early at {_machine.Ticks}");
            await Task.Delay(5);
            order.Add($"again at {_machine.Ticks}");
        });
        _executor.RunUntilIdle();
        Assert.That(order, Is.EqualTo(new[] { "early at 11", "again at 17", "late at 1001" }));
    }

    [Test]
    public void NobodyIsWokenBetweenDeadlines()
    {
        var task = _executor.Spawn("sleeps", async () => await Task.Delay(100_000));
        _executor.RunUntilIdle();
        Assert.That(task.Polls, Is.LessThanOrEqualTo(4UL));

        // The ticks halt and go on; the timers themselves looked at the clock a few times only.
        Assert.That(_executor.Current.Wakes, Is.LessThanOrEqualTo(6UL));
    }

    [Test]
    public void APeriodicTimerDoesNotDrift()
    {
        var ticks = new List<ulong>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var task = _executor.Spawn("ticks", async () =>
        {
            while (ticks.Count < 20 && await timer.WaitForNextTickAsync())
            {
                ticks.Add(_machine.Ticks);
                await Task.Delay(3);
            }
        });
        task.Wait();
        Assert.That(ticks, Is.EqualTo(Enumerable.Range(1, 20).Select(index => (ulong)(index * 10) + 1)));
    }

    [Test]
    public void TicksThatAreMissedAreOne()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        var task = _executor.Spawn("ticks", async () =>
        {
            await Task.Delay(55);
            Assert.That(timer.WaitForNextTickAsync().IsCompletedSuccessfully);
            Assert.That(await timer.WaitForNextTickAsync());
            Assert.That(_machine.Ticks, Is.EqualTo(61));
        });
        task.Wait();
    }

    [Test]
    public void APeriodicTimerIsWaitedForByOneAndCanBeDisposedAndCancelled()
    {
        var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var source = new CancellationTokenSource();
        var cancelled = timer.WaitForNextTickAsync(source.Token).AsTask();
        Assert.Throws<InvalidOperationException>(() => timer.WaitForNextTickAsync());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => cancelled.GetAwaiter().GetResult());
        var waiting = timer.WaitForNextTickAsync().AsTask();
        timer.Dispose();
        Assert.That(waiting.GetAwaiter().GetResult(), Is.False);
        Assert.That(timer.WaitForNextTickAsync().Result, Is.False);
        Assert.Throws<ArgumentOutOfRangeException>(() => new PeriodicTimer(TimeSpan.Zero));
    }

    [Test]
    public void ADelayThatIsCancelledIsDisarmed()
    {
        using var source = new CancellationTokenSource();
        var delay = Task.Delay(50, source.Token);
        Assert.That(_executor.IsIdle, Is.False);
        source.Cancel();
        Assert.That(_executor.IsIdle);
        Assert.That(delay.IsCanceled);
    }

    /// <summary>What a timer brings about runs outside of the timers' own turn: it may wait for other timers.</summary>
    [Test]
    public void WhatATimerBringsAboutMayWaitForTimers()
    {
        using var source = new CancellationTokenSource(5);
        var ends = new TaskCompletionSource();
        source.Token.Register(() =>
        {
            Task.Delay(5).Wait();
            ends.SetResult();
        });
        ends.Task.Wait();
        var limited = Limit();
        limited.Wait();
        Assert.That(_machine.Ticks, Is.InRange(21, 30));

        async Task Limit()
        {
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMilliseconds(5));
            }
            catch (TimeoutException)
            {
                Task.Delay(5).Wait();
            }
        }
    }

    [Test]
    public void WithoutAClockNothingCanWaitForATime()
    {
        _ = new Executor<SimulatedPlatform>(new SimulatedPlatform(_machine));
        Assert.Throws<InvalidOperationException>(() => Task.Delay(1));
    }

    [Test]
    public void WithoutAnExecutorNothingCanWaitItsTurn()
    {
        TaskExecutor.Installed = null;
        Assert.That(Complete().IsCompletedSuccessfully);
        Assert.That(Yield().IsFaulted);
        Assert.Throws<InvalidOperationException>(() => new TaskCompletionSource().Task.Wait());
        Assert.Throws<InvalidOperationException>(() => Task.Delay(1));

        // What does not need one works: a task that is ended resumes who waits.
        var source = new TaskCompletionSource<int>();
        var twice = Twice(source.Task);
        source.SetResult(4);
        Assert.That(twice.Result, Is.EqualTo(8));

        static async Task Complete() => await Task.CompletedTask;
        static async Task Yield() => await Task.Yield();
        static async Task<int> Twice(Task<int> task) => 2 * await task;
    }
}
