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
        var address = Allocate(type->BaseSize);
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
        if ((nuint)length > int.MaxValue)
        {
            ThrowHelper.ThrowOverflowException();
        }

        var address = Allocate(((nuint)type->BaseSize + ((nuint)length * type->ComponentSize) + 7) & ~(nuint)7);
        *(MethodTable**)address = type;
        *((int*)address + 2) = (int)length;
        return *(object*)&address;
    }

    /// <summary>Zeroed memory for an object of <paramref name="size"/> bytes, a multiple of 8, header word included. The result is where the reference points.</summary>
    private static byte* Allocate(nuint size)
    {
        var address = (byte*)HeapAllocate(size, (nuint)sizeof(nint));
        if (address is null)
        {
            FailFast.OutOfMemory(size);
        }

        SpanHelpers.ClearWithoutReferences(ref *address, size);
        return address + sizeof(nint);
    }

    /// <summary>Provided by the image: memory whose content does not matter, or null.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "tarn_heap_allocate")]
    private static extern void* HeapAllocate(nuint size, nuint alignment);
}
