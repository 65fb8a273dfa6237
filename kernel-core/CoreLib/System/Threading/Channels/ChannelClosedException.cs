namespace System.Threading.Channels;

/// <summary>A channel was used that is closed.</summary>
public class ChannelClosedException : InvalidOperationException
{
    private const string DefaultMessage = "The channel has been closed.";

    public ChannelClosedException()
        : base(DefaultMessage)
    {
    }

    public ChannelClosedException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    public ChannelClosedException(Exception? innerException)
        : base(DefaultMessage, innerException)
    {
    }

    public ChannelClosedException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
