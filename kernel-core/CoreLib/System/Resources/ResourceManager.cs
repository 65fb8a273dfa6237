using System.Runtime;
using System.Runtime.CompilerServices;
using System.Text;

namespace System.Resources;

/// <summary>
/// Texts by name: those of .NET's own libraries that are linked into the image (docs/csharp-libraries.md), which is where their exceptions have their
/// messages from. Resources of other assemblies are not in an image.
/// </summary>
public unsafe class ResourceManager
{
    /// <param name="resourceSource">The type whose assembly has them. One table holds those of all assemblies: the build sees to it that no two
    /// texts have one name.</param>
    public ResourceManager(Type resourceSource)
    {
        ArgumentNullException.ThrowIfNull(resourceSource);
    }

    /// <summary>The text.</summary>
    /// <returns>Null where there is none.</returns>
    public virtual string? GetString(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // Names and texts in turn, in UTF-8, each with a zero byte behind it; an empty name is the end.
        for (var entry = Table(); entry is not null && *entry != 0; entry = Next(Next(entry)))
        {
            if (Read(entry) == name)
            {
                return Read(Next(entry));
            }
        }

        return null;
    }

    private static byte* Next(byte* text)
    {
        while (*text++ != 0)
        {
        }

        return text;
    }

    private static string Read(byte* text) => Encoding.UTF8.GetString(new ReadOnlySpan<byte>(text, (int)(Next(text) - text) - 1));

    [RuntimeImport("*", "tarn_get_resources")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern byte* Table();
}
