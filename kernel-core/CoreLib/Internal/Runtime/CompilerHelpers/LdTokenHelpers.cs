using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>ILC: called by name for <c>ldtoken</c> and <c>typeof</c>.</summary>
internal static unsafe class LdTokenHelpers
{
    private static RuntimeTypeHandle GetRuntimeTypeHandle(nint methodTable) => new(methodTable);

    private static RuntimeMethodHandle GetRuntimeMethodHandle(nint method) => new(method);

    private static RuntimeFieldHandle GetRuntimeFieldHandle(nint field) => new(field);

    private static Type GetRuntimeType(nint methodTable) => Type.GetTypeFromMethodTable((MethodTable*)methodTable);
}
