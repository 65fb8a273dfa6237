using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>A type, as the address of its method table.</summary>
public unsafe struct RuntimeTypeHandle
{
    private readonly nint _value;

    [Intrinsic]
    internal RuntimeTypeHandle(nint value)
    {
        _value = value;
    }

    [Intrinsic]
    internal RuntimeTypeHandle(MethodTable* value)
    {
        _value = (nint)value;
    }

    public readonly nint Value => _value;

    public readonly bool Equals(RuntimeTypeHandle handle) => _value == handle._value;

    public override readonly bool Equals(object? obj) => obj is RuntimeTypeHandle handle && handle._value == _value;

    public override readonly int GetHashCode() => (int)(_value >> 3);

    public static bool operator ==(RuntimeTypeHandle left, RuntimeTypeHandle right) => left._value == right._value;

    public static bool operator !=(RuntimeTypeHandle left, RuntimeTypeHandle right) => left._value != right._value;

    internal readonly MethodTable* ToMethodTable() => (MethodTable*)_value;
}
