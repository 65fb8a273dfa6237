using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace System.Threading;

/// <summary>Ticks again and again. One task waits for the ticks; those that come while it does not are one.</summary>
/// <remarks>Allocates when it is made, and not when it ticks or is waited for (with a token, the first wait allocates).</remarks>
public sealed class PeriodicTimer : IDisposable, ITimerOwner, IValueTaskSource<bool>
{
    private readonly TaskTimer _timer;
    private ManualResetValueTaskSourceCore<bool> _wait;
    private CancellationTokenRegistration _registration;
    private TimeSpan _period;
    private bool _isWaiting;
    private bool _hasTicked;
    private bool _isDisposed;

    /// <exception cref="ArgumentOutOfRangeException">The period is less than a millisecond, or too long.</exception>
    public PeriodicTimer(TimeSpan period)
    {
        ThrowIfNoPeriod(period);
        _timer = new TaskTimer(this) { IsPeriodic = true };
        _wait.RunContinuationsAsynchronously = true;
        _period = period;
        if (period != Timeout.InfiniteTimeSpan)
        {
            TaskExecutor.Required.Arm(_timer, period);
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">The period is less than a millisecond, or too long.</exception>
    public TimeSpan Period
    {
        get => _period;
        set
        {
            ThrowIfNoPeriod(value);
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _period = value;
            Disarm();
            if (value != Timeout.InfiniteTimeSpan)
            {
                TaskExecutor.Required.Arm(_timer, value);
            }
        }
    }

    /// <summary>Waits for the next tick; not at all, if there was one since the last wait.</summary>
    /// <returns>False once the timer is disposed.</returns>
    /// <exception cref="InvalidOperationException">Somebody waits already.</exception>
    public ValueTask<bool> WaitForNextTickAsync(CancellationToken cancellationToken = default)
    {
        if (_isWaiting)
        {
            throw new InvalidOperationException("The timer is waited for already.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (_isDisposed || _hasTicked)
        {
            _hasTicked = false;
            return new ValueTask<bool>(!_isDisposed);
        }

        _isWaiting = true;
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(static (state, token) => ((PeriodicTimer)state!).Cancel(token), this);
        }

        return new ValueTask<bool>(this, _wait.Version);
    }

    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            Disarm();
            if (_isWaiting)
            {
                EndWait();
                _wait.SetResult(false);
            }
        }
    }

    void ITimerOwner.OnElapsed()
    {
        TaskExecutor.Required.ArmAgain(_timer, _period);
        if (_isWaiting)
        {
            EndWait();
            _wait.SetResult(true);
        }
        else
        {
            _hasTicked = true;
        }
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        try
        {
            return _wait.GetResult(token);
        }
        finally
        {
            _wait.Reset();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    private static void ThrowIfNoPeriod(TimeSpan period)
    {
        var milliseconds = period.Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds is < 1 or > Timeout.MaximumMilliseconds && period != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(nameof(period));
        }
    }

    private void Cancel(CancellationToken token)
    {
        if (_isWaiting)
        {
            EndWait();
            _wait.SetException(new OperationCanceledException(token));
        }
    }

    private void EndWait()
    {
        _isWaiting = false;
        _registration.Unregister();
        _registration = default;
    }

    private void Disarm()
    {
        if (_timer.IsArmed)
        {
            TaskExecutor.Required.Disarm(_timer);
        }
    }
}
