using System.Collections.Generic;

namespace System.Threading.Tasks;

/// <content>Waiting for several tasks, or for one with a limit.</content>
public partial class Task
{
    public static Task WhenAll(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAll((ReadOnlySpan<Task>)tasks);
    }

    public static Task WhenAll(params ReadOnlySpan<Task> tasks)
    {
        var copy = Copy(tasks);
        return copy.Length == 0 ? CompletedTask : new WhenAllTask(copy);
    }

    public static Task WhenAll(IEnumerable<Task> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAll((ReadOnlySpan<Task>)new List<Task>(tasks).ToArray());
    }

    public static Task<TResult[]> WhenAll<TResult>(params Task<TResult>[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAll((ReadOnlySpan<Task<TResult>>)tasks);
    }

    public static Task<TResult[]> WhenAll<TResult>(params ReadOnlySpan<Task<TResult>> tasks) => new WhenAllTask<TResult>(Copy(tasks));

    public static Task<TResult[]> WhenAll<TResult>(IEnumerable<Task<TResult>> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAll((ReadOnlySpan<Task<TResult>>)new List<Task<TResult>>(tasks).ToArray());
    }

    public static Task<Task> WhenAny(params Task[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAny((ReadOnlySpan<Task>)tasks);
    }

    public static Task<Task> WhenAny(params ReadOnlySpan<Task> tasks) => WhenAnyTask<Task>.Begin(Copy(tasks));

    public static Task<Task> WhenAny(Task task1, Task task2) => WhenAnyTask<Task>.Begin(Copy<Task>([task1, task2]));

    public static Task<Task> WhenAny(IEnumerable<Task> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAny((ReadOnlySpan<Task>)new List<Task>(tasks).ToArray());
    }

    public static Task<Task<TResult>> WhenAny<TResult>(params Task<TResult>[] tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAny((ReadOnlySpan<Task<TResult>>)tasks);
    }

    public static Task<Task<TResult>> WhenAny<TResult>(params ReadOnlySpan<Task<TResult>> tasks) =>
        WhenAnyTask<Task<TResult>>.Begin(Copy(tasks));

    public static Task<Task<TResult>> WhenAny<TResult>(Task<TResult> task1, Task<TResult> task2) =>
        WhenAnyTask<Task<TResult>>.Begin(Copy<Task<TResult>>([task1, task2]));

    public static Task<Task<TResult>> WhenAny<TResult>(IEnumerable<Task<TResult>> tasks)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        return WhenAny((ReadOnlySpan<Task<TResult>>)new List<Task<TResult>>(tasks).ToArray());
    }

    /// <summary>The same task, with an end to the wait.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => WaitAsync(Timeout.InfiniteTimeSpan, cancellationToken);

    /// <inheritdoc cref="WaitAsync(CancellationToken)"/>
    public Task WaitAsync(TimeSpan timeout) => WaitAsync(timeout, default);

    /// <inheritdoc cref="WaitAsync(CancellationToken)"/>
    public Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Timeout.Validate(timeout);
        if (IsCompleted || (timeout == Timeout.InfiniteTimeSpan && !cancellationToken.CanBeCanceled))
        {
            return this;
        }

        return cancellationToken.IsCancellationRequested ? FromCanceled(cancellationToken) : Limit(this, timeout, cancellationToken);

        static async Task Limit(Task task, TimeSpan timeout, CancellationToken cancellationToken)
        {
            await new WaitTask(task, timeout, cancellationToken);
            await task;
        }
    }

    private static TTask[] Copy<TTask>(ReadOnlySpan<TTask> tasks)
        where TTask : Task
    {
        var copy = tasks.ToArray();
        foreach (var task in copy)
        {
            if (task is null)
            {
                throw new ArgumentException("The tasks argument included a null value.", nameof(tasks));
            }
        }

        return copy;
    }
}
