using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <remarks>What ILC calls returns addresses and not references: to C# a reference made from an address is one that went through
/// memory.</remarks>
internal static unsafe partial class RuntimeExports
{
    /// <summary>Up to here a loop of stores beats a call. Most objects are smaller.</summary>
    private const uint LargestZeroedInPlace = 192;

    internal static object RhNewObject(MethodTable* type)
    {
        var address = RhpNewFast(type);
        return *(object*)&address;
    }

    internal static object RhNewArray(MethodTable* type, nint length)
    {
        var address = RhpNewArrayFast(type, length);
        return *(object*)&address;
    }

    /// <summary>An array without references whose elements are whatever the memory held before.</summary>
    internal static object NewUninitializedArray(MethodTable* type, nint length)
    {
        var address = FormatArray(Allocate(SizeOfArray(type, length)), type, length, 0);
        return *(object*)&address;
    }

    /// <summary>ILC: <c>new</c> of a class, and boxing of a known type (Assembly/Allocation.s).</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "RhpNewFast")]
    private static extern byte* RhpNewFast(MethodTable* type);

    /// <summary>Assembly/Allocation.s: the same of a class whose objects take more than a few stores to zero.</summary>
    [RuntimeExport("tarn_new_large_object")]
    private static byte* NewLargeObject(MethodTable* type)
    {
        var block = Allocate(type->BaseSize);
        SpanHelpers.Fill(ref *block, 0, type->BaseSize);
        *((MethodTable**)block + 1) = type;
        return block + sizeof(nint);
    }

    /// <summary>Assembly/Allocation.s: there is no memory for an object.</summary>
    [RuntimeExport("tarn_throw_out_of_memory")]
    private static void ThrowOutOfMemory(nuint size) => OutOfMemoryException.Throw(size);

    /// <summary>ILC: the same where the class is known at run time only.</summary>
    [RuntimeExport("RhNewObject")]
    private static byte* RhNewObjectExport(MethodTable* type) => RhpNewFast(type);

    /// <summary>ILC: <c>new T[length]</c>. Also makes strings: the type says what precedes the elements.</summary>
    /// <exception cref="OverflowException">The length is negative.</exception>
    [RuntimeExport("RhpNewArrayFast")]
    private static byte* RhpNewArrayFast(MethodTable* type, nint length)
    {
        var size = SizeOfArray(type, length);
        return FormatArray(Allocate(size), type, length, size);
    }

    [RuntimeExport("RhpNewPtrArrayFast")]
    private static byte* RhpNewPtrArrayFast(MethodTable* type, nint length) => RhpNewArrayFast(type, length);

    [RuntimeExport("RhNewArray")]
    private static byte* RhNewArrayExport(MethodTable* type, nint length) => RhpNewArrayFast(type, length);

    /// <summary>Bytes of an array with its header word, a multiple of 8. Below 2^47 + 32, for no length overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nuint SizeOfArray(MethodTable* type, nint length)
    {
        if ((nuint)length > int.MaxValue)
        {
            ThrowHelper.ThrowOverflowException();
        }

        return ((nuint)type->BaseSize + ((nuint)length * type->ElementSize) + 7) & ~(nuint)7;
    }

    /// <summary>Zeroes as many bytes as told and writes what precedes the elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* FormatArray(byte* block, MethodTable* type, nint length, nuint bytesToClear)
    {
        Clear(block, bytesToClear);
        *(nint*)block = 0;
        *((MethodTable**)block + 1) = type;

        // The length has four bytes; the four behind it are padding that must be zero, for code that reads all eight, or the first
        // characters of a string.
        *((nint*)block + 2) = length;
        return block + sizeof(nint);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear(byte* block, nuint size)
    {
        if (size > LargestZeroedInPlace)
        {
            SpanHelpers.Fill(ref *block, 0, size);
            return;
        }

        ClearSmall(block, size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ClearSmall(byte* block, nuint size)
    {
        if (size < (nuint)sizeof(FourWords))
        {
            // The smallest object has three words. Of one that is not to be cleared this writes three, which are written again.
            *(TwoWords*)block = default;
            *((nint*)block + 2) = 0;
            return;
        }

        // The last words may be some of those before them.
        if (size <= (nuint)sizeof(EightWords))
        {
            *(FourWords*)block = default;
            *(FourWords*)(block + size - sizeof(FourWords)) = default;
            return;
        }

        var last = block + size - sizeof(EightWords);
        do
        {
            *(EightWords*)block = default;
            block += sizeof(EightWords);
        }
        while (block < last);
        *(EightWords*)last = default;
    }

    private struct TwoWords
    {
        public nint First;
        public nint Second;
    }

    private struct FourWords
    {
        public TwoWords First;
        public TwoWords Second;
    }

    private struct EightWords
    {
        public FourWords First;
        public FourWords Second;
    }

    /// <summary>Memory for an object of <paramref name="size"/> bytes, the header word first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Allocate(nuint size)
    {
        var block = (byte*)HeapAllocate(size, (nuint)sizeof(nint));
        if (block is null)
        {
            OutOfMemoryException.Throw(size);
        }

        return block;
    }

    /// <summary>Provided by the image: memory whose content does not matter, or null. Without a collector the linker makes it another name of
    /// <c>tarn_heap_allocate</c> (kernel.ld); one notes besides that the block is an object.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "tarn_object_allocate")]
    private static extern void* HeapAllocate(nuint size, nuint alignment);
}
