using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>What <c>await</c> makes of a <see cref="Task"/>.</summary>
public readonly struct TaskAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
{
    private readonly Task _task;

    internal TaskAwaiter(Task task)
    {
        _task = task;
    }

    public bool IsCompleted => _task.IsCompleted;

    public void OnCompleted(Action continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        _task.ResumeWhenCompleted(new ActionTask(continuation));
    }

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    /// <summary>Waits if need be, and throws what went wrong.</summary>
    public void GetResult() => _task.EndAwait();

    void ITaskResumingAwaiter.Await(Task waiter) => _task.ResumeWhenCompleted(waiter);
}
