using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;

namespace System.Threading.Channels;

/// <summary>The end of a channel from which items are read.</summary>
public abstract class ChannelReader<T>
{
    /// <summary>Ends when the channel is closed and the last item has been read; as it was closed.</summary>
    public virtual Task Completion => throw new NotSupportedException();

    public virtual bool CanCount => false;

    public virtual bool CanPeek => false;

    public virtual int Count => throw new NotSupportedException();

    public abstract bool TryRead([MaybeNullWhen(false)] out T item);

    public virtual bool TryPeek([MaybeNullWhen(false)] out T item)
    {
        item = default;
        return false;
    }

    /// <returns>Whether there is an item; false if there will be none.</returns>
    public abstract ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default);

    /// <exception cref="ChannelClosedException">There will be no more item.</exception>
    public virtual async ValueTask<T> ReadAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (!await WaitToReadAsync(cancellationToken))
            {
                throw new ChannelClosedException();
            }

            if (TryRead(out var item))
            {
                return item;
            }
        }
    }

    /// <summary>All items, until the channel is closed.</summary>
    public virtual async IAsyncEnumerable<T> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (await WaitToReadAsync(cancellationToken))
        {
            while (TryRead(out var item))
            {
                yield return item;
            }
        }
    }
}
