using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using NUnit.Framework;
using Tarn.Tasks;

namespace Tarn.Tests.Tasks;

/// <summary>The executor: who gets a turn when, what is counted, and when the processor halts.</summary>
[TestFixture]
public sealed class ExecutorTests
{
    private SimulatedMachine _machine = null!;
    private Executor<SimulatedPlatform> _executor = null!;

    [SetUp]
    public void Start()
    {
        _machine = new SimulatedMachine { IsTraced = true };
        _executor = _machine.NewExecutor();
    }

    [Test]
    public void TasksTakeTurnsInTheOrderInWhichTheyBecomeReady()
    {
        Spawn("a");
        Spawn("b");
        Spawn("c");
        Assert.That(_machine.Trace, Is.Empty, "nothing begins before the executor runs");
        _executor.RunUntilIdle();
        Assert.That(_machine.Trace, Is.EqualTo(new[] { "a0", "b0", "c0", "a1", "b1", "c1", "a2", "b2", "c2" }));

        void Spawn(string name) => _executor.Spawn(name, async () =>
        {
            for (var turn = 0; turn < 3; turn++)
            {
                _machine.Log($"{name}{turn}");
                await Task.Yield();
            }
        });
    }

    [Test]
    public void UrgentTasksComeFirst()
    {
        foreach (var (name, priority) in new[] { ("a", TaskPriority.Ordinary), ("b", TaskPriority.Urgent), ("c", TaskPriority.Ordinary), ("d", TaskPriority.Urgent) })
        {
            _executor.Spawn(name, async () =>
            {
                _machine.Log(name);
                await Task.Yield();
                _machine.Log(name);
            }, priority);
        }

        _executor.RunUntilIdle();
        Assert.That(_machine.Trace, Is.EqualTo(new[] { "b", "d", "b", "d", "a", "c", "a", "c" }));
    }

    [Test]
    public void ATaskThatAlwaysWakesItselfStarvesNobody([Values] TaskPriority greedy)
    {
        var turns = 0;
        var isDone = false;
        _executor.Spawn("greedy", async () =>
        {
            while (!isDone)
            {
                turns++;
                await Task.Yield();
            }
        }, greedy);
        _executor.Spawn("modest", async () =>
        {
            for (var turn = 0; turn < 10; turn++)
            {
                await Task.Yield();
            }

            isDone = true;
        });
        _executor.RunUntilIdle();
        Assert.That(turns, Is.InRange(10, 32 * 12));
    }

    [Test]
    public void TasksHaveNumbersNamesAndCounters()
    {
        var first = _executor.Spawn("first", async () =>
        {
            await Task.Yield();
            await Inner();
        });
        var second = _executor.Spawn("second", () => Task.CompletedTask, TaskPriority.Urgent);
        Assert.That(_executor.Tasks.ToList().Select(task => (task.Number, task.Name, task.Priority)), Is.EqualTo(new[]
        {
            (1, "first", TaskPriority.Ordinary), (2, "second", TaskPriority.Urgent),
        }));
        _executor.RunUntilIdle();
        Assert.That(_executor.Tasks.ToList(), Is.Empty);

        // The first turn; after Yield; after the inner Yield; and, resumed, the outer method, and the task itself.
        Assert.That((first.Polls, first.Wakes), Is.EqualTo((5UL, 3UL)));
        Assert.That((second.Polls, second.Wakes), Is.EqualTo((1UL, 1UL)));
        Assert.That((first.Time, second.Time), Is.EqualTo((30UL, 10UL)), "a timestamp is 10 later than the one before");
        Assert.That(_executor.Spawn("third", () => Task.CompletedTask).Number, Is.EqualTo(3), "numbers are not given twice");

        async Task Inner() => await Task.Yield();
    }

    [Test]
    public void TheTaskThatRunsIsKnown()
    {
        var names = new List<string>();
        var source = new TaskCompletionSource();
        _executor.Spawn("waits", async () =>
        {
            names.Add(_executor.Current.Name);
            await source.Task;
            names.Add(_executor.Current.Name);
        });
        _executor.Spawn("completes", async () =>
        {
            names.Add(_executor.Current.Name);
            source.SetResult();
            names.Add(_executor.Current.Name);
            await Task.Yield();
            names.Add(_executor.Current.Name);
        });
        Assert.That(_executor.Current.Name, Is.EqualTo("main"));
        _executor.RunUntilIdle();
        Assert.That(names, Is.EqualTo(new[] { "waits", "completes", "waits", "completes", "completes" }));
    }

    [Test]
    public void TasksSpawnTasksAndJoinThem()
    {
        _executor.Spawn("parent", async () =>
        {
            var child = _executor.Spawn("child", async () =>
            {
                _machine.Log("child begins");
                await Task.Yield();
                _machine.Log("child ends");
            });
            _machine.Log("parent waits");
            await child;
            _machine.Log("parent ends");
        });
        _executor.RunUntilIdle();
        Assert.That(_machine.Trace, Is.EqualTo(new[] { "parent waits", "child begins", "child ends", "parent ends" }));
    }

    [Test]
    public void JoiningTellsHowATaskEnded()
    {
        var failed = _executor.Spawn("fails", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("so");
        });
        var failedAtOnce = _executor.Spawn("fails at once", Task () => throw new InvalidOperationException("at once"));
        var cancelled = _executor.Spawn("is cancelled", async cancellation => await Task.Delay(1000, cancellation));
        Exception? seen = null;
        _executor.Spawn("joins", async () =>
        {
            try
            {
                await failed;
            }
            catch (InvalidOperationException exception)
            {
                seen = exception;
            }

            try
            {
                await failedAtOnce;
            }
            catch (InvalidOperationException)
            {
                cancelled.Cancel();
            }
        });
        _executor.RunUntilIdle();
        Assert.That(seen?.Message, Is.EqualTo("so"));
        Assert.That((failed.Status, failedAtOnce.Status, cancelled.Status), Is.EqualTo((TaskStatus.Faulted, TaskStatus.Faulted, TaskStatus.Canceled)));
        Assert.That(_machine.Ticks, Is.LessThan(5), "the delay went with the task");
    }

    /// <summary>It has begun, so it is asked, and not ended under its feet.</summary>
    [Test]
    public void ATaskMayCancelItselfInItsFirstTurn([Values] bool waits, [Values] bool takesToken)
    {
        var turns = 0;
        KernelTask task = null!;
        async Task Work(CancellationToken cancellation)
        {
            turns++;
            task.Cancel();
            Assert.That(task.IsCompleted, Is.False);
            if (waits)
            {
                await Task.Yield();
            }

            turns++;
            cancellation.ThrowIfCancellationRequested();
        }

        task = takesToken ? _executor.Spawn("cancels itself", Work) : _executor.Spawn("cancels itself", () => Work(default));
        _executor.RunReady();

        Assert.That((turns, task.Status), Is.EqualTo((2, takesToken ? TaskStatus.Canceled : TaskStatus.RanToCompletion)));
        Assert.That(_executor.Tasks.ToList(), Is.Empty);
    }

    [Test]
    public void ATaskThatIsCancelledBeforeItBeginsDoesNotBegin()
    {
        var task = _executor.Spawn("never", () => throw new InvalidOperationException("it ran"));
        task.Cancel();
        Assert.That(task.Status, Is.EqualTo(TaskStatus.Canceled));
        _executor.RunUntilIdle();
        Assert.That(_executor.Tasks.ToList(), Is.Empty);
        Assert.Throws<TaskCanceledException>(() => task.GetAwaiter().GetResult());
    }

    [Test]
    public void TheProcessorHaltsOnlyWithNothingReadyAndInterruptsMasked()
    {
        _executor.Spawn("sleeps", async () =>
        {
            await Task.Delay(2);
            _machine.Log("awake");
        });
        _executor.RunUntilIdle();
        Assert.That(_machine.Trace, Is.EqualTo(new[] { "mask", "halt", "mask", "halt", "mask", "halt", "awake" }));
    }

    [Test]
    public void AWakeBetweenTheLookAndTheHaltIsNotLost()
    {
        // The interrupt strikes just before interrupts are masked; or while they are, before the processor halts.
        foreach (var beforeMask in new[] { true, false })
        {
            Start();
            _machine.TicksLeft = 0;
            var signal = new InterruptSignal();
            var isAwake = false;
            var task = _executor.Spawn("waits", async () =>
            {
                await signal;
                isAwake = true;
            });
            Action strike = () =>
            {
                _machine.BeforeMask = _machine.BeforeHalt = null;
                _machine.Interrupt(signal.Set);
            };
            _machine.BeforeMask = beforeMask ? strike : null;
            _machine.BeforeHalt = beforeMask ? null : strike;
            task.Wait();
            Assert.That(isAwake);
            Assert.That(_machine.Trace, Is.EqualTo(beforeMask ? ["mask", "unmask"] : new[] { "mask", "halt" }));
        }
    }

    [Test]
    public void IdleMeansNothingReadyAndNoTimerButPeriodicOnes()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        var signal = new InterruptSignal();
        _executor.Spawn("ticks", async () =>
        {
            while (await timer.WaitForNextTickAsync())
            {
            }
        });
        _executor.Spawn("waits", async () => await signal);
        _executor.RunUntilIdle();
        Assert.That(_machine.Halts, Is.Zero);
        Assert.That(_executor.IsIdle);
        using var cancellation = new CancellationTokenSource(5);
        Assert.That(_executor.IsIdle, Is.False);
        _executor.RunUntilIdle();
        Assert.That(cancellation.IsCancellationRequested);
        Assert.That(_machine.Ticks, Is.EqualTo(6));
    }

    [Test]
    public void WaitingWithoutAwaitServesTheOthers()
    {
        _executor.Spawn("outer", async () =>
        {
            await Task.Yield();
            var inner = _executor.Spawn("inner", async () =>
            {
                _machine.Log("inner");
                await Task.Delay(1);
                await Task.Yield();
                _machine.Log("inner again");
            });
            inner.Wait();
            _machine.Log("outer");
            await Task.Yield();
            _machine.Log("outer again");
        });
        _executor.Spawn("other", async () =>
        {
            for (var turn = 0; turn < 3; turn++)
            {
                await Task.Yield();
            }

            _machine.Log("other");
        });
        _executor.RunUntilIdle();
        Assert.That(_machine.Trace.Where(line => line is not ("mask" or "halt")), Is.EqualTo(new[] { "inner", "other", "inner again", "outer", "outer again" }));
    }

    /// <summary>A turn has not ended while the task waits in it without await. Woken meanwhile, by a task or an interrupt, it has the next one
    /// afterwards, and one only.</summary>
    [Test]
    public void ATaskHasNoTurnInsideOfItsTurn([Values] TaskPriority priority, [Values(1, 2)] int depth)
    {
        ServingTask inner = new(_executor, priority, () => _executor.Spawn("sleeps", async () => await Task.Delay(2)).Wait());
        var outer = depth == 1 ? inner : new ServingTask(_executor, priority, () =>
        {
            TaskExecutor.Post(inner);
            _executor.Spawn("sleeps longer", async () => await Task.Delay(5)).Wait();
        });
        TaskExecutor.Post(outer);
        var strikes = 0;
        _machine.BeforeHalt = () =>
        {
            strikes++;
            _machine.Interrupt(() => ReadyQueue<NoProbe>.Wake(outer));
            _machine.Tick();
        };
        _executor.RunUntilIdle();
        Assert.That(strikes, Is.GreaterThanOrEqualTo(2));
        Assert.That((outer.Turns, inner.Turns), Is.EqualTo((2, 2)));
    }

    [Test]
    public void ATaskCannotRunTheExecutor()
    {
        var task = _executor.Spawn("runs", () =>
        {
            _executor.RunReady();
            return Task.CompletedTask;
        });
        _executor.RunReady();
        Assert.Throws<InvalidOperationException>(() => task.GetAwaiter().GetResult());
    }

    [Test]
    public void AChainOfCompletionsDoesNotGrowTheStack()
    {
        const int Length = 100_000;
        var first = new TaskCompletionSource();
        var last = first.Task;
        for (var index = 0; index < Length; index++)
        {
            last = Follow(last);
        }

        first.SetResult();
        last.Wait();
        Assert.That(last.IsCompletedSuccessfully);

        static async Task Follow(Task before) => await before;
    }

    [Test]
    public void FailuresThatNobodySeesAreReportedByName()
    {
        var console = Console.Out;
        var text = new System.IO.StringWriter();
        Console.SetOut(text);
        try
        {
            _executor.Spawn("lonely", Task () => throw new InvalidOperationException("oh no"));
            _executor.Spawn("careless", async () =>
            {
                _ = FailAsync();
                await Task.Yield();
            });
            var observed = _executor.Spawn("observed", Task () => throw new InvalidOperationException("seen"));
            _executor.Spawn("looks", async () =>
            {
                await Task.Yield();
                await observed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
            _executor.RunUntilIdle();
            _executor.RunUntilIdle();
        }
        finally
        {
            Console.SetOut(console);
        }

        // Behind each, where it was thrown.
        Assert.That(text.ToString().Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Contains("failed")), Is.EqualTo(new[]
        {
            "task 1 'lonely' failed, and nobody waits for it: System.InvalidOperationException: oh no",
            "a method of task 2 'careless' failed, and nobody waits for it: System.InvalidOperationException: inner",
        }));

        static async Task FailAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("inner");
        }
    }

    [Test]
    public void AFailureThatIsSeenWithinASecondIsNotReported()
    {
        var text = Report(printed =>
        {
            var fails = _executor.Spawn("fails", Task () => throw new InvalidOperationException("seen"));
            _executor.Spawn("looks", async () =>
            {
                await Task.Delay(900);
                await fails.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });
            _executor.RunUntilIdle();
        });
        Assert.That(text, Is.Empty);
    }

    [Test]
    public void AFailureIsReportedAfterASecondThoughATaskIsAlwaysReady([Values] TaskPriority greedy)
    {
        var text = Report(printed =>
        {
            _executor.Spawn("fails", Task () => throw new InvalidOperationException("oh no"), greedy);
            _executor.Spawn("greedy", async () =>
            {
                for (var turn = 0; !printed.ToString().Contains("failed"); turn++)
                {
                    Assert.That(turn, Is.LessThan(2_000), "reported while this task goes on");
                    _machine.Tick();
                    await Task.Yield();
                }

                _machine.Log($"after {_machine.Elapsed.TotalMilliseconds} ms");
            }, greedy);
            _executor.RunUntilIdle();
        });
        Assert.That(text, Does.Contain("task 1 'fails' failed, and nobody waits for it"));
        Assert.That(_machine.Trace.Single(line => line.StartsWith("after")), Is.AnyOf("after 1001 ms", "after 1002 ms"));
    }

    [Test]
    public void WithoutAClockAFailureIsReportedBeforeTheProcessorSleeps()
    {
        var text = Report(printed =>
        {
            var executor = new Executor<SimulatedPlatform>(new SimulatedPlatform(_machine));
            var signal = new InterruptSignal();
            executor.Spawn("fails", Task () => throw new InvalidOperationException("oh no"));
            executor.Spawn("waits", async () => await signal.WaitAsync());
            _machine.TicksLeft = 0;
            _machine.BeforeHalt = () => _machine.Log(printed.ToString());
            Assert.Throws<InvalidOperationException>(() => executor.Run(), "nothing wakes it");
        });
        Assert.That(text, Does.Contain("task 1 'fails' failed, and nobody waits for it"));
        Assert.That(_machine.Trace.Take(_machine.Trace.ToList().IndexOf("halt")), Has.Some.Contains("task 1 'fails' failed"));
    }

    [Test]
    public void AHandlerMayTakeAFailureOver()
    {
        var seen = new List<string>();
        EventHandler<UnobservedTaskExceptionEventArgs> handler = (sender, arguments) =>
        {
            seen.Add($"{((KernelTask)sender!).Name}: {arguments.Exception.InnerException!.Message}");
            arguments.SetObserved();
        };
        TaskScheduler.UnobservedTaskException += handler;
        try
        {
            _executor.Spawn("lonely", Task () => throw new InvalidOperationException("oh no"));
            _executor.RunUntilIdle();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= handler;
        }

        Assert.That(seen, Is.EqualTo(new[] { "lonely: oh no" }));
    }

    [Test]
    public void AnExceptionOfAnAsyncVoidMethodEndsTheRun()
    {
        _executor.Spawn("fails", async () =>
        {
            Fail();
            await Task.Yield();
        });
        Assert.Throws<InvalidOperationException>(() => _executor.RunUntilIdle());

        static async void Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("nobody can know");
        }
    }

    /// <summary>What is printed meanwhile.</summary>
    private static string Report(Action<System.IO.StringWriter> run)
    {
        var console = Console.Out;
        var text = new System.IO.StringWriter();
        Console.SetOut(text);
        try
        {
            run(text);
        }
        finally
        {
            Console.SetOut(console);
        }

        return text.ToString();
    }
}

/// <summary>Waits without <c>await</c> in its first turn, and is woken by itself before that; its other turns are empty.</summary>
internal sealed class ServingTask : Task
{
    private readonly Action _wait;
    private bool _isInTurn;

    public ServingTask(Executor<SimulatedPlatform> executor, TaskPriority priority, Action wait)
    {
        _wait = wait;
        List = executor.Spawn("has the list", () => Task.CompletedTask, priority).List;
        Account = executor.Current;
    }

    public int Turns { get; private set; }

    internal override void TakeTurn()
    {
        Assert.That(_isInTurn, Is.False, "a turn inside of a turn");
        _isInTurn = true;
        if (++Turns == 1)
        {
            TaskExecutor.Post(this);
            _wait();
        }

        _isInTurn = false;
    }
}

/// <summary>Lists of tasks as NUnit compares them.</summary>
internal static class TaskLists
{
    public static List<KernelTask> ToList(this TaskList tasks)
    {
        var list = new List<KernelTask>();
        foreach (var task in tasks)
        {
            list.Add(task);
        }

        return list;
    }
}
