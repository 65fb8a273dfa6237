using System.Runtime.CompilerServices;

namespace System.Threading.Tasks;

/// <summary>Nobody looks on.</summary>
internal readonly struct NoProbe : IQueueProbe
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step()
    {
    }
}
