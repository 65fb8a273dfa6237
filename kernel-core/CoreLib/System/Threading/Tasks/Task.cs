using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading.Tasks.Sources;

namespace System.Threading.Tasks;

/// <summary>Something that will be done: what an <c>async</c> method returns, and what <c>await</c> waits for.</summary>
/// <remarks>
/// <code>
///   Status               WaitingForActivation ───► RanToCompletion, Canceled or Faulted        (once; TryComplete)
///
///   who waits for it     _lastWaiter: a ring of tasks, in the order in which they began to wait
///
///   what it does         (an async method that has waited, and the other kinds of task that have turns)
///
///        ┌───────── 1 await of what is not there ─────────┐
///        │                                                ▼
///     running ◄──── 3 TakeTurn, by the executor ──── ready ◄── waiting
///        │                                             ▲     2 what it waits for is there: ReadyQueue.Wake;
///        └───────────────── 4 Task.Yield ──────────────┘       or Resume, which runs it at once
/// </code>
/// <para>
/// A task waits in one place at a time, and the links are its own: to wait and to wake need no memory.
/// </para>
/// <para>
/// All of it belongs to the one thread of tasks. Interrupt handlers may call <see cref="ReadyQueue{TProbe}.Wake"/> and nothing else.
/// </para>
/// </remarks>
[AsyncMethodBuilder(typeof(AsyncTaskMethodBuilder))]
public partial class Task : IDisposable
{
    /// <summary>What <see cref="ValueTask"/> gives to a source for an <c>async</c> method that waits: the state is the method's
    /// task.</summary>
    private static Action<object?>? s_resume;

    private static Task? s_completed;
    private static int s_lastId;

    /// <summary>The next one in the queue of what is ready; null where there is none, and while it is not in the queue. Belongs to the
    /// <see cref="ReadyQueue{TProbe}"/>.</summary>
    internal Task? Next;

    /// <summary>The next one in the ring of those who wait for the same task; of one that has ended, among the failures that nobody has
    /// seen.</summary>
    internal Task? NextWaiter;

    /// <summary>The spawned task whose work this is; null for what began where there was no executor.</summary>
    internal Task? Account;

    /// <summary>The list that it is linked into when it becomes ready; null as long as it has never waited for anything.</summary>
    internal ReadyList? List;

    /// <summary>1 if a turn is due, as <see cref="ReadyQueue{TProbe}"/> says, else 0. Written by interrupt handlers, too.</summary>
    internal int IsReady;

    /// <summary>Whether it waits without <c>await</c>, in a turn that has not ended: it can have no other before that.</summary>
    internal bool Serves;

    private int _id;
    private byte _status;
    private bool _isObserved;
    private bool _resumesInTurns;

    /// <summary>The last of a ring: its next one is the first.</summary>
    private Task? _lastWaiter;

    /// <summary>
    /// Of a task that faulted: the exception, or an array of them. Of one that was cancelled: the exception, the source of the token, or
    /// null.
    /// </summary>
    private object? _failure;

    internal Task()
    {
        _status = (byte)TaskStatus.WaitingForActivation;
    }

    /// <param name="resumesInTurns">Whether those who wait are given turns of their own, and not resumed by who ends this.</param>
    internal Task(bool resumesInTurns)
        : this()
    {
        _resumesInTurns = resumesInTurns;
    }

    /// <summary>A task that has done its work.</summary>
    public static Task CompletedTask => s_completed ??= new Task { _status = (byte)TaskStatus.RanToCompletion };

    public virtual object? AsyncState => null;

    public TaskCreationOptions CreationOptions =>
        _resumesInTurns ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None;

    /// <summary>A number of its own, from 1, given when it is first asked for.</summary>
    public int Id
    {
        get
        {
            if (_id == 0)
            {
                _id = ++s_lastId;
            }

            return _id;
        }
    }

    public TaskStatus Status => (TaskStatus)_status;

    public bool IsCompleted => _status >= (byte)TaskStatus.RanToCompletion;

    public bool IsCompletedSuccessfully => _status == (byte)TaskStatus.RanToCompletion;

    public bool IsFaulted => _status == (byte)TaskStatus.Faulted;

    public bool IsCanceled => _status == (byte)TaskStatus.Canceled;

    /// <summary>What went wrong; null unless <see cref="IsFaulted"/>. Who asks has observed it.</summary>
    public AggregateException? Exception
    {
        get
        {
            if (!IsFaulted)
            {
                return null;
            }

            _isObserved = true;
            return new AggregateException(GetExceptions());
        }
    }

    /// <summary>Whether anybody waits for it.</summary>
    internal bool IsWaitedFor => _lastWaiter is not null;

    /// <summary>Whether it failed and nobody has been told.</summary>
    internal bool IsUnobservedFailure => IsFaulted && !_isObserved;

    /// <summary>The token whose cancellation cancelled it, if that is known.</summary>
    internal CancellationToken CancellationToken => _failure switch
    {
        CancellationTokenSource source => source.Token,
        OperationCanceledException exception => exception.CancellationToken,
        _ => default,
    };

    internal static Action<object?> ResumeContinuation => s_resume ??= static state => Unsafe.As<Task>(state!).Resume();

    /// <summary>Delegate to <see cref="TakeTurn"/>, for awaiters that know nothing better.</summary>
    internal virtual Action ResumeAction => Resume;

    public TaskAwaiter GetAwaiter() => new(this);

    public ConfiguredTaskAwaitable ConfigureAwait(bool continueOnCapturedContext) => new(this, ConfigureAwaitOptions.None);

    public ConfiguredTaskAwaitable ConfigureAwait(ConfigureAwaitOptions options) => new(this, options);

    public void Dispose()
    {
        if (!IsCompleted)
        {
            throw new InvalidOperationException("A task may only be disposed if it is in a completion state.");
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>What its turn consists of. Not every task has turns.</summary>
    internal virtual void TakeTurn()
    {
    }

    /// <summary>Runs it now, for what it waited for is there; or in its turn, where too many that are resumed so are under way already.</summary>
    internal void Resume()
    {
        if (TaskExecutor.Installed is { } executor)
        {
            executor.Resume(this);
        }
        else
        {
            TakeTurn();
        }
    }

    /// <summary>Has a continuation called in a turn of its own.</summary>
    internal static void PostContinuation(Action<object?> continuation, object? state)
    {
        TaskExecutor.Post(ReferenceEquals(continuation, s_resume) ? Unsafe.As<Task>(state!) : new StatefulActionTask(continuation, state));
    }

    /// <summary>Ends it, and resumes those who wait in the order in which they began to.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="failure">What to remember of it, as <see cref="_failure"/> says.</param>
    /// <returns>False, and nothing changed, where it had ended before.</returns>
    internal bool TryComplete(TaskStatus status, object? failure)
    {
        if (IsCompleted)
        {
            return false;
        }

        if (failure is not null)
        {
            _failure = failure;
        }

        _status = (byte)status;
        if (_lastWaiter is not null)
        {
            ReleaseWaiters();
        }

        if (status == TaskStatus.Faulted)
        {
            NoteUnlessObserved();
        }

        return true;
    }

    /// <summary>The same as <see cref="TrySetCompleted"/> for one that has not ended, where nobody waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndUnseen() => _status = (byte)TaskStatus.RanToCompletion;

    internal bool TrySetCompleted() => TryComplete(TaskStatus.RanToCompletion, null);

    internal bool TrySetFault(Exception exception) => TryComplete(TaskStatus.Faulted, exception);

    internal bool TrySetFault(Exception[] exceptions) =>
        TryComplete(TaskStatus.Faulted, exceptions.Length == 1 ? exceptions[0] : exceptions);

    internal bool TrySetCancellation(CancellationToken token) => TryComplete(TaskStatus.Canceled, token.Source);

    /// <summary>What an <c>async</c> method ends with that throws: an <see cref="OperationCanceledException"/> cancels it.</summary>
    internal bool TrySetThrown(Exception exception) =>
        TryComplete(exception is OperationCanceledException ? TaskStatus.Canceled : TaskStatus.Faulted, exception);

    /// <summary>Ends it as another one ended.</summary>
    internal bool TrySetFrom(Task task)
    {
        task._isObserved = true;
        return TryComplete(task.Status, task._failure);
    }

    /// <summary>Has <paramref name="waiter"/> resumed when this ends. It must not have ended, and the other must wait nowhere.</summary>
    internal void AddWaiter(Task waiter)
    {
        if (_lastWaiter is { } last)
        {
            Link.Copy(ref waiter.NextWaiter, ref last.NextWaiter);
            Link.Set(ref last.NextWaiter, waiter);
        }
        else
        {
            Link.Set(ref waiter.NextWaiter, waiter);
        }

        Link.Set(ref _lastWaiter, waiter);
    }

    /// <summary>Has <paramref name="waiter"/> wait no longer, if it does. Takes time in proportion to how many wait.</summary>
    internal void RemoveWaiter(Task waiter)
    {
        if (_lastWaiter is not { } last)
        {
            return;
        }

        for (var previous = last; ; previous = previous.NextWaiter!)
        {
            if (ReferenceEquals(previous.NextWaiter, waiter))
            {
                previous.NextWaiter = waiter.NextWaiter;
                if (ReferenceEquals(waiter, last))
                {
                    _lastWaiter = ReferenceEquals(previous, waiter) ? null : previous;
                }

                waiter.NextWaiter = null;
                return;
            }

            if (ReferenceEquals(previous.NextWaiter, last))
            {
                return;
            }
        }
    }

    /// <summary>As <see cref="AddWaiter"/>; where this has ended, the other gets a turn.</summary>
    internal void ResumeWhenCompleted(Task waiter)
    {
        if (IsCompleted)
        {
            TaskExecutor.Post(waiter);
        }
        else
        {
            AddWaiter(waiter);
        }
    }

    /// <summary>What <c>await</c> ends with: nothing, or what went wrong, thrown again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndAwait()
    {
        if (_status != (byte)TaskStatus.RanToCompletion)
        {
            WaitAndThrow(ConfigureAwaitOptions.None);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndAwait(ConfigureAwaitOptions options)
    {
        if (_status != (byte)TaskStatus.RanToCompletion)
        {
            WaitAndThrow(options);
        }
    }

    /// <summary>Those who wait are to be given turns of their own, and not to be resumed by who ends this.</summary>
    internal void ResumeInTurns() => _resumesInTurns = true;

    internal void MarkObserved() => _isObserved = true;

    /// <summary>The exceptions of a task that faulted. The caller sees to it that they are told.</summary>
    internal Exception[] GetExceptions() => _failure as Exception[] ?? [Unsafe.As<Exception>(_failure!)];

    internal OperationCanceledException GetCancellationException() =>
        _failure as OperationCanceledException ?? new TaskCanceledException(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WaitAndThrow(ConfigureAwaitOptions options)
    {
        if (!IsCompleted)
        {
            TaskExecutor.RunUntilCompleted(this);
        }

        if (IsFaulted)
        {
            _isObserved = true;
        }

        if ((options & ConfigureAwaitOptions.SuppressThrowing) == 0)
        {
            ThrowFirst();
        }
    }

    private void NoteUnlessObserved()
    {
        if (!_isObserved)
        {
            TaskExecutor.Installed?.NoteFailure(this);
        }
    }

    private void ThrowFirst()
    {
        if (IsFaulted)
        {
            ExceptionDispatchInfo.Throw(GetExceptions()[0]);
        }

        if (IsCanceled)
        {
            ExceptionDispatchInfo.Throw(GetCancellationException());
        }
    }

    private void ReleaseWaiters()
    {
        var last = _lastWaiter!;
        _lastWaiter = null;
        var waiter = last.NextWaiter!;
        while (true)
        {
            // Once resumed it may wait elsewhere.
            var next = waiter.NextWaiter!;
            waiter.NextWaiter = null;
            if (_resumesInTurns)
            {
                TaskExecutor.Post(waiter);
            }
            else
            {
                waiter.Resume();
            }

            if (ReferenceEquals(waiter, last))
            {
                return;
            }

            waiter = next;
        }
    }
}
