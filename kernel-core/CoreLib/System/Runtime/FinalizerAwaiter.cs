using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace System.Runtime;

/// <summary>Awaited by the task that runs finalizers: ends when one is due. One task at a time.</summary>
internal readonly struct FinalizerAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
{
    /// <summary>Whether one is due already.</summary>
    public bool IsCompleted => Finalization.IsDue;

    public FinalizerAwaiter GetAwaiter() => this;

    public void OnCompleted(Action continuation)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        Finalization.Await(new ActionTask(continuation));
    }

    public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

    public void GetResult()
    {
    }

    void ITaskResumingAwaiter.Await(Task waiter) => Finalization.Await(waiter);
}
