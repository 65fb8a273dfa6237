using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace Tarn.Tasks;

/// <summary>A task that an executor was given: an <c>async</c> method with a name, a number, and all that it awaits.</summary>
/// <remarks>
/// <para>
/// It is a <see cref="Task"/>: whoever has it can join it with <c>await</c>, put it into <see cref="Task.WhenAll(Task[])"/>, ask for its
/// <see cref="Task.Status"/>. It ends as the method ends.
/// </para>
/// <para>
/// What the method calls and awaits runs on its account: the counters here count all of it.
/// </para>
/// </remarks>
public sealed class KernelTask : Task
{
    /// <summary>Turns that were taken from the queue.</summary>
    internal ulong QueuedTurns;

    /// <summary>Turns inside the turn of the task that ended the wait.</summary>
    internal ulong ResumedTurns;

    internal ulong TimeTaken;

    /// <summary>The executor's tasks that have not ended, in the order of their numbers: a ring, closed by the executor's own.</summary>
    internal KernelTask? Older;

    internal KernelTask? Younger;

    /// <summary>What is to be called; then the task that it returned; null when it has ended.</summary>
    private object? _work;

    private readonly string _name;
    private Stage _stage;
    private CancellationTokenSource? _cancellation;

    /// <remarks>What comes from the executor is read here, when there is an object to keep it: it would else have to be kept while memory for the object
    /// is found.</remarks>
    internal KernelTask(TaskExecutor executor, TaskPriority priority, string name, Func<Task> method)
        : this(executor, priority, name) => Link.Set(ref _work, method);

    internal KernelTask(TaskExecutor executor, TaskPriority priority, string name, Func<CancellationToken, Task> method)
        : this(executor, priority, name)
    {
        Link.Set(ref _work, method);
        _stage = Stage.Cancellable;
    }

    /// <summary>The one that stands for the main program: it has no turns.</summary>
    internal KernelTask(TaskExecutor executor)
    {
        _name = "main";
        List = executor.Ready.Ordinary;
        Account = this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private KernelTask(TaskExecutor executor, TaskPriority priority, string name)
    {
        Number = ++executor.LastNumber;
        Link.Set(ref _name!, name);
        if (priority == TaskPriority.Urgent)
        {
            Link.Copy(ref List, in executor.Ready.Urgent!);
        }
        else
        {
            Link.Copy(ref List, in executor.Ready.Ordinary!);
        }

        Link.Set(ref Account, this);
    }

    private enum Stage : byte
    {
        Simple,
        Cancellable,
        Begun,
    }

    /// <summary>Its number: from 1, in the order in which tasks are spawned; never given twice.</summary>
    public int Number { get; }

    /// <summary>Its name, for people.</summary>
    public string Name => _name;

    /// <summary>Whose turns come first.</summary>
    public TaskPriority Priority => List!.IsUrgent ? TaskPriority.Urgent : TaskPriority.Ordinary;

    /// <summary>How often it ran: each time from one wait to the next.</summary>
    public ulong Polls => QueuedTurns + ResumedTurns;

    /// <summary>How often it was put into the queue of what is ready: woken by an interrupt, a timer, or itself. The first time is when it
    /// was spawned.</summary>
    public ulong Wakes => QueuedTurns + (uint)IsReady;

    /// <summary>The time its turns took, in units of <see cref="Kernel.IExecutorPlatform.Timestamp"/>. What runs inside of another task's
    /// turn is that one's.</summary>
    public ulong Time => TimeTaken;

    /// <summary>Is cancelled by <see cref="Cancel"/>.</summary>
    public CancellationToken Cancellation => (_cancellation ??= new CancellationTokenSource()).Token;

    /// <summary>Asks it to stop: cancels <see cref="Cancellation"/>. One that has not begun does not begin.</summary>
    /// <exception cref="AggregateException">What callbacks of the token threw.</exception>
    public void Cancel()
    {
        (_cancellation ??= new CancellationTokenSource()).Cancel();
        if (_stage is Stage.Simple or Stage.Cancellable)
        {
            _stage = Stage.Begun;
            _work = null;
            LeaveList();
            TrySetCancellation(_cancellation.Token);
        }
    }

    /// <inheritdoc/>
    internal override void TakeTurn()
    {
        if (_stage == Stage.Simple)
        {
            Begin();
        }
        else
        {
            GoOn();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GoOn()
    {
        if (_stage == Stage.Cancellable)
        {
            BeginCancellable();
        }

        // What it waited for, the method, has ended. (Where it was cancelled before it began, there is nothing to do.)
        else if (_work is { } body)
        {
            EndFrom(Unsafe.As<Task>(body));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Begin()
    {
        // From here on it has begun, also for the method itself: if that cancels it, it is asked, and not ended.
        Task body;
        try
        {
            _stage = Stage.Begun;
            body = Unsafe.As<Func<Task>>(_work!)();
        }
        catch (Exception exception)
        {
            EndThrown(exception);
            return;
        }

        EndWith(body);
    }

    private void BeginCancellable()
    {
        Task body;
        try
        {
            _stage = Stage.Begun;
            body = Unsafe.As<Func<CancellationToken, Task>>(_work!)(Cancellation);
        }
        catch (Exception exception)
        {
            EndThrown(exception);
            return;
        }

        EndWith(body);
    }

    private void EndThrown(Exception exception)
    {
        _work = null;
        LeaveList();
        TrySetThrown(exception);
    }

    /// <summary>Ends when the method ends, which may be now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndWith(Task body)
    {
        if (body.IsCompletedSuccessfully && !IsWaitedFor)
        {
            _work = null;
            LeaveList();
            EndUnseen();
        }
        else
        {
            EndOrWait(body);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndOrWait(Task body)
    {
        if (body.IsCompleted)
        {
            EndFrom(body);
        }
        else
        {
            _work = body;
            body.AddWaiter(this);
        }
    }

    private void EndFrom(Task body)
    {
        _work = null;
        LeaveList();
        TrySetFrom(body);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LeaveList()
    {
        Link.Copy(ref Older!.Younger, ref Younger);
        Link.Copy(ref Younger!.Older, ref Older);

        // Who keeps this one does not keep its neighbours.
        Older = null;
        Younger = null;
    }
}
