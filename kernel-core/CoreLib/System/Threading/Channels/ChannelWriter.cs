using System.Threading.Tasks;

namespace System.Threading.Channels;

/// <summary>The end of a channel into which items are written.</summary>
public abstract class ChannelWriter<T>
{
    /// <summary>Closes the channel.</summary>
    /// <param name="error">Why, if something went wrong: readers are told.</param>
    /// <returns>False if it was closed.</returns>
    public virtual bool TryComplete(Exception? error = null) => false;

    public abstract bool TryWrite(T item);

    /// <returns>Whether there may be room; false if the channel is closed.</returns>
    public abstract ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default);

    /// <exception cref="ChannelClosedException">The channel is closed.</exception>
    public virtual async ValueTask WriteAsync(T item, CancellationToken cancellationToken = default)
    {
        while (await WaitToWriteAsync(cancellationToken))
        {
            if (TryWrite(item))
            {
                return;
            }
        }

        throw new ChannelClosedException();
    }

    /// <summary>Closes the channel.</summary>
    /// <exception cref="ChannelClosedException">It was closed.</exception>
    public void Complete(Exception? error = null)
    {
        if (!TryComplete(error))
        {
            throw new ChannelClosedException();
        }
    }
}
