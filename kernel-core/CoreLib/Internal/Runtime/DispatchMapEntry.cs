using System.Runtime.InteropServices;

namespace Internal.Runtime;

[StructLayout(LayoutKind.Sequential)]
internal readonly struct DispatchMapEntry
{
    /// <summary>Index into the interfaces of the type that has the map.</summary>
    internal readonly ushort InterfaceIndex;

    internal readonly ushort InterfaceSlot;

    /// <summary>
    /// A virtual slot; at or above the number of virtual slots it counts the sealed ones; or one of <see cref="DispatchMapSlot"/>.
    /// </summary>
    internal readonly ushort ImplementationSlot;
}
