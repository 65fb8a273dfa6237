using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Tarn.Names;

/// <summary>The names that were linked into the running image.</summary>
/// <remarks>May be asked in any context, in a panic too: nothing is allocated, locked or thrown.</remarks>
public static unsafe class ImageNames
{
    /// <summary>
    /// Whether the image has names: the build's property <c>TarnNames</c>. In an image without them the compiler takes this for false, and
    /// nothing that reads names is linked.
    /// </summary>
    [FeatureSwitchDefinition("Tarn.Names")]
    public static bool AreLinked => true;

    /// <summary>The table; empty in an image without names.</summary>
    public static NameTable Table
    {
        get
        {
            if (!AreLinked)
            {
                return default;
            }

            var start = GetStart();
            return new NameTable(new ReadOnlySpan<byte>(start, (int)(GetEnd() - start)));
        }
    }

    [RuntimeImport("*", "tarn_names_get_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* GetStart();

    [RuntimeImport("*", "tarn_names_get_end")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* GetEnd();
}
