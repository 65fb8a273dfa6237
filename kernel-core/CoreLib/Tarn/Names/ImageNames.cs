using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

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

    /// <summary>The table; empty in an image without names. Who asks <see cref="AreLinked"/> first has nothing of it in such an
    /// image.</summary>
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

    /// <summary>Writes the full name of an object's type, with its type arguments, into a buffer.</summary>
    /// <param name="value">The object.</param>
    /// <param name="destination">The buffer; what does not fit is left out.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <returns>Whether the image has a name for the type.</returns>
    public static bool TryFormatTypeOf(object value, Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (!AreLinked)
        {
            return false;
        }

        var writer = new TypeNameWriter(destination);
        var isNamed = writer.TryWrite(value.GetMethodTable(), isDefinitionBare: false);
        charsWritten = isNamed ? Math.Min(writer.Length, destination.Length) : 0;
        return isNamed;
    }

    [RuntimeImport("*", "tarn_names_get_start")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* GetStart();

    [RuntimeImport("*", "tarn_names_get_end")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* GetEnd();
}
