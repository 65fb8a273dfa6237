using System.Collections.Generic;

namespace System.Threading.Tasks;

/// <summary>A task that is given its result by hand.</summary>
public class TaskCompletionSource<TResult>
{
    public TaskCompletionSource()
        : this(TaskCreationOptions.None)
    {
    }

    public TaskCompletionSource(TaskCreationOptions creationOptions)
        : this(null, creationOptions)
    {
    }

    public TaskCompletionSource(object? state)
        : this(state, TaskCreationOptions.None)
    {
    }

    public TaskCompletionSource(object? state, TaskCreationOptions creationOptions)
    {
        Task = new PromisedTask<TResult>(creationOptions, state);
    }

    public Task<TResult> Task { get; }

    /// <exception cref="InvalidOperationException">The task has ended already.</exception>
    public void SetResult(TResult result) => TaskCompletion.ThrowUnless(TrySetResult(result));

    public bool TrySetResult(TResult result) => Task.TrySetResult(result);

    /// <inheritdoc cref="SetResult"/>
    public void SetException(Exception exception) => TaskCompletion.ThrowUnless(TrySetException(exception));

    /// <inheritdoc cref="SetResult"/>
    public void SetException(IEnumerable<Exception> exceptions) => TaskCompletion.ThrowUnless(TrySetException(exceptions));

    public bool TrySetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Task.TrySetFault(exception);
    }

    public bool TrySetException(IEnumerable<Exception> exceptions) => Task.TrySetFault(TaskCompletion.Copy(exceptions));

    /// <inheritdoc cref="SetResult"/>
    public void SetCanceled() => SetCanceled(default);

    /// <inheritdoc cref="SetResult"/>
    public void SetCanceled(CancellationToken cancellationToken) => TaskCompletion.ThrowUnless(TrySetCanceled(cancellationToken));

    public bool TrySetCanceled() => TrySetCanceled(default);

    public bool TrySetCanceled(CancellationToken cancellationToken) => Task.TrySetCancellation(cancellationToken);

    /// <summary>Ends it as a task that has ended.</summary>
    /// <exception cref="ArgumentException">The other one has not ended.</exception>
    /// <inheritdoc cref="SetResult"/>
    public void SetFromTask(Task<TResult> completedTask) => TaskCompletion.ThrowUnless(TrySetFromTask(completedTask));

    /// <exception cref="ArgumentException">The other one has not ended.</exception>
    public bool TrySetFromTask(Task<TResult> completedTask)
    {
        TaskCompletion.ThrowUnlessEnded(completedTask);
        return completedTask.IsCompletedSuccessfully ? Task.TrySetResult(completedTask.Value!) : Task.TrySetFrom(completedTask);
    }
}
