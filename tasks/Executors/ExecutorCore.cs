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
///   mask interrupts; still none ready? ── no ──► unmask ────────────────────────────────────┤
///            │ yes                                                                          │
///            ▼                                                                              │
///   WaitForInterrupt: unmask and halt in one step ── a handler has run, and may have woken one ┘
/// </code>
/// <para>
/// Failures that nobody has seen are told of a second later (<see cref="FailureReporter"/>), and when <see cref="RunUntilIdle"/> is to return; without a
/// clock, before the processor sleeps.
/// </para>
/// </remarks>
internal sealed class ExecutorCore<TPlatform> : TaskExecutor
    where TPlatform : struct, IExecutorPlatform
{
    /// <summary>How deep tasks may resume each other, each on the stack of the one before.</summary>
    internal const int MaximumDepth = 24;

    /// <summary>How many urgent turns in a row there are at most while others are ready.</summary>
    internal const int MaximumUrgentTurns = 32;

    private readonly TimerQueue? _timers;
    private readonly FailureReporter? _reporter;

    // Not readonly: a call on a readonly field of a type argument works on a copy.
    private TPlatform _platform;
    private int _depth;
    private ulong _sleeps;

    /// <summary>When the last turn ended, where time is measured.</summary>
    private ulong _turnEnded;

    private Task? _lastFailure;

    /// <summary>Makes it the one of the image.</summary>
    internal ExecutorCore(TPlatform platform, IClock? clock, TickAlarm? alarm)
    {
        _platform = platform;
        MainTask = new KernelTask(this);
        MainTask.Older = MainTask;
        MainTask.Younger = MainTask;
        if (clock is not null && alarm is not null)
        {
            _timers = new TimerQueue(clock, alarm, MainTask, Ready.Urgent);
            _reporter = new FailureReporter(this, _timers);
        }

        Installed = this;
    }

    /// <summary>The account of all that no spawned task does; closes the ring of those that were spawned and have not ended.</summary>
    internal KernelTask MainTask { get; }

    internal override Task Main => MainTask;

    internal ulong Sleeps => _sleeps;

    internal int ArmedOneShots => _timers?.ArmedOneShots ?? 0;

    /// <inheritdoc/>
    internal override TimeSpan Now => RequiredTimers.Now;

    private TimerQueue RequiredTimers =>
        _timers ?? throw new InvalidOperationException("The executor was made without a clock: nothing can wait for a time.");

    internal KernelTask Spawn(string name, TaskPriority priority, Func<Task> method) =>
        Add(new KernelTask(this, priority, name, method));

    internal KernelTask Spawn(string name, TaskPriority priority, Func<CancellationToken, Task> method) =>
        Add(new KernelTask(this, priority, name, method));

    /// <summary>Gives turns until none is ready.</summary>
    /// <remarks>Static, as it is on the way of each wake: who calls an object's method asks first whether there is an object.</remarks>
    internal static void RunReady(ExecutorCore<TPlatform> executor)
    {
        if (executor.Running is not null)
        {
            throw new InvalidOperationException("A task cannot run the executor that runs it.");
        }

        if (TPlatform.MeasuresTime)
        {
            executor._turnEnded = executor._platform.Timestamp;
        }

        while (true)
        {
            if (executor.Ready.HasUrgent)
            {
                executor.RunUrgent();
            }

            if (executor.Ready.TryBegin(out var task))
            {
                executor.Run(task);
            }
            else if (!executor.Ready.HasUrgent)
            {
                break;
            }
        }

        executor.Running = null;
    }

    internal void RunUntilIdle()
    {
        while (true)
        {
            RunReady(this);
            var isIdle = Ready.IsEmpty && ArmedOneShots == 0;
            if (isIdle || _timers is null)
            {
                // A handler of such failures may have tasks go on.
                ReportFailures();
                isIdle = Ready.IsEmpty && ArmedOneShots == 0;
            }

            if (isIdle)
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
            RunReady(this);
            if (_timers is null)
            {
                ReportFailures();
            }

            Sleep();
        }
    }

    /// <inheritdoc/>
    internal override void Serve(Task task)
    {
        var running = Running;
        var resumed = Resumed;
        var depth = _depth;
        var serves = running is not null && running.Serves;
        if (running is not null)
        {
            running.Serves = true;
        }

        Resumed = null;
        _depth = 0;
        Task? postponed = null;
        try
        {
            while (!task.IsCompleted)
            {
                for (var turns = 0; turns < MaximumUrgentTurns && !task.IsCompleted && Ready.TryBeginUrgent(out var urgent); turns++)
                {
                    Serve(urgent, ref postponed);
                }

                if (task.IsCompleted)
                {
                    break;
                }

                if (Ready.TryBegin(out var ready))
                {
                    Serve(ready, ref postponed);
                }
                else if (!Ready.HasUrgent)
                {
                    Running = running;
                    Sleep();
                }
            }
        }
        finally
        {
            Running = running;
            Resumed = resumed;
            _depth = depth;
            if (running is not null)
            {
                running.Serves = serves;
            }

            while (postponed is not null)
            {
                var next = postponed.Next;
                postponed.Next = null;
                postponed.IsReady = 0;
                ReadyQueue<NoProbe>.Wake(postponed);
                postponed = next;
            }
        }
    }

    /// <inheritdoc/>
    internal override void Resume(Task task)
    {
        if (_depth == MaximumDepth)
        {
            Post(task);
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
        _reporter?.Begin();
    }

    /// <inheritdoc/>
    internal override void Arm(TaskTimer timer, TimeSpan delay) => RequiredTimers.Arm(timer, delay);

    /// <inheritdoc/>
    internal override void ArmAgain(TaskTimer timer, TimeSpan period) => RequiredTimers.ArmAgain(timer, period);

    /// <inheritdoc/>
    internal override void Disarm(TaskTimer timer) => RequiredTimers.Disarm(timer);

    private KernelTask Add(KernelTask task)
    {
        var main = MainTask;
        var youngest = main.Older!;
        Link.Set(ref youngest.Younger, task);
        Link.Set(ref task.Older, youngest);
        Link.Set(ref task.Younger, main);
        Link.Set(ref main.Older, task);
        ReadyQueue<NoProbe>.WakeFirst(task);
        return task;
    }

    /// <summary>Gives urgent turns, but no more than may come in a row.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunUrgent()
    {
        for (var turns = 0; turns < MaximumUrgentTurns && Ready.TryBeginUrgent(out var task); turns++)
        {
            Run(task);
        }
    }

    /// <summary>The turn of a task, which has begun.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Run(Task task)
    {
        var account = Unsafe.As<KernelTask>(task.Account!);
        account.QueuedTurns++;
        Link.Set(ref Running!, task);
        task.TakeTurn();
        if (TPlatform.MeasuresTime)
        {
            var ended = _platform.Timestamp;
            account.TimeTaken += ended - _turnEnded;
            _turnEnded = ended;
        }
    }

    /// <summary>The same inside the turn of a task that waits for another without <c>await</c>. One of which a turn has not ended has it
    /// later.</summary>
    private void Serve(Task task, ref Task? postponed)
    {
        if (task.Serves)
        {
            // Until then it counts as ready, so that nobody links it. One that an interrupt has woken again is linked, and comes again.
            if (Interlocked.Exchange(ref task.IsReady, 1) == 0)
            {
                task.Next = postponed;
                postponed = task;
            }

            return;
        }

        Unsafe.As<KernelTask>(task.Account!).QueuedTurns++;
        Running = task;
        task.TakeTurn();
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

    /// <summary>Tells of the failures that nobody has seen.</summary>
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
        var account = (KernelTask?)task.Account ?? MainTask;
        var exceptions = task.GetExceptions();
        if (TaskScheduler.PublishUnobserved(task))
        {
            return;
        }

        task.MarkObserved();
        foreach (var exception in exceptions)
        {
            var whose = ReferenceEquals(task, account) ? "task" : "a method of task";
            Console.WriteLine($"{whose} {account.Number} '{account.Name}' failed, and nobody waits for it: {exception.ToString()}");
        }
    }

    /// <summary>Tells of failures that nobody has seen, when those who could see them have had time to.</summary>
    /// <remarks>A task, so that what a handler of such failures throws goes its usual way.</remarks>
    private sealed class FailureReporter : Task, ITimerOwner
    {
        /// <summary>How long one has to look at a task that has failed: <c>await</c> of one task, while another one fails, is nothing to tell of.</summary>
        private static readonly TimeSpan s_grace = new(TimeSpan.TicksPerSecond);

        private readonly ExecutorCore<TPlatform> _executor;
        private readonly TimerQueue _timers;
        private readonly TaskTimer _timer;

        internal FailureReporter(ExecutorCore<TPlatform> executor, TimerQueue timers)
        {
            _executor = executor;
            _timers = timers;
            Account = executor.MainTask;
            List = executor.Ready.Urgent;

            // It does not keep an image from being idle: that is when failures are told of at the latest.
            _timer = new TaskTimer(this) { IsPeriodic = true };
        }

        /// <inheritdoc/>
        public void OnElapsed() => ReadyQueue<NoProbe>.Wake(this);

        /// <summary>A failure has been noted. Does not allocate.</summary>
        internal void Begin()
        {
            if (!_timer.IsArmed)
            {
                _timers.Arm(_timer, s_grace);
            }
        }

        /// <inheritdoc/>
        internal override void TakeTurn() => _executor.ReportFailures();
    }
}
