using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

/// <summary>ILC: called by name for generic virtual methods on objects whose type it does not know.</summary>
/// <remarks>
/// .NET looks the method up in tables that ILC writes, and makes the dictionaries that shared code needs at run time. Here the build makes
/// all of them: the tool finds which slots are called on which types, and writes the look-up into an assembly of its own, which is compiled
/// with the program (build/Sdk/Tool/GenericVirtualMethods). A call that it cannot resolve fails the build.
/// </remarks>
internal static unsafe class TypeLoaderExports
{
    /// <summary>The method that a call runs.</summary>
    /// <param name="instance">The object.</param>
    /// <param name="slot">The virtual method, with its type arguments.</param>
    /// <returns>What <c>ldftn</c> makes of the method: its address, or a tagged pair of it and a dictionary.</returns>
    internal static nint GVMLookupForSlot(object instance, RuntimeMethodHandle slot)
    {
        if (instance is null)
        {
            ThrowHelper.ThrowNullReferenceException();
        }

        var method = Find(instance.GetMethodTable(), slot.Value);
        if (method == 0)
        {
            // The build saw no object of this type: the compiler and it do not agree, and any answer would be a guess.
            FailFast.Panic("No method is known for a call of a generic virtual method."u8);
        }

        return method;
    }

    [RuntimeImport("*", "tarn_find_generic_virtual_method")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern nint Find(MethodTable* type, nint slot);
}
