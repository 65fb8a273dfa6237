using System.Collections.Generic;
using System.Threading.Tasks;

namespace System.Threading;

/// <summary>Tells those who have its <see cref="Token"/> to stop.</summary>
/// <remarks>A source keeps the callbacks that were unregistered for those that come, so that the same operation awaited again and again with
/// one token allocates once.</remarks>
public class CancellationTokenSource : IDisposable, ITimerOwner
{
    private static CancellationTokenSource? s_cancelled;

    /// <summary>Registered callbacks, the latest first.</summary>
    private CancellationCallback? _callbacks;

    private CancellationCallback? _freeCallbacks;
    private long _lastId;
    private TaskTimer? _timer;
    private bool _isCancelled;
    private bool _isDisposed;

    public CancellationTokenSource()
    {
    }

    /// <summary>One that is cancelled after a time.</summary>
    public CancellationTokenSource(TimeSpan delay)
    {
        CancelAfter(delay);
    }

    /// <inheritdoc cref="CancellationTokenSource(TimeSpan)"/>
    public CancellationTokenSource(int millisecondsDelay)
    {
        CancelAfter(millisecondsDelay);
    }

    public bool IsCancellationRequested => _isCancelled;

    public CancellationToken Token
    {
        get
        {
            ThrowIfDisposed();
            return new CancellationToken(this);
        }
    }

    /// <summary>The source of tokens that are cancelled from the start.</summary>
    internal static CancellationTokenSource Cancelled => s_cancelled ??= new CancellationTokenSource { _isCancelled = true };

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token) => new Linked([token]);

    public static CancellationTokenSource CreateLinkedTokenSource(CancellationToken token1, CancellationToken token2) =>
        new Linked([token1, token2]);

    /// <summary>A source that is cancelled when one of the tokens is.</summary>
    public static CancellationTokenSource CreateLinkedTokenSource(params CancellationToken[] tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return CreateLinkedTokenSource((ReadOnlySpan<CancellationToken>)tokens);
    }

    /// <inheritdoc cref="CreateLinkedTokenSource(CancellationToken[])"/>
    public static CancellationTokenSource CreateLinkedTokenSource(params ReadOnlySpan<CancellationToken> tokens)
    {
        if (tokens.IsEmpty)
        {
            throw new ArgumentException("The collection of tokens is empty.", nameof(tokens));
        }

        return new Linked(tokens);
    }

    /// <summary>Cancels it, and calls all callbacks, the latest first.</summary>
    /// <exception cref="AggregateException">What callbacks threw.</exception>
    public void Cancel() => Cancel(false);

    /// <param name="throwOnFirstException">Whether an exception of one callback is thrown at once, and those behind it are not called.</param>
    /// <inheritdoc cref="Cancel()"/>
    public void Cancel(bool throwOnFirstException)
    {
        ThrowIfDisposed();
        Notify(throwOnFirstException);
    }

    /// <summary>Cancels it; the callbacks are called in a turn of their own.</summary>
    public Task CancelAsync()
    {
        ThrowIfDisposed();
        if (_isCancelled)
        {
            return Task.CompletedTask;
        }

        _isCancelled = true;
        DisarmTimer();
        return _callbacks is null ? Task.CompletedTask : Task.Run(() => CallCallbacks(false));
    }

    /// <summary>Cancels it after a time; where one runs already, that is replaced.</summary>
    public void CancelAfter(TimeSpan delay)
    {
        ThrowIfDisposed();
        Timeout.Validate(delay, nameof(delay));
        if (_isCancelled)
        {
            return;
        }

        DisarmTimer();
        if (delay == TimeSpan.Zero)
        {
            Cancel();
        }
        else if (delay != Timeout.InfiniteTimeSpan)
        {
            TaskExecutor.Required.Arm(_timer ??= new TaskTimer(this), delay);
        }
    }

    /// <inheritdoc cref="CancelAfter(TimeSpan)"/>
    public void CancelAfter(int millisecondsDelay)
    {
        Timeout.Validate(millisecondsDelay, nameof(millisecondsDelay));
        CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));
    }

    /// <summary>Makes it as new, unless it is cancelled.</summary>
    /// <returns>Whether it can be used again.</returns>
    public bool TryReset()
    {
        ThrowIfDisposed();
        if (_isCancelled)
        {
            return false;
        }

        DisarmTimer();
        while (_callbacks is { } callback)
        {
            TryUnregister(callback, callback.Id);
        }

        return true;
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    /// <remarks>Callbacks are called in a turn of their own: what they do must not keep the timers waiting.</remarks>
    void ITimerOwner.OnElapsed()
    {
        if (_isDisposed || _isCancelled)
        {
            return;
        }

        _isCancelled = true;
        if (_callbacks is not null)
        {
            TaskExecutor.Post(new ActionTask(() => CallCallbacks(false)));
        }
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            DisarmTimer();
            _callbacks = null;
            _freeCallbacks = null;
        }
    }

    internal CancellationTokenRegistration Register(Delegate callback, object? state)
    {
        if (_isCancelled)
        {
            new CancellationCallback(this) { Callback = callback, State = state }.Invoke(new CancellationToken(this));
            return default;
        }

        if (_isDisposed)
        {
            return default;
        }

        var entry = _freeCallbacks;
        if (entry is not null)
        {
            _freeCallbacks = entry.Next;
        }
        else
        {
            entry = new CancellationCallback(this);
        }

        entry.Id = ++_lastId;
        entry.Callback = callback;
        entry.State = state;
        entry.Previous = null;
        entry.Next = _callbacks;
        if (entry.Next is not null)
        {
            entry.Next.Previous = entry;
        }

        _callbacks = entry;
        return new CancellationTokenRegistration(entry);
    }

    internal bool TryUnregister(CancellationCallback entry, long id)
    {
        if (entry.Id != id)
        {
            return false;
        }

        if (entry.Previous is not null)
        {
            entry.Previous.Next = entry.Next;
        }
        else if (ReferenceEquals(_callbacks, entry))
        {
            _callbacks = entry.Next;
        }

        if (entry.Next is not null)
        {
            entry.Next.Previous = entry.Previous;
        }

        entry.Id = 0;
        entry.Callback = null;
        entry.State = null;
        entry.Previous = null;
        entry.Next = _freeCallbacks;
        _freeCallbacks = entry;
        return true;
    }

    private void Notify(bool throwOnFirstException)
    {
        if (_isCancelled)
        {
            return;
        }

        _isCancelled = true;
        DisarmTimer();
        CallCallbacks(throwOnFirstException);
    }

    private void CallCallbacks(bool throwOnFirstException)
    {
        List<Exception>? exceptions = null;
        while (_callbacks is { } callback)
        {
            // A callback may unregister others, and even itself.
            _callbacks = callback.Next;
            if (_callbacks is not null)
            {
                _callbacks.Previous = null;
            }

            callback.Id = 0;
            callback.Next = null;
            try
            {
                callback.Invoke(new CancellationToken(this));
            }
            catch (Exception exception) when (!throwOnFirstException)
            {
                (exceptions ??= []).Add(exception);
            }
        }

        if (exceptions is not null)
        {
            throw new AggregateException(exceptions);
        }
    }

    private void DisarmTimer()
    {
        if (_timer is { IsArmed: true })
        {
            TaskExecutor.Required.Disarm(_timer);
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_isDisposed, this);

    /// <summary>A source that others cancel.</summary>
    private sealed class Linked : CancellationTokenSource
    {
        private readonly CancellationTokenRegistration[] _registrations;

        internal Linked(ReadOnlySpan<CancellationToken> tokens)
        {
            _registrations = new CancellationTokenRegistration[tokens.Length];
            for (var index = 0; index < tokens.Length; index++)
            {
                _registrations[index] = tokens[index].UnsafeRegister(static state => ((Linked)state!).Notify(false), this);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && !_isDisposed)
            {
                foreach (var registration in _registrations)
                {
                    registration.Unregister();
                }
            }

            base.Dispose(disposing);
        }
    }
}
