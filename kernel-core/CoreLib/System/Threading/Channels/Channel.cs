namespace System.Threading.Channels;

/// <summary>Makes channels: queues by which one task gives items to another.</summary>
public static class Channel
{
    public static Channel<T> CreateUnbounded<T>() => new QueueChannel<T>(int.MaxValue, BoundedChannelFullMode.Wait, true, null);

    public static Channel<T> CreateUnbounded<T>(UnboundedChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new QueueChannel<T>(int.MaxValue, BoundedChannelFullMode.Wait, !options.AllowSynchronousContinuations, null);
    }

    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    public static Channel<T> CreateBounded<T>(int capacity) => CreateBounded<T>(new BoundedChannelOptions(capacity), null);

    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options) => CreateBounded<T>(options, null);

    /// <param name="options">How the channel is used.</param>
    /// <param name="itemDropped">Is told each item that is dropped.</param>
    public static Channel<T> CreateBounded<T>(BoundedChannelOptions options, Action<T>? itemDropped)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new QueueChannel<T>(options.Capacity, options.FullMode, !options.AllowSynchronousContinuations, itemDropped);
    }
}
