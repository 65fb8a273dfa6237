using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>What <c>await</c> makes of a <see cref="ValueTask{TResult}"/>.</summary>
public readonly struct ValueTaskAwaiter<TResult> : ICriticalNotifyCompletion, ITaskResumingAwaiter
{
    private readonly ValueTask<TResult> _value;

    internal ValueTaskAwaiter(ValueTask<TResult> value)
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

    /// <summary>Throws what went wrong. Once only.</summary>
    public TResult GetResult() => _value.Result;

    void ITaskResumingAwaiter.Await(Task waiter) => _value.Await(waiter);
}
