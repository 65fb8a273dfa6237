using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>A <see cref="ValueTask{TResult}"/> that was configured. There is no context to go back to, so that nothing changes.</summary>
public readonly struct ConfiguredValueTaskAwaitable<TResult>
{
    private readonly ConfiguredValueTaskAwaiter _awaiter;

    internal ConfiguredValueTaskAwaitable(ValueTask<TResult> value)
    {
        _awaiter = new(value);
    }

    public ConfiguredValueTaskAwaiter GetAwaiter() => _awaiter;

    public readonly struct ConfiguredValueTaskAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
    {
        private readonly ValueTask<TResult> _value;

        internal ConfiguredValueTaskAwaiter(ValueTask<TResult> value)
        {
            _value = value;
        }

        public bool IsCompleted => _value.IsCompleted;

        public void OnCompleted(Action continuation)
        {
            ArgumentNullException.ThrowIfNull(continuation);
            _value.Await(new ActionTask(continuation));
        }

        public void UnsafeOnCompleted(Action continuation) => OnCompleted(continuation);

        public TResult GetResult() => _value.Result;

        void ITaskResumingAwaiter.Await(Task waiter) => _value.Await(waiter);
    }
}
