using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>Something that will be done and that has a result.</summary>
[AsyncMethodBuilder(typeof(AsyncTaskMethodBuilder<>))]
public class Task<TResult> : Task
{
    private static Task<TResult>? s_default;

    /// <summary>Its result, once it <see cref="Task.IsCompletedSuccessfully"/>.</summary>
    internal TResult? Value;

    internal Task()
    {
    }

    private protected Task(TaskCreationOptions options)
        : base((options & TaskCreationOptions.RunContinuationsAsynchronously) != 0)
    {
    }

    internal Task(TResult? result)
    {
        Value = result;
        TryComplete(TaskStatus.RanToCompletion, null);
    }

    /// <summary>Waits until it has ended, as <see cref="Task.Wait()"/> does.</summary>
    /// <exception cref="AggregateException">What went wrong, or a <see cref="TaskCanceledException"/>.</exception>
    public TResult Result
    {
        get
        {
            if (!IsCompletedSuccessfully)
            {
                Wait();
            }

            return Value!;
        }
    }

    /// <summary>One that has ended with the default value; always the same.</summary>
    internal static Task<TResult> Default
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_default ?? MakeDefault();
    }

    public new TaskAwaiter<TResult> GetAwaiter() => new(this);

    public new ConfiguredTaskAwaitable<TResult> ConfigureAwait(bool continueOnCapturedContext) => new(this, ConfigureAwaitOptions.None);

    /// <exception cref="ArgumentOutOfRangeException">The failure is to be suppressed: then there would be no result.</exception>
    public new ConfiguredTaskAwaitable<TResult> ConfigureAwait(ConfigureAwaitOptions options)
    {
        if ((options & ConfigureAwaitOptions.SuppressThrowing) != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options), "The option ConfigureAwaitOptions.SuppressThrowing is only supported for a Task without a result.");
        }

        return new(this, options);
    }

    public new Task<TResult> WaitAsync(CancellationToken cancellationToken) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    public new Task<TResult> WaitAsync(TimeSpan timeout) => WaitAsync(timeout, default);

    public new Task<TResult> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Timeout.Validate(timeout);
        if (IsCompleted || (timeout == Timeout.InfiniteTimeSpan && !cancellationToken.CanBeCanceled))
        {
            return this;
        }

        return cancellationToken.IsCancellationRequested ? FromCanceled<TResult>(cancellationToken) : Limit(this, timeout, cancellationToken);

        static async Task<TResult> Limit(Task<TResult> task, TimeSpan timeout, CancellationToken cancellationToken)
        {
            await new WaitTask(task, timeout, cancellationToken);
            return await task;
        }
    }

    /// <summary>Ends it with a result.</summary>
    internal bool TrySetResult(TResult result)
    {
        if (IsCompleted)
        {
            return false;
        }

        Value = result;
        return TryComplete(TaskStatus.RanToCompletion, null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<TResult> MakeDefault() => s_default = new Task<TResult>(default(TResult));
}
