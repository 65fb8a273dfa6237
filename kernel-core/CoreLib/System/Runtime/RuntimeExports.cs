using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>Allocation and boxing: what ILC calls for <c>new</c>, <c>box</c> and <c>unbox</c>.</summary>
internal static unsafe partial class RuntimeExports
{
    /// <summary>A copy of an object field by field.</summary>
    internal static object RhMemberwiseClone(object source)
    {
        var type = source.GetMethodTable();
        var length = type->HasComponentSize ? Unsafe.As<RawArrayData>(source).Length : 0;
        var clone = type->HasComponentSize ? RhNewArray(type, (int)length) : RhNewObject(type);
        var byteCount = type->BaseSize - 2 * (nuint)sizeof(nint) + (nuint)length * type->ComponentSize;
        SpanHelpers.Memmove(ref clone.GetRawData(), ref source.GetRawData(), byteCount);
        return clone;
    }

    /// <summary>
    /// ILC: called to box a value of a type it knows only at run time, or a nullable. Null for a nullable without a value.
    /// </summary>
    internal static object? RhBox(MethodTable* type, ref byte data)
    {
        if (type->IsNullable)
        {
            if (data == 0)
            {
                return null;
            }

            data = ref Unsafe.AddByteOffset(ref data, (nuint)type->NullableValueOffset);
            type = type->NullableType;
        }

        var box = RhNewObject(type);
        SpanHelpers.Memmove(ref box.GetRawData(), ref data, type->ValueTypeSize);
        return box;
    }

    /// <summary>A boxed copy of the value at <paramref name="data"/>, or the reference there.</summary>
    internal static object? RhBoxAny(ref byte data, MethodTable* type) =>
        type->IsValueType ? RhBox(type, ref data) : Unsafe.As<byte, object?>(ref data);

    /// <summary>ILC: called for <c>unbox</c> where the type of the object is not the one expected at first sight.</summary>
    internal static ref byte RhUnbox2(MethodTable* type, object? obj)
    {
        if (obj is null)
        {
            ThrowHelper.ThrowNullReferenceException();
        }

        if (!IsUnboxable(obj.GetMethodTable(), type))
        {
            ThrowHelper.ThrowInvalidCastException(obj.GetMethodTable(), type);
        }

        return ref obj.GetRawData();
    }

    /// <summary>ILC: called for <c>unbox.any</c> to a nullable: null gives no value.</summary>
    internal static void RhUnboxNullable(ref byte data, MethodTable* type, object? obj)
    {
        if (obj is null)
        {
            SpanHelpers.ClearWithoutReferences(ref data, type->ValueTypeSize);
            return;
        }

        var valueType = type->NullableType;
        if (obj.GetMethodTable() != valueType)
        {
            ThrowHelper.ThrowInvalidCastException(obj.GetMethodTable(), type);
        }

        // Through RhUnbox2, although the types are equal: ILC's scanner takes this method for what every unbox.any calls, and has to see
        // what RhUnbox2 can throw.
        data = 1;
        SpanHelpers.Memmove(
            ref Unsafe.AddByteOffset(ref data, (nuint)type->NullableValueOffset), ref RhUnbox2(valueType, obj), valueType->ValueTypeSize);
    }

    /// <summary>
    /// ILC: called when an inline comparison of the two types failed; throws unless the value may be unboxed all the same.
    /// </summary>
    internal static void RhUnboxTypeTest(MethodTable* type, MethodTable* boxedType)
    {
        if (!IsUnboxable(boxedType, type))
        {
            ThrowHelper.ThrowInvalidCastException(boxedType, type);
        }
    }

    /// <summary>
    /// An enum unboxes to its underlying type and the other way round, and to any enum over the same (ECMA-335, III.4.32 and I.8.7.1).
    /// </summary>
    private static bool IsUnboxable(MethodTable* boxedType, MethodTable* type) =>
        boxedType == type ||
        (boxedType->ElementType == type->ElementType && type->ElementType is >= ElementType.Boolean and <= ElementType.Double);
}
