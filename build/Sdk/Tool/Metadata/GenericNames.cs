using System.Text;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>Takes generic decoration off the names of types and methods, so that names from different sources can be compared.</summary>
internal static class GenericNames
{
    /// <summary><c>System.Span`1</c> to <c>System.Span</c>.</summary>
    public static string RemoveArity(string name)
    {
        if (!name.Contains('`', StringComparison.Ordinal))
        {
            return name;
        }

        var builder = new StringBuilder(name.Length);
        for (var index = 0; index < name.Length; index++)
        {
            if (name[index] != '`')
            {
                builder.Append(name[index]);
                continue;
            }

            while (index + 1 < name.Length && char.IsAsciiDigit(name[index + 1]))
            {
                index++;
            }
        }

        return builder.ToString();
    }

    /// <summary>
    /// Takes out type arguments between angle brackets, but not the angle brackets that are part of a compiler-generated name
    /// (<c>&lt;Main&gt;b__0</c>), which start a name.
    /// </summary>
    public static string RemoveArguments(string name)
    {
        var builder = new StringBuilder(name.Length);
        var depth = 0;
        foreach (var character in name)
        {
            if (character == '<' && (depth > 0 || (builder.Length > 0 && builder[^1] is not ('.' or '+'))))
            {
                depth++;
            }
            else if (character == '>' && depth > 0)
            {
                depth--;
            }
            else if (depth == 0)
            {
                builder.Append(character);
            }
        }

        return builder.ToString();
    }

    /// <summary>
    /// Takes off the type arguments that a name ends with: <c>&lt;&gt;z__List`1&lt;System.Span`1&lt;System.Byte&gt;&gt;</c> to
    /// <c>&lt;&gt;z__List`1</c>.
    /// </summary>
    public static string RemoveLastArguments(string name)
    {
        if (!name.EndsWith('>'))
        {
            return name;
        }

        var depth = 0;
        for (var index = name.Length - 1; index > 0; index--)
        {
            depth += name[index] switch
            {
                '>' => 1,
                '<' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return name[..index];
            }
        }

        // A name in angle brackets: they are its own.
        return name;
    }
}
