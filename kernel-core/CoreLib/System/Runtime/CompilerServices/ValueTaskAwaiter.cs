using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>What <c>await</c> makes of a <see cref="ValueTask"/>.</summary>
public readonly struct ValueTaskAwaiter : ICriticalNotifyCompletion, ITaskResumingAwaiter
{
    private readonly ValueTask _value;

    internal ValueTaskAwaiter(ValueTask value)
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
    public void GetResult() => _value.GetResult();

    void ITaskResumingAwaiter.Await(Task waiter) => _value.Await(waiter);
}
