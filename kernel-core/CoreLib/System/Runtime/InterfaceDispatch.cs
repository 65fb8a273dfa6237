using Internal.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace System.Runtime;

/// <summary>Finds the code of interface methods, and remembers it for the calls to come. The fast path is in <c>Dispatch.s</c>.</summary>
/// <remarks>
/// Nothing here allocates from the heap, because the heap itself may be called through an interface. Entries come from a pool in the image;
/// when it is used up, calls of further types through further cells work but are resolved each time.
/// </remarks>
internal static unsafe class InterfaceDispatch
{
    /// <summary>The second word of a cell: an address, or in its low two bits what it is instead.</summary>
    private const nint TagMask = 3;

    /// <summary>The interface's method table, absolute.</summary>
    private const nint TagInterface = 1;

    /// <summary>The interface's method table, relative to the word.</summary>
    private const nint TagRelativeInterface = 3;

    [StructLayout(LayoutKind.Sequential)]
    private struct Cell
    {
        public nint Stub;
        public nint Cache;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct CacheEntry
    {
        public MethodTable* Type;
        public nint Code;
        public nint Next;
    }

    private struct CacheEntryPool
    {
        public fixed ulong Words[PoolSize * WordsPerEntry];
    }

    private const int PoolSize = 512;
    private const int WordsPerEntry = 3;

    private static CacheEntryPool s_pool;

    private static int s_poolUsed;

    /// <summary>
    /// The code to call for a method of an interface on an object. Called from <c>Dispatch.s</c> when the cell's chain does not know the
    /// object's type.
    /// </summary>
    [RuntimeExport("tarn_resolve_interface_call")]
    private static nint ResolveInterfaceCall(object instance, nint cell)
    {
        var type = instance.GetMethodTable();
        ref var word = ref ((Cell*)cell)->Cache;
        var code = Resolve(type, InterfaceOf(ref word), SlotOf((Cell*)cell));
        Remember(ref word, type, code);
        return code;
    }

    /// <summary>ILC: the code of an interface method on an object, for delegates and function pointers to it.</summary>
    [RuntimeExport("RhpResolveInterfaceMethod")]
    internal static nint RhpResolveInterfaceMethod(object? instance, nint cell)
    {
        if (instance is null)
        {
            // The compiler may move this ahead of the null check that it emits as well.
            return 0;
        }

        var type = instance.GetMethodTable();
        for (var word = ((Cell*)cell)->Cache; (word & TagMask) == 0; word = ((CacheEntry*)word)->Next)
        {
            if (((CacheEntry*)word)->Type == type)
            {
                return ((CacheEntry*)word)->Code;
            }
        }

        return ResolveInterfaceCall(instance, cell);
    }

    /// <summary>
    /// Each class from the object's up is asked twice, first for methods of classes, then for default methods of interfaces; each time for
    /// the very interface first, then for one that variance makes do.
    /// </summary>
    /// <exception cref="EntryPointNotFoundException">The method was left abstract by a class between.</exception>
    /// <exception cref="AmbiguousImplementationException">Several default methods fit and none is more specific than the
    /// others.</exception>
    private static nint Resolve(MethodTable* type, MethodTable* interfaceType, int slot)
    {
        for (var defaultMethods = 0; defaultMethods < 2; defaultMethods++)
        {
            for (var current = type; current is not null; current = current->IsArray ? MethodTable.Of<Array>() : current->BaseType)
            {
                var entry = FindEntry(current, interfaceType, slot, defaultMethods != 0);
                if (entry is null)
                {
                    continue;
                }

                int implementation = entry->ImplementationSlot;
                if (implementation < current->VirtualSlotCount)
                {
                    // A derived class may have overridden it.
                    return type->VirtualSlots[implementation];
                }

                if (implementation == DispatchMapSlot.Reabstraction)
                {
                    throw new EntryPointNotFoundException();
                }

                if (implementation == DispatchMapSlot.Diamond)
                {
                    throw new AmbiguousImplementationException();
                }

                return current->SealedVirtualSlot(implementation - current->VirtualSlotCount);
            }
        }

        FailFast.Panic("An interface method was called on an object whose class does not implement the interface."u8);
        return 0;
    }

    private static DispatchMapEntry* FindEntry(MethodTable* type, MethodTable* interfaceType, int slot, bool defaultMethods)
    {
        var map = type->DispatchMap;
        if (map is null)
        {
            return null;
        }

        var first = DispatchMap.Entries(map) + (defaultMethods ? map->StandardEntryCount : 0);
        var end = first + (defaultMethods ? map->DefaultEntryCount : map->StandardEntryCount);
        for (var entry = first; entry < end; entry++)
        {
            if (entry->InterfaceSlot == slot && type->Interfaces[entry->InterfaceIndex] == interfaceType)
            {
                return entry;
            }
        }

        if (!interfaceType->HasGenericVariance)
        {
            return null;
        }

        // The enumerator of an array of int must serve who sees the array as one of uint: ILC marks it as covariant in the way of arrays.
        var arrayCovariance = type->IsArray
            || (type->HasGenericVariance && type->GenericArity == 1 && type->GenericVariances[0] == GenericVariance.ArrayCovariant);
        for (var entry = first; entry < end; entry++)
        {
            if (entry->InterfaceSlot == slot &&
                TypeCast.IsVariantOf(type->Interfaces[entry->InterfaceIndex], interfaceType, arrayCovariance))
            {
                return entry;
            }
        }

        return null;
    }

    private static MethodTable* InterfaceOf(ref nint word)
    {
        var value = word;
        while ((value & TagMask) == 0)
        {
            value = ((CacheEntry*)value)->Next;
        }

        switch (value & TagMask)
        {
            case TagInterface:
                return (MethodTable*)(value - TagInterface);
            case TagRelativeInterface:
                return (MethodTable*)((nint)Unsafe.AsPointer(ref word) + (int)value - TagRelativeInterface);
            default:
                FailFast.Panic("A dispatch cell has a form that this core library does not know."u8);
                return null;
        }
    }

    private static int SlotOf(Cell* cell)
    {
        while (cell->Stub != 0)
        {
            cell++;
        }

        return (int)cell->Cache;
    }

    private static void Remember(ref nint word, MethodTable* type, nint code)
    {
        // An interrupt may run this between any two instructions: the entry is taken, filled, and only then seen by others.
        if (s_poolUsed >= PoolSize)
        {
            return;
        }

        var index = Threading.Interlocked.Increment(ref s_poolUsed) - 1;
        if (index >= PoolSize)
        {
            return;
        }

        var entry = (CacheEntry*)Unsafe.AsPointer(ref s_pool.Words[index * WordsPerEntry]);
        entry->Type = type;
        entry->Code = code;
        nint head;
        do
        {
            head = word;
            entry->Next = (head & TagMask) == 0 ? head : (nint)InterfaceOf(ref word) + TagInterface;
        }
        while (Threading.Interlocked.CompareExchange(ref word, (nint)entry, head) != head);
    }
}
