using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>ILC: called by name from generic code that instantiations share.</summary>
internal static unsafe class SharedCodeHelpers
{
    /// <summary>
    /// The instantiation of an interface that a class implements: default methods of generic interfaces learn their type arguments from it.
    /// </summary>
    private static MethodTable* GetOrdinalInterface(MethodTable* type, ushort interfaceIndex) => type->Interfaces[interfaceIndex];

    /// <summary>The same for objects that choose their interfaces at run time, which there are none of: the compiler asks for it and nothing calls it.</summary>
    private static MethodTable* GetCurrentSharedThunkContext() => throw new PlatformNotSupportedException();
}
