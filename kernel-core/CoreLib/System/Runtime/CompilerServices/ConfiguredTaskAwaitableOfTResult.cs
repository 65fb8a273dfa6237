using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>A <see cref="Task{TResult}"/>, and how it is to be awaited.</summary>
public readonly struct ConfiguredTaskAwaitable<TResult>
{
    private readonly ConfiguredTaskAwaiter _awaiter;

    internal ConfiguredTaskAwaitable(Task<TResult> task, ConfigureAwaitOptions options)
    {
        _awaiter = new(task, options);
    }

    public ConfiguredTaskAwaiter GetAwaiter() => _awaiter;

    public readonly struct ConfiguredTaskAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
    {
        private readonly Task<TResult> _task;
        private readonly ConfigureAwaitOptions _options;

        internal ConfiguredTaskAwaiter(Task<TResult> task, ConfigureAwaitOptions options)
        {
            _task = task;
            _options = options;
        }

        public bool IsCompleted => (_options & ConfigureAwaitOptions.ForceYielding) == 0 && _task.IsCompleted;

        public void OnCompleted(Action continuation)
        {
            ArgumentNullException.ThrowIfNull(continuation);
            _task.ResumeWhenCompleted(new ActionTask(continuation));
        }

        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        public TResult GetResult()
        {
            _task.EndAwait();
            return _task.Value!;
        }

        void ITaskResumingAwaiter.Await(Task waiter) => _task.ResumeWhenCompleted(waiter);
    }
}
