using Internal.Runtime;

namespace System;

/// <summary>The only kind of <see cref="Type"/> there is.</summary>
internal sealed unsafe class RuntimeType : Type
{
    // ILC lays out these objects in the image for the types that it sees in typeof, and fills in this field, which it finds by position.
    private readonly MethodTable* _pUnderlyingEEType;

    internal RuntimeType(MethodTable* methodTable)
    {
        _pUnderlyingEEType = methodTable;
    }

    internal MethodTable* UnderlyingMethodTable => _pUnderlyingEEType;
}
