using Internal.Runtime;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Names;

namespace System;

/// <summary>
/// Identity and shape of a type, as far as the method table tells. There is no reflection: members cannot be listed, and names come from a
/// table that an image may leave out (docs/names.md).
/// </summary>
/// <remarks>The compiler answers many of these questions itself where it knows the type: they are intrinsics, and not virtual.</remarks>
public abstract unsafe class Type
{
    public static readonly Type[] EmptyTypes = [];

    internal Type()
    {
    }

    public RuntimeTypeHandle TypeHandle
    {
        [Intrinsic]
        get => new((nint)MethodTable);
    }

    /// <summary>The class it is derived from; null for <see cref="object"/>, interfaces and pointers.</summary>
    /// <exception cref="NotSupportedException">It is a generic definition: the compiler does not say what that is derived from.</exception>
    public Type? BaseType
    {
        get
        {
            if (IsGenericTypeDefinition)
            {
                ThrowHelper.ThrowNotSupportedException("What a generic type definition is derived from is not in the image.");
            }

            var baseType = BaseTypeOf(MethodTable);
            return baseType is null ? null : GetTypeFromMethodTable(baseType);
        }
    }

    /// <summary>The name without namespace, enclosing type and type arguments: <c>List`1</c>, <c>Int32[]</c>.</summary>
    /// <exception cref="NotSupportedException">Names are not linked, or the type is a function pointer.</exception>
    public string Name
    {
        get
        {
            if (HasElementType)
            {
                return GetElementType()!.Name + TypeNameWriter.SuffixOf(MethodTable);
            }

            var name = DefinitionName;
            return name.Substring((name.LastIndexOf('+') is var plus and >= 0 ? plus : name.LastIndexOf('.')) + 1);
        }
    }

    /// <summary>The name with namespace, enclosing types and type arguments. .NET adds to each type argument the name of its assembly; here
    /// it is written as <see cref="ToString"/> does.</summary>
    /// <exception cref="NotSupportedException">Names are not linked, or the type is a function pointer.</exception>
    public string? FullName => TypeNameWriter.ToString(MethodTable, isDefinitionBare: true) ?? throw NameNotLinked();

    /// <summary>The namespace; null for a type that is in none.</summary>
    /// <exception cref="NotSupportedException">Names are not linked, or the type is a function pointer.</exception>
    public string? Namespace
    {
        get
        {
            if (HasElementType)
            {
                return GetElementType()!.Namespace;
            }

            // Names that the compiler makes up for nested types may have dots in them.
            var name = DefinitionName;
            var outermost = name.IndexOf('+') is var plus and >= 0 ? name.Substring(0, plus) : name;
            return outermost.LastIndexOf('.') is var dot and >= 0 ? outermost.Substring(0, dot) : null;
        }
    }

    public bool IsValueType
    {
        [Intrinsic]
        get => MethodTable->IsValueType;
    }

    public bool IsClass => !IsInterface && !IsValueType;

    public bool IsEnum
    {
        [Intrinsic]
        get => BaseTypeOf(MethodTable) == Internal.Runtime.MethodTable.Of<Enum>();
    }

    /// <exception cref="ArgumentException">The type is no enumeration.</exception>
    public virtual Type GetEnumUnderlyingType() => Enum.GetUnderlyingType(this);

    public bool IsPrimitive
    {
        [Intrinsic]
        get => MethodTable->ElementType is >= ElementType.Boolean and <= ElementType.Double && !IsEnum;
    }

    public bool IsInterface => MethodTable->IsInterface;

    public bool IsArray => MethodTable->IsArray;

    public bool IsSZArray => MethodTable->IsSingleDimensionalArray;

    public bool IsPointer => MethodTable->IsPointer;

    public bool IsByRef => MethodTable->IsByRef;

    public bool IsByRefLike
    {
        [Intrinsic]
        get => MethodTable->IsByRefLike;
    }

    public bool HasElementType => IsArray || IsPointer || IsByRef;

    public bool IsGenericType
    {
        [Intrinsic]
        get => MethodTable->IsGeneric || MethodTable->IsGenericTypeDefinition;
    }

    public bool IsGenericTypeDefinition => MethodTable->IsGenericTypeDefinition;

    public bool IsConstructedGenericType => MethodTable->IsGeneric;

    public Type[] GenericTypeArguments
    {
        get
        {
            if (!MethodTable->IsGeneric)
            {
                return EmptyTypes;
            }

            var arguments = new Type[MethodTable->GenericArity];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = GetTypeFromMethodTable(MethodTable->GenericArgument(i));
            }

            return arguments;
        }
    }

    /// <summary>The full name, of a generic type without its arguments.</summary>
    private string DefinitionName =>
        TypeNameWriter.ToString(MethodTable->IsGeneric ? MethodTable->GenericDefinition : MethodTable, isDefinitionBare: true)
        ?? throw NameNotLinked();

    internal MethodTable* MethodTable => Unsafe.As<RuntimeType>(this).UnderlyingMethodTable;

    [Intrinsic]
    public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => GetTypeFromMethodTable((MethodTable*)handle.Value);

    public static RuntimeTypeHandle GetTypeHandle(object o)
    {
        ArgumentNullException.ThrowIfNull(o);
        return new RuntimeTypeHandle((nint)o.GetMethodTable());
    }

    [Intrinsic]
    public static bool operator ==(Type? left, Type? right) => ReferenceEquals(left, right);

    [Intrinsic]
    public static bool operator !=(Type? left, Type? right) => !ReferenceEquals(left, right);

    public Type? GetElementType() => HasElementType ? GetTypeFromMethodTable(MethodTable->RelatedParameterType) : null;

    public int GetArrayRank()
    {
        if (!IsArray)
        {
            ThrowHelper.ThrowArgumentException("Must be an array type.");
        }

        return MethodTable->ArrayRank;
    }

    public Type GetGenericTypeDefinition()
    {
        if (MethodTable->IsGenericTypeDefinition)
        {
            return this;
        }

        if (!MethodTable->IsGeneric)
        {
            ThrowHelper.ThrowInvalidOperationException("This operation is only valid on generic types.");
        }

        return GetTypeFromMethodTable(MethodTable->GenericDefinition);
    }

    [Intrinsic]
    public bool IsAssignableFrom([NotNullWhen(true)] Type? c) => c is not null && TypeCast.AreTypesAssignable(c.MethodTable, MethodTable);

    [Intrinsic]
    public bool IsAssignableTo([NotNullWhen(true)] Type? targetType) => targetType is not null && targetType.IsAssignableFrom(this);

    public bool IsInstanceOfType([NotNullWhen(true)] object? o) =>
        o is not null && TypeCast.AreTypesAssignable(o.GetMethodTable(), MethodTable);

    public bool IsSubclassOf(Type c)
    {
        ArgumentNullException.ThrowIfNull(c);
        for (var type = BaseTypeOf(MethodTable); type is not null; type = BaseTypeOf(type))
        {
            if (type == c.MethodTable)
            {
                return true;
            }
        }

        return false;
    }

    public override bool Equals(object? o) => ReferenceEquals(this, o);

    public bool Equals(Type? o) => ReferenceEquals(this, o);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The name with namespace, enclosing types and type arguments; of a generic definition, with the names of its
    /// parameters.</summary>
    /// <exception cref="NotSupportedException">Names are not linked, or the type is a function pointer.</exception>
    public override string ToString() => TypeNameWriter.ToString(MethodTable, isDefinitionBare: false) ?? throw NameNotLinked();

    /// <summary>The one object for a method table, kept in the eight bytes of data that belong to it.</summary>
    internal static RuntimeType GetTypeFromMethodTable(MethodTable* methodTable)
    {
        ref var cached = ref *(RuntimeType?*)methodTable->WritableData;
        return cached ??= new RuntimeType(methodTable);
    }

    private static MethodTable* BaseTypeOf(MethodTable* type)
    {
        if (type->IsArray)
        {
            return Internal.Runtime.MethodTable.Of<Array>();
        }

        return type->IsCanonical ? type->BaseType : null;
    }

    private static NotSupportedException NameNotLinked() => new(
        ImageNames.AreLinked ? "This type has no name." : "The names of types are not linked into this image.");
}
