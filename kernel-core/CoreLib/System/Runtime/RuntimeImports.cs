using System.Runtime.CompilerServices;

namespace System.Runtime;

/// <summary>ILC: called by type and method name. .NET imports these from its native runtime; here they are C# like the rest.</summary>
internal static unsafe class RuntimeImports
{
    /// <summary>Stores into arrays of references with several dimensions: throws unless the element type admits the object.</summary>
    internal static void RhCheckArrayStore(Array array, object? value)
    {
        if (value is not null && TypeCast.IsInstanceOfAny(array.GetMethodTable()->RelatedParameterType, value) is null)
        {
            ThrowHelper.ThrowArrayTypeMismatchException();
        }
    }

    /// <summary>A number that differs from call to call, for what has to begin somewhere. May be called in any context.</summary>
    [RuntimeImport("*", "tarn_entropy")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Entropy();
}
