using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <content>Tasks that have ended, tasks that end by themselves, and work for the executor.</content>
public partial class Task
{
    public static Task<TResult> FromResult<TResult>(TResult result) => AsyncMethods.GetCompletedTask(result);

    public static Task FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var task = new Task();
        task.TrySetFault(exception);
        return task;
    }

    public static Task<TResult> FromException<TResult>(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var task = new Task<TResult>();
        task.TrySetFault(exception);
        return task;
    }

    /// <exception cref="ArgumentOutOfRangeException">The token is not cancelled.</exception>
    public static Task FromCanceled(CancellationToken cancellationToken)
    {
        ThrowIfNotCanceled(cancellationToken);
        var task = new Task();
        task.TrySetCancellation(cancellationToken);
        return task;
    }

    /// <inheritdoc cref="FromCanceled(CancellationToken)"/>
    public static Task<TResult> FromCanceled<TResult>(CancellationToken cancellationToken)
    {
        ThrowIfNotCanceled(cancellationToken);
        var task = new Task<TResult>();
        task.TrySetCancellation(cancellationToken);
        return task;
    }

    /// <summary>What waits, when awaited, until all else that is ready has had its turn.</summary>
    public static YieldAwaitable Yield() => default;

    /// <summary>A task that ends after a time: never earlier, and as soon after it as the clock ticks and the executor gets to it.</summary>
    public static Task Delay(TimeSpan delay) => Delay(delay, default);

    /// <inheritdoc cref="Delay(TimeSpan)"/>
    public static Task Delay(int millisecondsDelay) => Delay(millisecondsDelay, default);

    /// <inheritdoc cref="Delay(TimeSpan)"/>
    public static Task Delay(int millisecondsDelay, CancellationToken cancellationToken)
    {
        Timeout.Validate(millisecondsDelay, nameof(millisecondsDelay));
        return Delay(TimeSpan.FromMilliseconds(millisecondsDelay), cancellationToken);
    }

    /// <inheritdoc cref="Delay(TimeSpan)"/>
    public static Task Delay(TimeSpan delay, CancellationToken cancellationToken)
    {
        Timeout.Validate(delay, nameof(delay));
        if (cancellationToken.IsCancellationRequested)
        {
            return FromCanceled(cancellationToken);
        }

        return delay == TimeSpan.Zero ? CompletedTask : new DelayTask(delay, cancellationToken);
    }

    /// <summary>Has the executor run <paramref name="action"/> in a turn of its own.</summary>
    public static Task Run(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(action);

        static async Task RunAsync(Action action)
        {
            await Yield();
            action();
        }
    }

    /// <inheritdoc cref="Run(Action)"/>
    public static Task Run(Action action, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? FromCanceled(cancellationToken) : Run(action);

    /// <summary>Has the executor run <paramref name="function"/> in a turn of its own.</summary>
    public static Task<TResult> Run<TResult>(Func<TResult> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return RunAsync(function);

        static async Task<TResult> RunAsync(Func<TResult> function)
        {
            await Yield();
            return function();
        }
    }

    /// <inheritdoc cref="Run{TResult}(Func{TResult})"/>
    public static Task<TResult> Run<TResult>(Func<TResult> function, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? FromCanceled<TResult>(cancellationToken) : Run(function);

    /// <summary>Has the executor begin <paramref name="function"/> in a turn of its own; ends with the task that it returns.</summary>
    public static Task Run(Func<Task?> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return RunAsync(function);

        static async Task RunAsync(Func<Task?> function)
        {
            await Yield();
            await (function() ?? FromCanceled(new CancellationToken(true)));
        }
    }

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static Task Run(Func<Task?> function, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? FromCanceled(cancellationToken) : Run(function);

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return RunAsync(function);

        static async Task<TResult> RunAsync(Func<Task<TResult>?> function)
        {
            await Yield();
            return await (function() ?? FromCanceled<TResult>(new CancellationToken(true)));
        }
    }

    /// <inheritdoc cref="Run(Func{Task})"/>
    public static Task<TResult> Run<TResult>(Func<Task<TResult>?> function, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? FromCanceled<TResult>(cancellationToken) : Run(function);

    private static void ThrowIfNotCanceled(CancellationToken cancellationToken)
    {
        if (!cancellationToken.IsCancellationRequested)
        {
            throw new ArgumentOutOfRangeException(nameof(cancellationToken));
        }
    }
}
