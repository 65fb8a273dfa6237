using System.Threading.Tasks;
using System.Threading.Tasks.Sources;

namespace System.Threading.Channels;

/// <summary>Somebody who waits at one end of a channel, for a result. Serves again when the result has been taken.</summary>
internal sealed class ChannelWait<TResult> : IValueTaskSource<TResult>, IValueTaskSource
{
    private readonly ChannelWaitList<TResult> _list;
    private ManualResetValueTaskSourceCore<TResult> _core;
    private CancellationTokenRegistration _registration;

    internal ChannelWait(ChannelWaitList<TResult> list)
    {
        _list = list;
        _core.RunContinuationsAsynchronously = list.RunContinuationsAsynchronously;
    }

    internal ChannelWait<TResult>? Previous;
    internal ChannelWait<TResult>? Next;

    /// <summary>What a writer waits to write.</summary>
    internal TResult? Item;

    internal bool IsListed;

    internal short Version => _core.Version;

    internal void Begin(CancellationToken cancellationToken)
    {
        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((ChannelWait<TResult>)state!).Cancel(token), this);
        }
    }

    internal void SetResult(TResult result)
    {
        EndRegistration();
        _core.SetResult(result);
    }

    internal void SetException(Exception exception)
    {
        EndRegistration();
        _core.SetException(exception);
    }

    ValueTaskSourceStatus IValueTaskSource<TResult>.GetStatus(short token) => _core.GetStatus(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource<TResult>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    void IValueTaskSource.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);

    TResult IValueTaskSource<TResult>.GetResult(short token) => TakeResult(token);

    void IValueTaskSource.GetResult(short token) => TakeResult(token);

    private TResult TakeResult(short token)
    {
        // Not for a token that is not its own: then it is not done.
        if (_core.GetStatus(token) == ValueTaskSourceStatus.Pending)
        {
            return _core.GetResult(token);
        }

        try
        {
            return _core.GetResult(token);
        }
        finally
        {
            _core.Reset();
            _list.Return(this);
        }
    }

    private void Cancel(CancellationToken token)
    {
        if (IsListed)
        {
            _list.Remove(this);
            _registration = default;
            _core.SetException(new OperationCanceledException(token));
        }
    }

    private void EndRegistration()
    {
        _registration.Unregister();
        _registration = default;
    }
}
