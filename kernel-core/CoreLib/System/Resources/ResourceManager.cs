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
    private readonly nint _source;

    /// <param name="resourceSource">The type that stands for a library's texts.</param>
    public ResourceManager(Type resourceSource)
    {
        ArgumentNullException.ThrowIfNull(resourceSource);
        _source = resourceSource.TypeHandle.Value;
    }

    /// <summary>The text.</summary>
    /// <returns>Null where there is none.</returns>
    public virtual string? GetString(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // For each library the address of its type's method table and the length of what follows: names and texts in turn, in UTF-8, each with
        // a zero byte behind it; an empty name is the end. A length of 0 is the end of the table.
        for (var library = (nint*)Table(); library is not null && library[1] != 0; library = (nint*)((byte*)(library + 2) + library[1]))
        {
            if (library[0] != _source)
            {
                continue;
            }

            for (var entry = (byte*)(library + 2); *entry != 0; entry = Next(Next(entry)))
            {
                if (Read(entry) == name)
                {
                    return Read(Next(entry));
                }
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
