namespace System.Threading.Channels;

/// <summary>How a channel is used. One thread runs all tasks, so that only <see cref="AllowSynchronousContinuations"/> makes a
/// difference.</summary>
public abstract class ChannelOptions
{
    public bool SingleWriter { get; set; }

    public bool SingleReader { get; set; }

    /// <summary>Whether who writes may run who waits to read, and the other way round, instead of giving them a turn.</summary>
    public bool AllowSynchronousContinuations { get; set; }
}
