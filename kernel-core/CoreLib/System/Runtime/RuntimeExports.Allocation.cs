using Internal.Runtime;
using System.Runtime.CompilerServices;

namespace System.Runtime;

internal static unsafe partial class RuntimeExports
{
    [RuntimeExport("RhNewObject")]
    internal static object RhNewObject(MethodTable* type) => RhpNewFast(type);

    /// <summary>ILC: <c>new</c> of a class, and boxing of a known type.</summary>
    [RuntimeExport("RhpNewFast")]
    internal static object RhpNewFast(MethodTable* type)
    {
        var address = AllocateZeroed(type->BaseSize);
        *(MethodTable**)address = type;
        return *(object*)&address;
    }

    /// <summary>Nothing is ever collected, so no finalizer runs: objects that have one are made like any other.</summary>
    [RuntimeExport("RhpNewFinalizable")]
    internal static object RhpNewFinalizable(MethodTable* type) => RhpNewFast(type);

    /// <exception cref="OverflowException">The length is negative.</exception>
    [RuntimeExport("RhNewArray")]
    internal static object RhNewArray(MethodTable* type, int length) => RhpNewArrayFast(type, length);

    [RuntimeExport("RhpNewArray")]
    internal static object RhpNewArray(MethodTable* type, nint length) => RhpNewArrayFast(type, length);

    [RuntimeExport("RhpNewPtrArrayFast")]
    internal static object RhpNewPtrArrayFast(MethodTable* type, nint length) => RhpNewArrayFast(type, length);

    /// <summary>ILC: <c>new T[length]</c>. Also the memory of strings: <paramref name="type"/> says how large what precedes the components is.</summary>
    [RuntimeExport("RhpNewArrayFast")]
    internal static object RhpNewArrayFast(MethodTable* type, nint length)
    {
        var size = SizeOfArray(type, length);
        return FormatArray(AllocateZeroed(size), type, (int)length);
    }

    /// <summary>An array without references whose elements are whatever the memory held before.</summary>
    internal static object NewUninitializedArray(MethodTable* type, nint length)
    {
        var address = Allocate(SizeOfArray(type, length));
        *(nint*)(address - sizeof(nint)) = 0;
        return FormatArray(address, type, (int)length);
    }

    private static nuint SizeOfArray(MethodTable* type, nint length)
    {
        if ((nuint)length > int.MaxValue)
        {
            ThrowHelper.ThrowOverflowException();
        }

        return ((nuint)type->BaseSize + ((nuint)length * type->ComponentSize) + 7) & ~(nuint)7;
    }

    private static object FormatArray(byte* address, MethodTable* type, int length)
    {
        *(MethodTable**)address = type;
        // The length is four bytes; the four of padding after it must be zero as well, for code that reads all eight as a native integer.
        *((long*)address + 1) = length;
        return *(object*)&address;
    }

    /// <summary>Zeroed memory for an object of <paramref name="size"/> bytes, a multiple of 8, header word included. The result is where the reference points.</summary>
    private static byte* AllocateZeroed(nuint size)
    {
        var address = Allocate(size);
        SpanHelpers.ClearWithoutReferences(ref *(address - sizeof(nint)), size);
        return address;
    }

    private static byte* Allocate(nuint size)
    {
        var address = (byte*)HeapAllocate(size, (nuint)sizeof(nint));
        if (address is null)
        {
            FailFast.OutOfMemory(size);
        }

        return address + sizeof(nint);
    }

    /// <summary>Provided by the image: memory whose content does not matter, or null.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "tarn_heap_allocate")]
    private static extern void* HeapAllocate(nuint size, nuint alignment);
}
