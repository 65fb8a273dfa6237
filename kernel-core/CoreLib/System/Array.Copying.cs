using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace System;

public abstract unsafe partial class Array : ICloneable
{
    public static T[] Empty<T>() => EmptyArray<T>.Value;

    public object Clone() => MemberwiseClone();

    /// <summary>
    /// Copies as if through a temporary array. Elements are cast, boxed or unboxed where the types of the arrays ask for it.
    /// </summary>
    /// <exception cref="ArrayTypeMismatchException">
    /// No conversion leads from one element type to the other. (Primitives are not widened here, as they are in .NET.)
    /// </exception>
    /// <exception cref="InvalidCastException">An element is not of the destination's element type.</exception>
    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)
    {
        ArgumentNullException.ThrowIfNull(sourceArray);
        ArgumentNullException.ThrowIfNull(destinationArray);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(sourceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(destinationIndex);
        if ((uint)sourceIndex + (uint)length > (uint)sourceArray.Length)
        {
            ThrowHelper.ThrowArgumentException(
                "Source array was not long enough. Check the source index, length, and the array's lower bounds.", nameof(sourceArray));
        }

        if ((uint)destinationIndex + (uint)length > (uint)destinationArray.Length)
        {
            ThrowHelper.ThrowDestinationArrayTooShort();
        }

        var sourceType = sourceArray.GetMethodTable();
        var destinationType = destinationArray.GetMethodTable();
        if (sourceType != destinationType)
        {
            if (sourceArray.Rank != destinationArray.Rank)
            {
                throw new RankException();
            }

            if (!HaveSameElements(sourceType->RelatedParameterType, destinationType->RelatedParameterType))
            {
                CopyConverting(sourceArray, sourceIndex, destinationArray, destinationIndex, length);
                return;
            }
        }

        var size = sourceArray.ElementSize;
        SpanHelpers.Memmove(
            ref Unsafe.AddByteOffset(ref destinationArray.Data, (nuint)(uint)destinationIndex * size),
            ref Unsafe.AddByteOffset(ref sourceArray.Data, (nuint)(uint)sourceIndex * size),
            (nuint)(uint)length * size);
    }

    public static void Copy(Array sourceArray, Array destinationArray, int length) => Copy(sourceArray, 0, destinationArray, 0, length);

    public static void Copy(Array sourceArray, Array destinationArray, long length) =>
        Copy(sourceArray, 0, destinationArray, 0, ToInt32(length));

    public static void Copy(Array sourceArray, long sourceIndex, Array destinationArray, long destinationIndex, long length) =>
        Copy(sourceArray, ToInt32(sourceIndex), destinationArray, ToInt32(destinationIndex), ToInt32(length));

    /// <summary>Copies all or nothing: arrays whose elements would have to be converted are refused.</summary>
    public static void ConstrainedCopy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)
    {
        if (sourceArray is not null &&
            destinationArray is not null &&
            !HaveSameElements(sourceArray.GetMethodTable()->RelatedParameterType, destinationArray.GetMethodTable()->RelatedParameterType))
        {
            ThrowHelper.ThrowArrayTypeMismatchException();
        }

        Copy(sourceArray!, sourceIndex, destinationArray!, destinationIndex, length);
    }

    public void CopyTo(Array array, int index)
    {
        if (array is not null && array.Rank != 1)
        {
            ThrowHelper.ThrowArgumentException("The destination has several dimensions.", nameof(array));
        }

        Copy(this, 0, array!, index, Length);
    }

    public void CopyTo(Array array, long index) => CopyTo(array, ToInt32(index));

    public static void Clear(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        SpanHelpers.ClearWithoutReferences(ref array.Data, (nuint)(uint)array.Length * array.ElementSize);
    }

    public static void Clear(Array array, int index, int length)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (index < 0 || length < 0 || (uint)index + (uint)length > (uint)array.Length)
        {
            ThrowHelper.ThrowIndexOutOfRangeException();
        }

        var size = array.ElementSize;
        SpanHelpers.ClearWithoutReferences(ref Unsafe.AddByteOffset(ref array.Data, (nuint)(uint)index * size), (nuint)(uint)length * size);
    }

    public static void Resize<T>([NotNull] ref T[]? array, int newSize)
    {
        if (newSize < 0)
        {
            ThrowHelper.ThrowNonNegativeRequired(nameof(newSize));
        }

        if (array is null)
        {
            array = new T[newSize];
        }
        else if (array.Length != newSize)
        {
            var resized = new T[newSize];
            Buffer.Memmove(
                ref MemoryMarshal.GetArrayDataReference(resized),
                ref MemoryMarshal.GetArrayDataReference(array),
                (nuint)(uint)Math.Min(newSize, array.Length));
            array = resized;
        }
    }

    private static int ToInt32(long value)
    {
        if (value != (int)value)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException();
        }

        return (int)value;
    }

    // Whether the elements may be copied as bits: the same type, integers that differ in sign only, or references to something general.
    private static bool HaveSameElements(MethodTable* source, MethodTable* destination)
    {
        if (source == destination)
        {
            return true;
        }

        return source->IsValueType == destination->IsValueType &&
            (source->IsValueType
                ? source->IsPrimitive && destination->IsPrimitive && SignedOf(source->ElementType) == SignedOf(destination->ElementType)
                : TypeCast.AreTypesAssignable(source, destination));
    }

    private static ElementType SignedOf(ElementType type) => type switch
    {
        ElementType.Byte => ElementType.SByte,
        ElementType.UInt16 => ElementType.Int16,
        ElementType.UInt32 => ElementType.Int32,
        ElementType.UInt64 => ElementType.Int64,
        ElementType.UIntPtr => ElementType.IntPtr,
        _ => type,
    };

    private static void CopyConverting(Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        var from = source.GetMethodTable()->RelatedParameterType;
        var to = destination.GetMethodTable()->RelatedParameterType;
        if (from->IsValueType && to->IsValueType)
        {
            ThrowHelper.ThrowArrayTypeMismatchException();
        }

        // Neither an unrelated class nor a box of another type could ever get through the casts below.
        if (!TypeCast.AreTypesAssignable(from, to) && !TypeCast.AreTypesAssignable(to, from) && !from->IsInterface && !to->IsInterface)
        {
            ThrowHelper.ThrowArrayTypeMismatchException();
        }

        var fromSize = source.ElementSize;
        var toSize = destination.ElementSize;
        for (var i = 0; i < length; i++)
        {
            ref var sourceElement = ref Unsafe.AddByteOffset(ref source.Data, (nuint)(uint)(sourceIndex + i) * fromSize);
            ref var destinationElement = ref Unsafe.AddByteOffset(ref destination.Data, (nuint)(uint)(destinationIndex + i) * toSize);
            var element = RuntimeExports.RhBoxAny(ref sourceElement, from);
            if (to->IsValueType)
            {
                if (element is null)
                {
                    ThrowHelper.ThrowInvalidCastException();
                }

                SpanHelpers.Memmove(ref destinationElement, ref RuntimeExports.RhUnbox2(to, element), toSize);
            }
            else
            {
                Unsafe.As<byte, object?>(ref destinationElement) = TypeCast.CheckCastAny(to, element);
            }
        }
    }
}
