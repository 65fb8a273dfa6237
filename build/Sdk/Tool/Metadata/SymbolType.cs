namespace Tarn.Sdk.Tool.Metadata;

/// <summary>A type as a symbol has it among its type arguments.</summary>
/// <param name="Name">Its full name in metadata, or the symbol's own text where the program does not define it.</param>
/// <param name="Arguments">Its type arguments.</param>
internal sealed record SymbolType(string Name, IReadOnlyList<SymbolType> Arguments)
{
    /// <summary>The type in C#, with its namespace.</summary>
    public string FullDisplay => Plain(Name) + ArgumentText(Arguments);

    /// <summary>The type in C#, without namespaces.</summary>
    public string ShortDisplay => Plain(Name[(Name.LastIndexOf('.') + 1)..]) + ArgumentText(Arguments);

    /// <summary>Type arguments in C#: nothing where there are none.</summary>
    public static string ArgumentText(IReadOnlyList<SymbolType> arguments) =>
        arguments.Count == 0 ? "" : $"<{string.Join(", ", arguments.Select(argument => argument.ShortDisplay))}>";

    private static string Plain(string name) => GenericNames.RemoveArity(name).Replace('+', '.');
}
