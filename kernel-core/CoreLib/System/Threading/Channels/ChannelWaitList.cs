using System.Diagnostics.CodeAnalysis;

namespace System.Threading.Channels;

/// <summary>Those who wait for one thing at one end of a channel, in the order in which they came; and some objects for those to come.</summary>
internal sealed class ChannelWaitList<TResult>(bool runContinuationsAsynchronously)
{
    private const int MaximumSpares = 4;

    private ChannelWait<TResult>? _first;
    private ChannelWait<TResult>? _last;
    private ChannelWait<TResult>? _spares;
    private int _spareCount;

    internal bool RunContinuationsAsynchronously => runContinuationsAsynchronously;

    /// <summary>Begins a wait. Allocates only where more wait than did before.</summary>
    internal ChannelWait<TResult> Add(CancellationToken cancellationToken, TResult? item = default)
    {
        var wait = _spares;
        if (wait is not null)
        {
            _spares = wait.Next;
            _spareCount--;
        }
        else
        {
            wait = new ChannelWait<TResult>(this);
        }

        wait.Item = item;
        wait.Next = null;
        wait.Previous = _last;
        if (_last is not null)
        {
            _last.Next = wait;
        }
        else
        {
            _first = wait;
        }

        _last = wait;
        wait.IsListed = true;
        wait.Begin(cancellationToken);
        return wait;
    }

    internal bool TryTake([NotNullWhen(true)] out ChannelWait<TResult>? wait)
    {
        wait = _first;
        if (wait is null)
        {
            return false;
        }

        Remove(wait);
        return true;
    }

    /// <summary>Takes all of them off the list.</summary>
    /// <returns>The first one; the others follow by their links. None of them may be cancelled any more.</returns>
    internal ChannelWait<TResult>? TakeAll()
    {
        var first = _first;
        for (var wait = first; wait is not null; wait = wait.Next)
        {
            wait.IsListed = false;
        }

        _first = null;
        _last = null;
        return first;
    }

    internal void Remove(ChannelWait<TResult> wait)
    {
        if (wait.Previous is not null)
        {
            wait.Previous.Next = wait.Next;
        }
        else
        {
            _first = wait.Next;
        }

        if (wait.Next is not null)
        {
            wait.Next.Previous = wait.Previous;
        }
        else
        {
            _last = wait.Previous;
        }

        wait.IsListed = false;
        wait.Previous = null;
        wait.Next = null;
    }

    /// <summary>The wait is over, its result taken.</summary>
    internal void Return(ChannelWait<TResult> wait)
    {
        wait.Item = default;
        if (_spareCount < MaximumSpares)
        {
            wait.Next = _spares;
            _spares = wait;
            _spareCount++;
        }
    }
}
