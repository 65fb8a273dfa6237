using System.Runtime;

namespace Internal.Runtime;

/// <summary>
/// Fields marked <see cref="System.ThreadStaticAttribute"/>. There is one thread, so each type's fields exist once, made when they are
/// first used.
/// </summary>
internal static unsafe class ThreadStatics
{
    /// <summary>For each type that has such fields the method table of the object that holds them.</summary>
    private static MethodTable** s_types;

    private static object?[]? s_storage;

    internal static void Initialize(ReadyToRunHeader* module)
    {
        s_types = (MethodTable**)module->Section(ReadyToRunSection.ThreadStatics, out var byteCount);
        if (byteCount != 0)
        {
            s_storage = new object?[byteCount / sizeof(MethodTable*)];
        }
    }

    /// <summary>ILC: called by name for each access. Allocates at the first for a type.</summary>
    internal static object GetThreadStaticBaseForType(TypeManagerSlot* module, int typeIndex)
    {
        ref var statics = ref s_storage![typeIndex];
        return statics ??= RuntimeExports.RhNewObject(s_types[typeIndex]);
    }
}
