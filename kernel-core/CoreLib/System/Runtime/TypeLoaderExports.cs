namespace System.Runtime;

/// <summary>ILC: called by name for generic virtual methods.</summary>
internal static class TypeLoaderExports
{
    internal static nint GVMLookupForSlot(object instance, RuntimeMethodHandle slot)
    {
        if (instance is null)
        {
            ThrowHelper.ThrowNullReferenceException();
        }

        throw new NotSupportedException(
            "A generic virtual method was called; this core library cannot look up at run time which implementation is meant.");
    }
}
