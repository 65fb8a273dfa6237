using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>What <see cref="Task.Yield"/> returns.</summary>
public readonly struct YieldAwaitable
{
    public YieldAwaiter GetAwaiter() => default;

    public readonly struct YieldAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
    {
        /// <summary>Always false.</summary>
        public bool IsCompleted => false;

        public void OnCompleted(Action continuation)
        {
            ArgumentNullException.ThrowIfNull(continuation);
            TaskExecutor.Post(new ActionTask(continuation));
        }

        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        public void GetResult()
        {
        }

        void ITaskResumingAwaiter.Await(Task waiter) => TaskExecutor.Post(waiter);
    }
}
