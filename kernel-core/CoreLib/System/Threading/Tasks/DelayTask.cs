namespace System.Threading.Tasks;

/// <summary>Ends when a time is over, or a token is cancelled.</summary>
internal sealed class DelayTask : Task, ITimerOwner
{
    private readonly TaskTimer _timer;
    private readonly CancellationTokenRegistration _registration;

    internal DelayTask(TimeSpan delay, CancellationToken cancellationToken)
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

        // What waits gets a turn of its own, by its own priority: this one is that of the timers.
        ResumeInTurns();
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
