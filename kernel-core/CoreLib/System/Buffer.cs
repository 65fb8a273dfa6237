using System.Runtime.CompilerServices;

namespace System;

/// <summary>Copies memory. The regions may overlap.</summary>
public static unsafe class Buffer
{
    /// <summary>Copies bytes between arrays of primitives, whatever their element types.</summary>
    /// <exception cref="ArgumentException">An array is not of primitives, or a range ends past its array.</exception>
    public static void BlockCopy(Array src, int srcOffset, Array dst, int dstOffset, int count)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(dst);
        var sourceLength = ByteLengthOrThrow(src, nameof(src));
        var destinationLength = ByteLengthOrThrow(dst, nameof(dst));
        if ((srcOffset | dstOffset | count) < 0)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(
                srcOffset < 0 ? nameof(srcOffset) : dstOffset < 0 ? nameof(dstOffset) : nameof(count));
        }

        if (sourceLength < (nuint)srcOffset + (nuint)count || destinationLength < (nuint)dstOffset + (nuint)count)
        {
            ThrowHelper.ThrowArgumentException("Offset and count do not lie within the array.");
        }

        SpanHelpers.Memmove(
            ref Unsafe.AddByteOffset(ref dst.Data, (nuint)dstOffset),
            ref Unsafe.AddByteOffset(ref src.Data, (nuint)srcOffset),
            (nuint)count);
    }

    /// <summary>How many bytes the elements of an array of primitives have.</summary>
    public static int ByteLength(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return checked((int)ByteLengthOrThrow(array, nameof(array)));
    }

    public static byte GetByte(Array array, int index)
    {
        if ((uint)index >= (uint)ByteLength(array))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        return Unsafe.AddByteOffset(ref array.Data, (nuint)index);
    }

    public static void SetByte(Array array, int index, byte value)
    {
        if ((uint)index >= (uint)ByteLength(array))
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(index));
        }

        Unsafe.AddByteOffset(ref array.Data, (nuint)index) = value;
    }

    public static void MemoryCopy(void* source, void* destination, long destinationSizeInBytes, long sourceBytesToCopy) =>
        MemoryCopy(source, destination, (ulong)destinationSizeInBytes, (ulong)sourceBytesToCopy);

    public static void MemoryCopy(void* source, void* destination, ulong destinationSizeInBytes, ulong sourceBytesToCopy)
    {
        if (sourceBytesToCopy > destinationSizeInBytes)
        {
            ThrowHelper.ThrowArgumentOutOfRangeException(nameof(sourceBytesToCopy));
        }

        SpanHelpers.Memmove(ref *(byte*)destination, ref *(byte*)source, (nuint)sourceBytesToCopy);
    }

    /// <summary>Copies <paramref name="elementCount"/> values, references included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Memmove<T>(ref T destination, ref T source, nuint elementCount) =>
        SpanHelpers.Memmove(ref Unsafe.As<T, byte>(ref destination), ref Unsafe.As<T, byte>(ref source), elementCount * (nuint)sizeof(T));

    /// <summary>ILC: called to copy structs that hold references. There is no write barrier, so it is a plain copy.</summary>
    internal static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint byteCount) =>
        SpanHelpers.Memmove(ref destination, ref source, byteCount);

    private static nuint ByteLengthOrThrow(Array array, string paramName)
    {
        if (!array.GetMethodTable()->RelatedParameterType->IsPrimitive)
        {
            ThrowHelper.ThrowArgumentException("Object must be an array of primitives.", paramName);
        }

        return (nuint)(uint)array.Length * array.ElementSize;
    }
}
