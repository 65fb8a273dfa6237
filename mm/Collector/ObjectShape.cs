using System.Runtime.CompilerServices;

namespace Tarn.Collecting;

/// <summary>What the collector reads of an object's type: how long the object is, and where in it are references.</summary>
/// <remarks>
/// <code>
///   the type, in read-only data                             the object, in the heap
///   …        series of references, downwards                -8  header: lower half the collector's, upper half the count of locks
///   -8       how many series there are                       0  address of the type   ◄── references point here
///    0  uint flags: 31 has components, 15 … 0 their size; 24 has references     8  length (4 bytes), if it has components; else fields
///    4  uint bytes of an instance, header included           …
/// </code>
/// <para>A type has series where bit 24 of its flags is set. With a number above 0, each is a run of references:</para>
/// <code>
///   -24 - 16 i  nint  bytes of the run, less those of the object    -16 - 16 i  nint  where it begins in the object
/// </code>
/// <para>
/// With a number below 0, the object is an array of structs, the one series says where the first element begins (at -16), and then as many
/// pairs as the number says repeat from there to the array's end:
/// </para>
/// <code>
///   -24 - 8 i   uint  how many references follow each other         -20 - 8 i   uint  how many bytes without any follow them
/// </code>
/// <para>Source: what ILC 10.0 emits; the format is that of dotnet/runtime (<c>gcdesc.h</c>, <c>GCDescEncoder.cs</c>).</para>
/// </remarks>
internal static unsafe class ObjectShape
{
    /// <summary>Bytes from a block's start to where references to its object point.</summary>
    internal const nuint HeaderSize = 8;

    private const uint HasComponents = 0x8000_0000, ContainsReferences = 0x0100_0000, ComponentSizeMask = 0xFFFF;

    /// <summary>Whether there may be references in an object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool HasReferences(nuint reference) => (**(uint**)reference & ContainsReferences) != 0;

    /// <summary>Whether an object is an array or a string.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsArray(nuint reference) => (**(uint**)reference & HasComponents) != 0;

    /// <summary>Bytes of an object, header included, as they were allocated: a multiple of 8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint SizeOf(nuint reference)
    {
        var type = *(uint**)reference;
        nuint size = type[1];
        var flags = type[0];
        if ((flags & HasComponents) != 0)
        {
            size += (nuint)(flags & ComponentSizeMask) * *(uint*)(reference + HeaderSize);
        }

        return (size + 7) & ~(nuint)7;
    }
}
