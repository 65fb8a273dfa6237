using Internal.Runtime;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The only <see cref="Type"/>: one object for each method table, kept in the table's writable data.</summary>
internal sealed unsafe class RuntimeType : Type
{
    // ILC lays these objects out in the image for the types it sees in typeof, and fills in this field.
    private readonly MethodTable* _pUnderlyingEEType;

    private RuntimeType(MethodTable* methodTable)
    {
        _pUnderlyingEEType = methodTable;
    }

    internal MethodTable* MethodTable => _pUnderlyingEEType;

    public override RuntimeTypeHandle TypeHandle => new((nint)_pUnderlyingEEType);

    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public override string Name => throw NamesNotLinked();

    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public override string FullName => throw NamesNotLinked();

    public override bool IsValueType => _pUnderlyingEEType->IsValueType;

    public override bool IsEnum => BaseTypeOf(_pUnderlyingEEType) == Internal.Runtime.MethodTable.Of<Enum>();

    public override bool IsPrimitive => _pUnderlyingEEType->ElementType is >= ElementType.Boolean and <= ElementType.Double && !IsEnum;

    public override bool IsInterface => _pUnderlyingEEType->IsInterface;

    public override bool IsArray => _pUnderlyingEEType->IsArray;

    public override bool IsSZArray => _pUnderlyingEEType->IsSingleDimensionalArray;

    public override bool IsPointer => _pUnderlyingEEType->IsPointer;

    public override bool IsByRef => _pUnderlyingEEType->IsByRef;

    public override bool IsGenericType => _pUnderlyingEEType->IsGeneric || _pUnderlyingEEType->IsGenericTypeDefinition;

    public override bool IsGenericTypeDefinition => _pUnderlyingEEType->IsGenericTypeDefinition;

    public override Type? BaseType
    {
        get
        {
            var baseType = BaseTypeOf(_pUnderlyingEEType);
            return baseType is null ? null : FromMethodTable(baseType);
        }
    }

    public override Type[] GenericTypeArguments
    {
        get
        {
            if (!_pUnderlyingEEType->IsGeneric)
            {
                return EmptyTypes;
            }

            var arguments = new Type[_pUnderlyingEEType->GenericArity];
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = FromMethodTable(_pUnderlyingEEType->GenericArgument(i));
            }

            return arguments;
        }
    }

    internal static RuntimeType FromMethodTable(MethodTable* methodTable)
    {
        ref var cached = ref *(RuntimeType?*)methodTable->WritableData;
        return cached ??= new RuntimeType(methodTable);
    }

    public override Type? GetElementType() => HasElementType ? FromMethodTable(_pUnderlyingEEType->RelatedParameterType) : null;

    public override int GetArrayRank()
    {
        if (!_pUnderlyingEEType->IsArray)
        {
            ThrowHelper.ThrowArgumentException("Must be an array type.");
        }

        return _pUnderlyingEEType->ArrayRank;
    }

    public override Type GetGenericTypeDefinition()
    {
        if (_pUnderlyingEEType->IsGenericTypeDefinition)
        {
            return this;
        }

        if (!_pUnderlyingEEType->IsGeneric)
        {
            ThrowHelper.ThrowInvalidOperationException("This operation is only valid on generic types.");
        }

        return FromMethodTable(_pUnderlyingEEType->GenericDefinition);
    }

    public override bool IsAssignableFrom(Type? c) => c is RuntimeType type && TypeCast.AreTypesAssignable(type._pUnderlyingEEType, _pUnderlyingEEType);

    public override bool IsInstanceOfType(object? o) => TypeCast.IsInstanceOfAny(_pUnderlyingEEType, o) is not null;

    public override bool IsSubclassOf(Type c)
    {
        ArgumentNullException.ThrowIfNull(c);
        for (var type = BaseTypeOf(_pUnderlyingEEType); type is not null; type = BaseTypeOf(type))
        {
            if (FromMethodTable(type) == c)
            {
                return true;
            }
        }

        return false;
    }

    /// <exception cref="NotSupportedException">Names are not linked.</exception>
    public override string ToString() => throw NamesNotLinked();

    private static MethodTable* BaseTypeOf(MethodTable* type)
    {
        if (type->IsArray)
        {
            return Internal.Runtime.MethodTable.Of<Array>();
        }

        return type->IsCanonical ? type->BaseType : null;
    }

    private static NotSupportedException NamesNotLinked() => new("The names of types are not linked into this image.");
}
