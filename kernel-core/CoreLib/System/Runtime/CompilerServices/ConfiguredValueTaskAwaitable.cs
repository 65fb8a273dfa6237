using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>A <see cref="ValueTask"/> that was configured. There is no context to go back to, so that nothing changes.</summary>
public readonly struct ConfiguredValueTaskAwaitable
{
    private readonly ConfiguredValueTaskAwaiter _awaiter;

    internal ConfiguredValueTaskAwaitable(ValueTask value)
    {
        _awaiter = new(value);
    }

    public ConfiguredValueTaskAwaiter GetAwaiter() => _awaiter;

    public readonly struct ConfiguredValueTaskAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
    {
        private readonly ValueTask _value;

        internal ConfiguredValueTaskAwaiter(ValueTask value)
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

        public void GetResult() => _value.GetResult();

        void ITaskResumingAwaiter.Await(Task waiter) => _value.Await(waiter);
    }
}
