using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>What <c>await</c> makes of a <see cref="Task{TResult}"/>.</summary>
public readonly struct TaskAwaiter<TResult> : ICriticalNotifyCompletion, ITaskResumingAwaiter
{
    private readonly Task<TResult> _task;

    internal TaskAwaiter(Task<TResult> task)
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
    public TResult GetResult()
    {
        _task.EndAwait();
        return _task.Value!;
    }

    void ITaskResumingAwaiter.Await(Task waiter) => _task.ResumeWhenCompleted(waiter);
}
