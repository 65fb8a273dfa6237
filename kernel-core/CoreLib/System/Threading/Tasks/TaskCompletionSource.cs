using System.Collections.Generic;

namespace System.Threading.Tasks;

/// <summary>A task that is ended by hand.</summary>
public class TaskCompletionSource
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
        Task = new PromisedTask(creationOptions, state);
    }

    public Task Task { get; }

    /// <exception cref="InvalidOperationException">The task has ended already.</exception>
    public void SetResult() => TaskCompletion.ThrowUnless(TrySetResult());

    public bool TrySetResult() => Task.TrySetCompleted();

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
    public void SetFromTask(Task completedTask) => TaskCompletion.ThrowUnless(TrySetFromTask(completedTask));

    /// <exception cref="ArgumentException">The other one has not ended.</exception>
    public bool TrySetFromTask(Task completedTask)
    {
        TaskCompletion.ThrowUnlessEnded(completedTask);
        return Task.TrySetFrom(completedTask);
    }
}
