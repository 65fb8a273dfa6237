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

    /// <summary>The executor's tasks that have not ended, in the order of their numbers.</summary>
    internal KernelTask? Older;

    internal KernelTask? Younger;

    private readonly ITaskList _list;

    /// <summary>What is to be called; then the task that it returned.</summary>
    private object? _work;

    private Stage _stage;
    private CancellationTokenSource? _cancellation;

    internal KernelTask(ITaskList list, int number, string name, TaskPriority priority, Func<Task> method)
        : this(list, number, name, priority)
    {
        _work = method;
        _stage = Stage.Simple;
    }

    internal KernelTask(ITaskList list, int number, string name, TaskPriority priority, Func<CancellationToken, Task> method)
        : this(list, number, name, priority)
    {
        _work = method;
        _stage = Stage.Cancellable;
    }

    /// <summary>One that has no turns.</summary>
    internal KernelTask(ITaskList list, int number, string name, TaskPriority priority)
    {
        _list = list;
        Number = number;
        Name = name;
        IsUrgent = priority == TaskPriority.Urgent;
        Account = this;
    }

    private enum Stage : byte
    {
        None,
        Simple,
        Cancellable,
        Begun,
    }

    /// <summary>Its number: from 1, in the order in which tasks are spawned; never given twice.</summary>
    public int Number { get; }

    /// <summary>Its name, for people.</summary>
    public string Name { get; }

    /// <summary>Whose turns come first.</summary>
    public TaskPriority Priority => IsUrgent ? TaskPriority.Urgent : TaskPriority.Ordinary;

    /// <summary>How often it ran: each time from one wait to the next.</summary>
    public ulong Polls => QueuedTurns + ResumedTurns;

    /// <summary>How often it was put into the queue of what is ready: woken by an interrupt, a timer, or itself. The first time is when it
    /// was spawned.</summary>
    public ulong Wakes => QueuedTurns + ((Turn & 1) != 0 ? 1UL : 0);

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
            _stage = Stage.None;
            _work = null;
            _list.Remove(this);
            TrySetCancellation(_cancellation.Token);
        }
    }

    /// <inheritdoc/>
    internal override void TakeTurn()
    {
        switch (_stage)
        {
            case Stage.Simple or Stage.Cancellable:
                Begin();
                break;
            case Stage.Begun:
                End(Unsafe.As<Task>(_work!));
                break;
        }
    }

    private void Begin()
    {
        Task body;
        try
        {
            body = _stage == Stage.Simple
                ? Unsafe.As<Func<Task>>(_work!)()
                : Unsafe.As<Func<CancellationToken, Task>>(_work!)(Cancellation);
        }
        catch (Exception exception)
        {
            _stage = Stage.None;
            _list.Remove(this);
            TrySetThrown(exception);
            return;
        }

        if (body.IsCompleted)
        {
            End(body);
        }
        else
        {
            _work = body;
            _stage = Stage.Begun;
            body.AddWaiter(this);
        }
    }

    private void End(Task body)
    {
        _stage = Stage.None;
        _work = null;
        _list.Remove(this);
        TrySetFrom(body);
    }
}
