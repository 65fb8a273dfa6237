namespace System.Threading.Tasks;

/// <summary>Ends when a time is over, or a token is cancelled.</summary>
internal sealed class DelayTask : Task, ITimerOwner
{
    private readonly TaskTimer _timer;
    private readonly CancellationTokenRegistration _registration;

    // What waits for it gets a turn of its own, by its own priority: this ends in the turn of the timers, or of who cancels.
    internal DelayTask(TimeSpan delay, CancellationToken cancellationToken)
        : base(resumesInTurns: true)
    {
        _timer = new TaskTimer(this);
        if (delay != Timeout.InfiniteTimeSpan)
        {
            TaskExecutor.Required.Arm(_timer, delay);
        }

        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(static (state, token) => ((DelayTask)state!).Cancel(token), this);
        }
    }

    /// <inheritdoc/>
    public void OnElapsed()
    {
        _registration.Unregister();
        TrySetCompleted();
    }

    private void Cancel(CancellationToken token)
    {
        if (_timer.IsArmed)
        {
            TaskExecutor.Required.Disarm(_timer);
        }

        TrySetCancellation(token);
    }
}
