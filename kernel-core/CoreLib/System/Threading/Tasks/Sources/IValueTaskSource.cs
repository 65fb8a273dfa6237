namespace System.Threading.Tasks.Sources;

/// <summary>An object that a <see cref="ValueTask"/> can wait for, and that may serve again: each use has a token of its own.</summary>
public interface IValueTaskSource
{
    ValueTaskSourceStatus GetStatus(short token);

    void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags);

    /// <summary>Ends the use.</summary>
    void GetResult(short token);
}
