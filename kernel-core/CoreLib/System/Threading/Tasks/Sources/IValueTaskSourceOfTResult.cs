namespace System.Threading.Tasks.Sources;

/// <summary>An object that a <see cref="ValueTask{TResult}"/> can wait for, and that may serve again: each use has a token of its
/// own.</summary>
public interface IValueTaskSource<out TResult>
{
    ValueTaskSourceStatus GetStatus(short token);

    void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags);

    /// <summary>Ends the use.</summary>
    TResult GetResult(short token);
}
