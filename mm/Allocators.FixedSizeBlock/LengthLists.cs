using System;
using System.Runtime.CompilerServices;

namespace Tarn.Allocators;

/// <summary>Which free list holds blocks of which length.</summary>
/// <remarks>
/// <para>
/// Lists are in groups of 64. Each group spans a doubling of the length and divides it evenly, so that the lengths in one list differ by
/// less than 1/64. Which doubling, and where in it: the exponent and the fraction of a floating-point number say just that. So a list's
/// number is the upper part of the length's representation as a <see cref="double"/>, which holds every length exactly.
/// </para>
/// <code>
///   bit   63     62 … 52        51 … 46            45 … 0
///       | sign | exponent     | fraction, 52 bits          |
///              |&lt;--- group ---&gt;|&lt;- in group -&gt;|
///              |&lt;----------- list -----------&gt;|
///
///   group    lengths in bytes                   step    lists
///   1026                 8 …            15       1/8    65664 … 65727   (empty: below a granule)
///   1027                16 …            31       1/4    65728 … 65791
///     …
///   1033             1,024 …         2,047        16    66112 … 66175
///   1034             2,048 …         4,095        32    66176 … 66239
///     …
///   1053     1,073,741,824 … 2,147,483,647  16777216    67392 … 67455
///   1054                                                                (empty: above every range)
/// </code>
/// <para>Lengths are whole granules, so in the groups of short ones most lists stay empty and the others hold one length each.</para>
/// </remarks>
internal static class LengthLists
{
    /// <summary>Binary logarithm of the number of lists in a group.</summary>
    internal const int GroupShift = 6;

    /// <summary>The number of the first group: of lengths of 2^3, as the exponent's bias is 1,023.</summary>
    internal const int FirstGroup = 1023 + 3;

    /// <summary>Groups that there are. No more than 32, so that a word of 32 bits can have a bit for each.</summary>
    internal const int GroupCount = 29;

    /// <summary>The number of the first list.</summary>
    internal const int First = FirstGroup << GroupShift;

    /// <summary>Lists that there are.</summary>
    internal const int Count = GroupCount << GroupShift;

    private const int UnusedFractionBits = 52 - GroupShift;

    /// <summary>The list of blocks of this length.</summary>
    /// <param name="length">Bytes; 8 to 2^31.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint For(nuint length) => (nuint)(BitConverter.DoubleToUInt64Bits((nint)length) >> UnusedFractionBits);

    /// <summary>The first list of which every block is long enough: the one behind that of what is just too short.</summary>
    /// <param name="length">Bytes that are wanted; whole granules, above 0, at most 2^31.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint FirstOfAtLeast(nuint length) => For(length - 1) + 1;

    /// <summary>The group of a list.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nuint GroupOf(nuint list) => list >> GroupShift;
}
