namespace System.Threading.Tasks;

/// <content>Waiting without <c>await</c>: meanwhile the executor serves the other tasks, on the stack of the one that waits.</content>
public partial class Task
{
    /// <exception cref="AggregateException">What went wrong, or a <see cref="TaskCanceledException"/>.</exception>
    public void Wait()
    {
        TaskExecutor.RunUntilCompleted(this);
        ThrowAggregate();
    }

    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Wait()"/>
    public void Wait(CancellationToken cancellationToken) => Wait(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <returns>Whether the task ended in that time.</returns>
    /// <inheritdoc cref="Wait()"/>
    public bool Wait(TimeSpan timeout) => Wait(timeout, default);

    /// <inheritdoc cref="Wait(TimeSpan)"/>
    public bool Wait(int millisecondsTimeout) => Wait(TimeSpan.FromMilliseconds(millisecondsTimeout), default);

    /// <inheritdoc cref="Wait(TimeSpan)"/>
    public bool Wait(int millisecondsTimeout, CancellationToken cancellationToken) =>
        Wait(TimeSpan.FromMilliseconds(millisecondsTimeout), cancellationToken);

    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    /// <inheritdoc cref="Wait(TimeSpan)"/>
    public bool Wait(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Timeout.Validate(timeout);
        if (!IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout == Timeout.InfiniteTimeSpan && !cancellationToken.CanBeCanceled)
            {
                TaskExecutor.RunUntilCompleted(this);
            }
            else if (timeout == TimeSpan.Zero)
            {
                return false;
            }
            else
            {
                var either = new WaitTask(this, timeout, cancellationToken);
                TaskExecutor.RunUntilCompleted(either);
                if (!IsCompleted)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    return false;
                }
            }
        }

        ThrowAggregate();
        return true;
    }

    public static void WaitAll(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        WhenAll(tasks).Wait();
    }

    /// <summary>Waits for one of them.</summary>
    /// <returns>Its index.</returns>
    public static int WaitAny(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var any = WhenAny(tasks);
        TaskExecutor.RunUntilCompleted(any);
        return Array.IndexOf(tasks, any.Result);
    }

    /// <summary>Throws what .NET's synchronous reads throw: everything that went wrong, in one exception.</summary>
    internal void ThrowAggregate()
    {
        if (IsCanceled)
        {
            throw new AggregateException(GetCancellationException() as TaskCanceledException ?? new TaskCanceledException(this));
        }

        if (Exception is { } exception)
        {
            throw exception;
        }
    }
}
