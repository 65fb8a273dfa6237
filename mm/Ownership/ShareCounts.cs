namespace Tarn;

/// <summary>How many refer to a value that is shared. At eight bytes each, no memory holds as many as would make a count wrap around.</summary>
internal struct ShareCounts
{
    /// <summary>Shares. At 0 the value ends.</summary>
    internal nuint Strong;

    /// <summary>Weak references, and one more for all shares together. At 0 the memory goes.</summary>
    internal nuint Weak;
}
