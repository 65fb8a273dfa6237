using System;
using System.Runtime.CompilerServices;

namespace Tarn;

/// <summary>The end of a value whose memory is about to go.</summary>
internal static class ValueEnd
{
    /// <summary>Calls the value's <c>Dispose</c>, where its type has one.</summary>
    /// <remarks>The test and the cast become a direct call on a copy, or nothing: optimised code makes no object of the value.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Reach<T>(ref T value)
        where T : unmanaged
    {
        if (value is IDisposable)
        {
            ((IDisposable)value).Dispose();
        }
    }
}
