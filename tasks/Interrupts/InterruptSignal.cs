using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace Tarn.Tasks;

/// <summary>What an interrupt handler wakes a task with. One task waits; signals that come while none does are one.</summary>
/// <remarks>
/// <see cref="Set"/> may be called anywhere; everything else belongs to tasks. Allocates when it is made, and neither when it is set nor when
/// it is waited for (with a token, the first wait allocates).
/// <code>
///    nobody waits, not set ── Set ──► nobody waits, set ── a wait ends at once ──► not set
///         │
///      a wait begins ──► a task waits ── Set: wakes it; Cancel: wakes it ──► its turn ends the wait ──► not set
/// </code>
/// </remarks>
public sealed class InterruptSignal : IValueTaskSource
{
    /// <summary>
    /// Who waits and has not been woken. The interrupt handler reads it after it has set <see cref="_isSet"/>, and who waits writes it before
    /// he looks at that: one of the two sees the other. Whoever wakes takes it out, so that a wait has one turn: another interrupt may come
    /// when that turn has begun and the wait has not ended.
    /// </summary>
    private Task? _waiter;

    /// <summary>Whether a wait has begun and not ended. For tasks only.</summary>
    private bool _isWaitedFor;

    private bool _isSet;
    private bool _isCancelled;
    private short _version;
    private CancellationToken _token;
    private CancellationTokenRegistration _registration;

    /// <summary>Whether it was set and no wait has ended since.</summary>
    public bool IsSet => Volatile.Read(ref _isSet);

    /// <summary>Wakes the task that waits, or lets the next wait end at once. For interrupt handlers, and for tasks: it cannot fail.</summary>
    public void Set()
    {
        Volatile.Write(ref _isSet, true);
        if (TakeWaiter() is { } waiter)
        {
            ReadyQueue<NoProbe>.Wake(waiter);
        }
    }

    /// <summary>Forgets that it was set.</summary>
    public void Reset() => Volatile.Write(ref _isSet, false);

    /// <summary><c>await signal</c> waits until it is set.</summary>
    /// <exception cref="InvalidOperationException">A task waits already; thrown when the wait begins.</exception>
    public Awaiter GetAwaiter() => new(this);

    /// <summary>Waits until it is set.</summary>
    /// <exception cref="InvalidOperationException">A task waits already.</exception>
    public ValueTask WaitAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        ThrowIfWaitedFor();
        if (IsSet)
        {
            Reset();
            return default;
        }

        return new ValueTask(this, BeginWait(cancellationToken));
    }

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => GetStatus(token);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        OnCompleted(continuation, state, token);

    void IValueTaskSource.GetResult(short token) => GetResult(token);

    /// <summary>Begins a wait of a source that stands before this one.</summary>
    /// <returns>The token of the wait.</returns>
    internal short BeginWait(CancellationToken cancellationToken)
    {
        ThrowIfWaitedFor();
        _token = cancellationToken;
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(static state => ((InterruptSignal)state!).Cancel(), this);
        }

        return _version;
    }

    internal ValueTaskSourceStatus GetStatus(short token)
    {
        ThrowIfNotCurrent(token);
        if (IsSet)
        {
            return ValueTaskSourceStatus.Succeeded;
        }

        return _isCancelled ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Pending;
    }

    internal void OnCompleted(Action<object?> continuation, object? state, short token)
    {
        ThrowIfNotCurrent(token);
        Await(
            ReferenceEquals(continuation, Task.ResumeContinuation)
                ? Unsafe.As<Task>(state!)
                : new StatefulActionTask(continuation, state));
    }

    internal void GetResult(short token)
    {
        ThrowIfNotCurrent(token);
        if (!IsSet && !_isCancelled)
        {
            throw new InvalidOperationException("The signal has not been set.");
        }

        // One that comes after this look is for the next wait, if this one was cancelled.
        var cancellation = _token;
        var isSet = IsSet;
        EndWaiting();
        _version++;
        _isCancelled = false;
        _registration.Unregister();
        _registration = default;
        _token = default;
        if (!isSet)
        {
            throw new OperationCanceledException(cancellation);
        }

        Reset();
    }

    internal void Await(Task waiter)
    {
        ThrowIfWaitedFor();
        var executor = TaskExecutor.Required;
        executor.SeeToAccount(waiter);
        _isWaitedFor = true;
        Volatile.Write(ref _waiter, waiter);

        // An interrupt may have come before that; if it came after it, it has taken the waiter out.
        if (Volatile.Read(ref _isSet) || _isCancelled)
        {
            PostWaiter();
        }
    }

    /// <summary>What was signalled until now, the one that waited sees now.</summary>
    /// <remarks>Either no wait began, or its turn has come: who gave it that has taken the waiter out.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void EndWait()
    {
        _isWaitedFor = false;
        Volatile.Write(ref _isSet, false);
    }

    private void Cancel()
    {
        _isCancelled = true;
        PostWaiter();
    }

    private void PostWaiter()
    {
        if (TakeWaiter() is { } waiter)
        {
            TaskExecutor.Post(waiter);
        }
    }

    /// <remarks>A handler that strikes between the two steps wakes the same one: to wake it twice before its turn is to wake it once.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Task? TakeWaiter()
    {
        var waiter = Volatile.Read(ref _waiter);
        if (waiter is not null)
        {
            _waiter = null;
        }

        return waiter;
    }

    // A wait may be ended before anybody was woken for it, by whoever looks: then nobody is to be woken any more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndWaiting()
    {
        _waiter = null;
        _isWaitedFor = false;
    }

    private void ThrowIfWaitedFor()
    {
        if (_isWaitedFor)
        {
            ThrowWaitedFor();
        }
    }

    private void ThrowIfNotCurrent(short token)
    {
        if (token != _version)
        {
            ThrowNotCurrent();
        }
    }

    private static void ThrowWaitedFor() => throw new InvalidOperationException("A task waits for the signal already.");

    private static void ThrowNotCurrent() => throw new InvalidOperationException("The token belongs to another wait for the signal.");

    /// <summary>What <c>await</c> makes of a signal.</summary>
    public readonly struct Awaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
    {
        private readonly InterruptSignal _signal;

        internal Awaiter(InterruptSignal signal) => _signal = signal;

        /// <summary>Whether there is nothing to wait for.</summary>
        public bool IsCompleted => _signal.IsSet;

        /// <inheritdoc/>
        public void OnCompleted(Action continuation)
        {
            ArgumentNullException.ThrowIfNull(continuation);
            _signal.Await(new ActionTask(continuation));
        }

        /// <inheritdoc/>
        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        /// <summary>Ends the wait.</summary>
        public void GetResult() => _signal.EndWait();

        void ITaskResumingAwaiter.Await(Task waiter) => _signal.Await(waiter);
    }
}
