namespace System.Threading.Channels;

/// <summary>What a write into a full channel does.</summary>
public enum BoundedChannelFullMode
{
    /// <summary>Waits for room.</summary>
    Wait,

    /// <summary>Drops the item that was written last, to make room.</summary>
    DropNewest,

    /// <summary>Drops the item that would be read next, to make room.</summary>
    DropOldest,

    /// <summary>Drops the item that is being written.</summary>
    DropWrite,
}
