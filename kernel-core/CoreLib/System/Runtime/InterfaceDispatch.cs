namespace System.Runtime;

internal static unsafe partial class InterfaceDispatch
{
    internal static nint RhpResolveInterfaceMethod(object instance, nint cell) => 0;
}
