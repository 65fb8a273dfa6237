using Internal.Runtime;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>Casts and type tests, and stores into arrays of references. ILC: called by name for what it cannot decide or inline.</summary>
/// <remarks>The rules are those of ECMA-335: I.8.7 (assignment compatibility), III.4.3 (castclass), III.4.26 (stelem), II.9.9
/// (variance).</remarks>
internal static unsafe class TypeCast
{
    private enum Variation
    {
        /// <summary>The source is the type of an object: a value type is boxed, and thus has base classes and interfaces.</summary>
        Boxed,

        /// <summary>The types are type arguments: value types match only themselves.</summary>
        Unboxed,

        /// <summary>
        /// The types are element types of arrays: as <see cref="Unboxed"/>, but integers of one size agree whatever their sign.
        /// </summary>
        ArrayElement,
    }

    /// <summary>
    /// The pairs under comparison, innermost first. A pair that turns up in its own comparison is not assignable; otherwise types that
    /// refer to themselves would never end.
    /// </summary>
    private readonly struct VisitedPair(MethodTable* source, MethodTable* target, VisitedPair* outer)
    {
        private readonly MethodTable* _source = source;
        private readonly MethodTable* _target = target;
        private readonly VisitedPair* _outer = outer;

        internal static bool Contains(VisitedPair* list, MethodTable* source, MethodTable* target)
        {
            for (; list is not null; list = list->_outer)
            {
                if ((list->_source == source && list->_target == target) || (list->_source == target && list->_target == source))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>For a target that is a class, no array, without variance.</summary>
    internal static object? IsInstanceOfClass(MethodTable* target, object? obj) =>
        obj is null || IsDerivedFrom(obj.GetMethodTable(), target) ? obj : null;

    /// <summary>For a target that is an interface without variance.</summary>
    internal static object? IsInstanceOfInterface(MethodTable* target, object? obj) =>
        obj is null || HasInterface(obj.GetMethodTable(), target) ? obj : null;

    /// <summary>For any target.</summary>
    internal static object? IsInstanceOfAny(MethodTable* target, object? obj) =>
        obj is null || IsAssignable(obj.GetMethodTable(), target, Variation.Boxed, null) ? obj : null;

    /// <summary>For the target of a catch clause.</summary>
    internal static bool IsInstanceOfException(MethodTable* target, object? obj) =>
        obj is not null && IsDerivedFrom(obj.GetMethodTable(), target);

    internal static object? CheckCastClass(MethodTable* target, object? obj)
    {
        if (obj is not null && !IsDerivedFrom(obj.GetMethodTable(), target))
        {
            ThrowHelper.ThrowInvalidCastException(obj.GetMethodTable(), target);
        }

        return obj;
    }

    /// <summary>
    /// As <see cref="CheckCastClass"/>; inline code has seen that the object is neither null nor exactly of the target type.
    /// </summary>
    internal static object CheckCastClassSpecial(MethodTable* target, object obj)
    {
        if (!IsDerivedFrom(obj.GetMethodTable(), target))
        {
            ThrowHelper.ThrowInvalidCastException(obj.GetMethodTable(), target);
        }

        return obj;
    }

    internal static object? CheckCastInterface(MethodTable* target, object? obj)
    {
        if (obj is not null && !HasInterface(obj.GetMethodTable(), target))
        {
            ThrowHelper.ThrowInvalidCastException(obj.GetMethodTable(), target);
        }

        return obj;
    }

    internal static object? CheckCastAny(MethodTable* target, object? obj)
    {
        if (obj is not null && !IsAssignable(obj.GetMethodTable(), target, Variation.Boxed, null))
        {
            ThrowHelper.ThrowInvalidCastException(obj.GetMethodTable(), target);
        }

        return obj;
    }

    /// <summary><c>array[index] = value</c> for an array of references.</summary>
    internal static void StelemRef(object?[] array, nint index, object? value)
    {
        ref var element = ref ElementAt(array, index);
        if (value is not null)
        {
            var elementType = array.GetMethodTable()->RelatedParameterType;
            if (elementType != value.GetMethodTable() && elementType != MethodTable.Of<object>())
            {
                StoreElement(ref element, elementType, value);
                return;
            }
        }

        element = value;
    }

    /// <summary>
    /// <c>ref array[index]</c> for an array of references: what is stored through the reference is not checked any more, so the element
    /// type must match exactly.
    /// </summary>
    internal static ref object? LdelemaRef(object?[] array, nint index, nint elementType)
    {
        ref var element = ref ElementAt(array, index);
        if (array.GetMethodTable()->RelatedParameterType != (MethodTable*)elementType)
        {
            ThrowHelper.ThrowArrayTypeMismatchException();
        }

        return ref element;
    }

    /// <summary>
    /// Whether a boxed <paramref name="source"/> can be assigned to <paramref name="target"/>; as <see cref="Type.IsAssignableFrom"/> also
    /// a value to its nullable.
    /// </summary>
    internal static bool AreTypesAssignable(MethodTable* source, MethodTable* target)
    {
        if (source == target)
        {
            return true;
        }

        if (source->IsGenericTypeDefinition || target->IsGenericTypeDefinition)
        {
            return false;
        }

        if (target->IsNullable && !source->IsNullable)
        {
            return source == target->NullableType;
        }

        return IsAssignable(source, target, Variation.Boxed, null);
    }

    /// <summary>
    /// Whether <paramref name="source"/> can stand for <paramref name="target"/> because both are of one generic definition and its
    /// variances allow it. Arrays implement their generic interfaces covariantly, whatever the variances say.
    /// </summary>
    internal static bool IsVariantOf(MethodTable* source, MethodTable* target, bool arrayCovariance) =>
        IsVariantOf(source, target, arrayCovariance, null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StoreElement(ref object? element, MethodTable* elementType, object value)
    {
        if (!IsAssignable(value.GetMethodTable(), elementType, Variation.Boxed, null))
        {
            ThrowHelper.ThrowArrayTypeMismatchException();
        }

        element = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref object? ElementAt(object?[] array, nint index)
    {
        // Reading the length of no array faults on the unmapped first page; it is the hardware that reports the null reference.
        if ((nuint)index >= (uint)array.Length)
        {
            ThrowHelper.ThrowIndexOutOfRangeException();
        }

        return ref Unsafe.Add(ref Unsafe.As<byte, object?>(ref Unsafe.As<RawArrayData>(array).Data), index);
    }

    private static bool IsDerivedFrom(MethodTable* type, MethodTable* target)
    {
        if (!type->IsCanonical)
        {
            // An array: its related type is that of its elements, and its base is Array.
            return type == target || target == MethodTable.Of<Array>() || target == MethodTable.Of<object>();
        }

        for (; type is not null; type = type->BaseType)
        {
            if (type == target)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasInterface(MethodTable* type, MethodTable* target)
    {
        var interfaces = type->Interfaces;
        for (var i = type->InterfaceCount; i > 0; i--, interfaces++)
        {
            if (*interfaces == target)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAssignable(MethodTable* source, MethodTable* target, Variation variation, VisitedPair* visited)
    {
        if (source == target)
        {
            return true;
        }

        if (target->IsInterface)
        {
            if (source->IsValueType && variation != Variation.Boxed)
            {
                return false;
            }

            return HasInterface(source, target) || (target->HasGenericVariance && HasVariantInterface(source, target, visited));
        }

        if (source->IsInterface)
        {
            return target == MethodTable.Of<object>();
        }

        if (target->IsParameterized)
        {
            // Pointers of different types are unrelated, and so are arrays of them.
            return source->IsParameterized && source->ParameterizedShape == target->ParameterizedShape && target->IsArray
                && !source->RelatedParameterType->IsPointer && !source->RelatedParameterType->IsFunctionPointer
                && IsAssignable(source->RelatedParameterType, target->RelatedParameterType, Variation.ArrayElement, visited);
        }

        if (source->IsValueType)
        {
            if (variation == Variation.ArrayElement && target->IsPrimitive)
            {
                return IgnoreSign(source->ElementType) == IgnoreSign(target->ElementType);
            }

            if (variation != Variation.Boxed)
            {
                return false;
            }
        }

        if (source->IsPointer || source->IsByRef || source->IsFunctionPointer)
        {
            return false;
        }

        return IsDerivedFrom(source, target)
            || (source->HasGenericVariance && target->HasGenericVariance && IsVariantOf(source, target, false, visited));
    }

    private static bool HasVariantInterface(MethodTable* source, MethodTable* target, VisitedPair* visited)
    {
        var interfaces = source->Interfaces;
        for (var i = source->InterfaceCount; i > 0; i--, interfaces++)
        {
            if (IsVariantOf(*interfaces, target, source->IsArray, visited))
            {
                return true;
            }
        }

        return source->IsInterface && IsVariantOf(source, target, false, visited);
    }

    private static bool IsVariantOf(MethodTable* source, MethodTable* target, bool arrayCovariance, VisitedPair* visited) =>
        source->HasGenericVariance && source->IsGeneric && source->GenericDefinition == target->GenericDefinition
        && ArgumentsAreCompatible(source, target, arrayCovariance, visited);

    private static bool ArgumentsAreCompatible(MethodTable* source, MethodTable* target, bool arrayCovariance, VisitedPair* visited)
    {
        if (VisitedPair.Contains(visited, source, target))
        {
            return false;
        }

        var pair = new VisitedPair(source, target, visited);
        var variances = target->GenericVariances;
        var arity = target->GenericArity;
        for (var i = 0; i < arity; i++)
        {
            var sourceArgument = source->GenericArgument(i);
            var targetArgument = target->GenericArgument(i);
            var compatible = (arrayCovariance ? GenericVariance.ArrayCovariant : variances[i]) switch
            {
                GenericVariance.Covariant => IsAssignable(sourceArgument, targetArgument, Variation.Unboxed, &pair),
                GenericVariance.Contravariant => IsAssignable(targetArgument, sourceArgument, Variation.Unboxed, &pair),
                GenericVariance.ArrayCovariant => IsAssignable(sourceArgument, targetArgument, Variation.ArrayElement, &pair),
                _ => sourceArgument == targetArgument,
            };
            if (!compatible)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The signed integer of the same size; booleans, characters and floating point are themselves.</summary>
    private static ElementType IgnoreSign(ElementType type) =>
        type is ElementType.Byte or ElementType.UInt16 or ElementType.UInt32 or ElementType.UInt64 or ElementType.UIntPtr ? type - 1 : type;
}
