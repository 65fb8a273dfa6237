using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>What identifies a module in calls from compiled code. There is one module; nothing reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TypeManagerSlot
{
    public nint TypeManager;
    public int ModuleIndex;
}
