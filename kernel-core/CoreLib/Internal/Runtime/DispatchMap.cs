using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>Which method of a class implements which method of an interface.</summary>
/// <remarks>
/// Four counts (methods of the class; default methods of interfaces; the same two for static methods), then the entries in that order.
/// Source: ILC 10.0 (dotnet/runtime, <c>DispatchMapNode.cs</c>).
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal readonly unsafe struct DispatchMap
{
    private readonly ushort _standardEntryCount;
    private readonly ushort _defaultEntryCount;
    private readonly ushort _standardStaticEntryCount;
    private readonly ushort _defaultStaticEntryCount;

    internal int StandardEntryCount => _standardEntryCount;

    internal int DefaultEntryCount => _defaultEntryCount;

    /// <summary>The standard entries, followed by the default ones.</summary>
    internal static DispatchMapEntry* Entries(DispatchMap* map) => (DispatchMapEntry*)(map + 1);
}
