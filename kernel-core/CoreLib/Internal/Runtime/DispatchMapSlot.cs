namespace Internal.Runtime;

/// <summary>Implementation slots of a <see cref="DispatchMapEntry"/> that stand for something else.</summary>
internal static class DispatchMapSlot
{
    /// <summary>Two default methods, neither more specific than the other.</summary>
    internal const ushort Diamond = 0xFFFE;

    /// <summary>A class declares the interface anew and leaves the method abstract.</summary>
    internal const ushort Reabstraction = 0xFFFF;
}
