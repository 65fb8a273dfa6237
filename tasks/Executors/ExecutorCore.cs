using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Tarn.Kernel;

namespace Tarn.Tasks;

/// <summary>What an <see cref="Executor{TPlatform}"/> is to the tasks themselves.</summary>
/// <remarks>
/// <code>
///            ┌──────────────────────────────────────────────────────────────────────────────┐
///            ▼                                                                              │
///   TryTake: is a task ready? ── yes ──► its turn: runs to its next wait, or to its end ────┤
///            │ no                                                                           │
///            ▼                                                                              │
///   report failures that nobody saw                                                         │
///            │                                                                              │
///            ▼                                                                              │
///   mask interrupts; still none ready? ── no ──► unmask ────────────────────────────────────┤
///            │ yes                                                                          │
///            ▼                                                                              │
///   WaitForInterrupt: unmask and halt in one step ── a handler has run, and may have woken one ┘
/// </code>
/// </remarks>
internal sealed class ExecutorCore<TPlatform> : TaskExecutor, ITaskList
    where TPlatform : struct, IExecutorPlatform
{
    /// <summary>How deep tasks may resume each other, each on the stack of the one before.</summary>
    internal const int MaximumDepth = 24;

    private readonly TimerQueue? _timers;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPlatform _platform;
    private int _depth;
    private int _lastNumber;
    private ulong _sleeps;
    private Task? _lastFailure;
    private KernelTask? _oldest;
    private KernelTask? _youngest;

    /// <summary>Makes it the one of the image.</summary>
    internal ExecutorCore(TPlatform platform, IClock? clock, TickAlarm? alarm)
    {
        _platform = platform;
        Main = new KernelTask(this, 0, "main", TaskPriority.Ordinary);
        if (clock is not null && alarm is not null)
        {
            _timers = new TimerQueue(clock, alarm, Main);
        }

        Installed = this;
    }

    /// <summary>The account of all that no spawned task does.</summary>
    internal override KernelTask Main { get; }

    internal KernelTask? Oldest => _oldest;

    internal ulong Sleeps => _sleeps;

    internal int ArmedOneShots => _timers?.ArmedOneShots ?? 0;

    /// <inheritdoc/>
    internal override TimeSpan Now => RequiredTimers.Now;

    private TimerQueue RequiredTimers =>
        _timers ?? throw new InvalidOperationException("The executor was made without a clock: nothing can wait for a time.");

    /// <inheritdoc/>
    public void Remove(KernelTask task)
    {
        if (task.Older is not null)
        {
            Link.Set(ref task.Older.Younger, task.Younger);
        }
        else
        {
            Link.Set(ref _oldest, task.Younger);
        }

        if (task.Younger is not null)
        {
            Link.Set(ref task.Younger.Older, task.Older);
        }
        else
        {
            Link.Set(ref _youngest, task.Older);
        }
    }

    internal KernelTask Spawn(string name, TaskPriority priority, Func<Task> method) =>
        Add(new KernelTask(this, ++_lastNumber, name, priority, method));

    internal KernelTask Spawn(string name, TaskPriority priority, Func<CancellationToken, Task> method) =>
        Add(new KernelTask(this, ++_lastNumber, name, priority, method));

    /// <summary>Gives turns until none is ready.</summary>
    internal void RunReady()
    {
        if (Running is not null)
        {
            throw new InvalidOperationException("A task cannot run the executor that runs it.");
        }

        var began = TPlatform.MeasuresTime ? _platform.Timestamp : 0;
        while (Ready.TryBegin(out var first))
        {
            Task? task = first;
            do
            {
                var account = Unsafe.As<KernelTask>(task.Account!);
                account.QueuedTurns++;
                Link.Set(ref Running, task);
                task.TakeTurn();
                if (TPlatform.MeasuresTime)
                {
                    var ended = _platform.Timestamp;
                    account.TimeTaken += ended - began;
                    began = ended;
                }

                task = Ready.EndAndBegin(task);
            }
            while (task is not null);
        }

        Running = null;
    }

    internal void RunUntilIdle()
    {
        while (true)
        {
            RunReady();
            ReportFailures();
            if (Ready.IsEmpty && ArmedOneShots == 0)
            {
                return;
            }

            Sleep();
        }
    }

    internal void RunForever()
    {
        while (true)
        {
            RunReady();
            ReportFailures();
            Sleep();
        }
    }

    /// <inheritdoc/>
    internal override void Serve(Task task)
    {
        var running = Running;
        var resumed = Resumed;
        var depth = _depth;
        if (running is not null)
        {
            Ready.Detach(running);
        }

        Resumed = null;
        _depth = 0;
        try
        {
            while (true)
            {
                while (!task.IsCompleted && Ready.TryBegin(out var ready))
                {
                    Unsafe.As<KernelTask>(ready.Account!).QueuedTurns++;
                    Running = ready;
                    ready.TakeTurn();
                    Ready.End(ready);
                }

                Running = running;
                if (task.IsCompleted)
                {
                    return;
                }

                Sleep();
            }
        }
        finally
        {
            Running = running;
            Resumed = resumed;
            _depth = depth;
        }
    }

    /// <inheritdoc/>
    internal override void Resume(Task task)
    {
        if (_depth == MaximumDepth)
        {
            Ready.Post(task);
            return;
        }

        Unsafe.As<KernelTask>(task.Account ??= Main).ResumedTurns++;
        var resumed = Resumed;
        Resumed = task;
        _depth++;
        try
        {
            task.TakeTurn();
        }
        finally
        {
            _depth--;
            Resumed = resumed;
        }
    }

    /// <inheritdoc/>
    internal override void NoteFailure(Task task)
    {
        if (_lastFailure is { } last)
        {
            task.NextWaiter = last.NextWaiter;
            last.NextWaiter = task;
        }
        else
        {
            task.NextWaiter = task;
        }

        _lastFailure = task;
    }

    /// <inheritdoc/>
    internal override void Arm(TaskTimer timer, TimeSpan delay) => RequiredTimers.Arm(timer, delay);

    /// <inheritdoc/>
    internal override void ArmAgain(TaskTimer timer, TimeSpan period) => RequiredTimers.ArmAgain(timer, period);

    /// <inheritdoc/>
    internal override void Disarm(TaskTimer timer) => RequiredTimers.Disarm(timer);

    private KernelTask Add(KernelTask task)
    {
        if (_youngest is { } youngest)
        {
            Link.Set(ref task.Older, youngest);
            Link.Set(ref youngest.Younger, task);
        }
        else
        {
            Link.Set(ref _oldest, task);
        }

        Link.Set(ref _youngest, task);
        Ready.Post(task);
        return task;
    }

    /// <summary>Sleeps until an interrupt has been served, unless a task has become ready meanwhile.</summary>
    private void Sleep()
    {
        _platform.MaskInterrupts();
        if (Ready.IsEmpty)
        {
            _sleeps++;
            _platform.WaitForInterrupt();
        }
        else
        {
            _platform.UnmaskInterrupts();
        }
    }

    /// <summary>Tells of the failures that nobody has seen, now that nothing is left to do that could see them.</summary>
    private void ReportFailures()
    {
        while (_lastFailure is { } last)
        {
            var first = last.NextWaiter!;
            _lastFailure = ReferenceEquals(first, last) ? null : last;
            last.NextWaiter = first.NextWaiter;
            first.NextWaiter = null;
            if (first.IsUnobservedFailure)
            {
                Report(first);
            }
        }
    }

    private void Report(Task task)
    {
        var account = (KernelTask?)task.Account ?? Main;
        var exceptions = task.GetExceptions();
        if (TaskScheduler.PublishUnobserved(task))
        {
            return;
        }

        task.MarkObserved();
        foreach (var exception in exceptions)
        {
            if (ReferenceEquals(task, account))
            {
                Console.WriteLine($"task {account.Number} '{account.Name}' failed, and nobody waits for it: {exception.Message}");
            }
            else
            {
                Console.WriteLine($"a method of task {account.Number} '{account.Name}' failed, and nobody waits for it: {exception.Message}");
            }
        }
    }
}
