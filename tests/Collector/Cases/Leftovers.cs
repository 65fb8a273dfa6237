using System;
using System.Runtime.CompilerServices;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>What earlier calls have left behind, overwritten: on the stack, where it would keep objects; and in freed memory, where it would hide that it was freed.</summary>
internal static class Leftovers
{
    /// <summary>Overwrites what is below the caller's frame: the collector takes each word on the stack for a reference.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void ScrubStack()
    {
        Span<byte> scratch = stackalloc byte[8192];
        scratch.Clear();
        Keep(scratch);
    }

    /// <summary>Makes objects over what was freed, so that whatever was freed too early is seen.</summary>
    /// <param name="count">How many.</param>
    /// <param name="sizes">Of how many sizes, from eight bytes of data on.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Churn(int count = 3000, int sizes = 200)
    {
        for (var index = 0; index < count; index++)
        {
            new byte[8 + (index % sizes)].AsSpan().Fill(0xEE);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(Span<byte> bytes) => bytes[0] = 0;
}
