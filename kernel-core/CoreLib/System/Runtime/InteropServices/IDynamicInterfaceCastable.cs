using Internal.Runtime;

namespace System.Runtime.InteropServices;

/// <summary>
/// .NET lets objects with this interface decide at run time which interfaces they have. That is not supported here; ILC asks for the name.
/// </summary>
internal unsafe interface IDynamicInterfaceCastable
{
    private static nint GetDynamicInterfaceImplementation(IDynamicInterfaceCastable instance, MethodTable* interfaceType, ushort slot) =>
        throw new PlatformNotSupportedException();
}
