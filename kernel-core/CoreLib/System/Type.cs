using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// Identity and shape of a type, as far as the method table tells. There is no reflection: members cannot be listed, and names come from a table
/// that an image may leave out.
/// </summary>
public abstract unsafe class Type
{
    internal Type()
    {
    }

    public static readonly Type[] EmptyTypes = [];

    public abstract RuntimeTypeHandle TypeHandle { get; }

    public abstract Type? BaseType { get; }

    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public abstract string Name { get; }

    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public abstract string? FullName { get; }

    public abstract bool IsValueType { get; }

    public abstract bool IsEnum { get; }

    public abstract bool IsPrimitive { get; }

    public abstract bool IsInterface { get; }

    public abstract bool IsArray { get; }

    public abstract bool IsSZArray { get; }

    public abstract bool IsPointer { get; }

    public abstract bool IsByRef { get; }

    public abstract bool IsGenericType { get; }

    public abstract bool IsGenericTypeDefinition { get; }

    public abstract Type[] GenericTypeArguments { get; }

    public bool IsClass => !IsInterface && !IsValueType;

    public bool HasElementType => IsArray || IsPointer || IsByRef;

    public bool IsConstructedGenericType => IsGenericType && !IsGenericTypeDefinition;

    public abstract Type? GetElementType();

    public abstract int GetArrayRank();

    public abstract Type GetGenericTypeDefinition();

    public abstract bool IsAssignableFrom(Type? c);

    public abstract bool IsInstanceOfType(object? o);

    public abstract bool IsSubclassOf(Type c);

    public bool IsAssignableTo(Type? targetType) => targetType is not null && targetType.IsAssignableFrom(this);

    [Intrinsic]
    public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => GetTypeFromMethodTable((MethodTable*)handle.Value);

    public static RuntimeTypeHandle GetTypeHandle(object o)
    {
        ArgumentNullException.ThrowIfNull(o);
        return new RuntimeTypeHandle((nint)o.GetMethodTable());
    }

    /// <summary>ILC: called by name for <c>typeof</c> in static synchronised methods.</summary>
    internal static RuntimeType GetTypeFromMethodTable(MethodTable* methodTable) => RuntimeType.FromMethodTable(methodTable);

    public override bool Equals(object? o) => ReferenceEquals(this, o);

    public virtual bool Equals(Type? o) => ReferenceEquals(this, o);

    [Intrinsic]
    public static bool operator ==(Type? left, Type? right) => ReferenceEquals(left, right);

    [Intrinsic]
    public static bool operator !=(Type? left, Type? right) => !ReferenceEquals(left, right);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
