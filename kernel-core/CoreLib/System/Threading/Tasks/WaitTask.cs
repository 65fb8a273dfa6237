namespace System.Threading.Tasks;

/// <summary>Ends with another task, whatever became of that one; or before it, when a time is over or a token is cancelled.</summary>
internal sealed class WaitTask : Task, ITimerOwner
{
    private readonly Task _task;
    private readonly TaskTimer? _timer;
    private readonly CancellationTokenRegistration _registration;

    internal WaitTask(Task task, TimeSpan timeout, CancellationToken cancellationToken)
    {
        _task = task;
        Account = TaskExecutor.Required.Current;
        task.AddWaiter(this);
        if (timeout != Timeout.InfiniteTimeSpan)
        {
            _timer = new TaskTimer(this);
            TaskExecutor.Required.Arm(_timer, timeout);
        }

        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((WaitTask)state!).Give(TaskStatus.Canceled, token.Source), this);
        }
    }

    /// <summary>The time is over.</summary>
    public void OnElapsed()
    {
        // What waits gets a turn of its own: this one is that of the timers.
        ResumeInTurns();
        Give(TaskStatus.Faulted, new TimeoutException());
    }

    /// <summary>The task has ended.</summary>
    internal override void TakeTurn() => Give(TaskStatus.RanToCompletion, null);

    private void Give(TaskStatus status, object? failure)
    {
        if (IsCompleted)
        {
            return;
        }

        _task.RemoveWaiter(this);
        if (_timer is not null)
        {
            TaskExecutor.Required.Disarm(_timer);
        }

        _registration.Unregister();

        // Who waits here is told; and who no longer does, as it was cancelled, does not want to know.
        MarkObserved();
        TryComplete(status, failure);
    }
}
