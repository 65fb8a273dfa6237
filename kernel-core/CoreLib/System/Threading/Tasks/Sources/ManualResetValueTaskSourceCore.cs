using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace System.Threading.Tasks.Sources;

/// <summary>What an <see cref="IValueTaskSource{TResult}"/> is made of: a result, who waits for it, and a version for each use.</summary>
/// <remarks>A mutable struct: a field of the source, never a copy. Nothing here allocates, unless who waits is not an <c>async</c> method
/// and continues asynchronously.</remarks>
public struct ManualResetValueTaskSourceCore<TResult>
{
    private Action<object?>? _continuation;
    private object? _continuationState;
    private Exception? _error;
    private TResult? _result;
    private short _version;
    private bool _isCompleted;

    /// <summary>Whether whoever completes it leaves what waits to the executor.</summary>
    public bool RunContinuationsAsynchronously { get; set; }

    /// <summary>The token of the present use.</summary>
    public short Version => _version;

    /// <summary>Begins another use: tokens of the one before are no longer good.</summary>
    public void Reset()
    {
        _version++;
        _continuation = null;
        _continuationState = null;
        _result = default;
        _error = null;
        _isCompleted = false;
    }

    public void SetResult(TResult result)
    {
        _result = result;
        Complete();
    }

    public void SetException(Exception error)
    {
        _error = error;
        Complete();
    }

    public ValueTaskSourceStatus GetStatus(short token)
    {
        ThrowIfNotCurrent(token);
        if (!_isCompleted)
        {
            return ValueTaskSourceStatus.Pending;
        }

        if (_error is null)
        {
            return ValueTaskSourceStatus.Succeeded;
        }

        return _error is OperationCanceledException ? ValueTaskSourceStatus.Canceled : ValueTaskSourceStatus.Faulted;
    }

    public TResult GetResult(short token)
    {
        if (token != _version || !_isCompleted || _error is not null)
        {
            ThrowForResult(token);
        }

        return _result!;
    }

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        ThrowIfNotCurrent(token);
        if (_isCompleted)
        {
            Task.PostContinuation(continuation, state);
            return;
        }

        if (_continuation is not null)
        {
            throw new InvalidOperationException("The asynchronous operation has not completed, and something waits for it already.");
        }

        _continuation = continuation;
        _continuationState = state;
    }

    private void Complete()
    {
        if (_isCompleted)
        {
            throw new InvalidOperationException("The asynchronous operation has completed already.");
        }

        _isCompleted = true;
        if (_continuation is not { } continuation)
        {
            return;
        }

        if (RunContinuationsAsynchronously)
        {
            Task.PostContinuation(continuation, _continuationState);
        }
        else
        {
            continuation(_continuationState);
        }
    }

    private void ThrowIfNotCurrent(short token)
    {
        if (token != _version)
        {
            ThrowForToken();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void ThrowForResult(short token)
    {
        ThrowIfNotCurrent(token);
        if (_error is not null)
        {
            ExceptionDispatchInfo.Throw(_error);
        }

        throw new InvalidOperationException("The asynchronous operation has not completed.");
    }

    private static void ThrowForToken() => throw new InvalidOperationException("The token belongs to another use of the source.");
}
