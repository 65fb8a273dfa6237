using System.Text;
using Mono.Cecil;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>
/// Reads which generic virtual methods are called out of an object file: ILC makes a symbol for each one that it could not resolve,
/// such as <c>__RuntimeMethodHandle_app_Shape_1&lt;Int32&gt;__Select&lt;String&gt;</c>.
/// </summary>
/// <remarks>Source: ILC 10.0 (dotnet/runtime, <c>NativeAotNameMangler.cs</c>). Type arguments stand between angle brackets, with <c>__</c>
/// between them; methods that share a name are numbered in the order of metadata.</remarks>
internal sealed class SlotSymbols
{
    /// <summary>How the symbols begin.</summary>
    public const string Prefix = "__RuntimeMethodHandle_";

    private const string Separator = "__";
    private const string ArrayName = "__Array";

    private readonly Dictionary<string, TypeDefinition> _types = new(StringComparer.Ordinal);
    private readonly int _longest;

    public SlotSymbols(ProgramAssemblies assemblies)
    {
        foreach (var type in assemblies.Types)
        {
            var symbol = Mangle(type);
            _types.TryAdd(symbol, type);
            _longest = Math.Max(_longest, symbol.Length);
        }
    }

    /// <summary>The method that a symbol stands for; null where it is no generic virtual method.</summary>
    /// <exception cref="InvalidDataException">The symbol cannot be read.</exception>
    public ExactMethod? Read(string symbol)
    {
        var position = Prefix.Length;
        var owner = ReadType(symbol, ref position);
        if (!symbol.AsSpan(position).StartsWith(Separator))
        {
            throw Unreadable(symbol, position);
        }

        position += Separator.Length;
        var bracket = symbol.IndexOf('<', position);
        if (bracket < 0)
        {
            return null;
        }

        var name = symbol[position..bracket];
        var method = MethodsByName(ExactTypes.Definition(owner)).FirstOrDefault(pair => pair.Name == name).Method
            ?? throw Unreadable(symbol, position);
        var arguments = ReadArguments(symbol, ref bracket);
        return method is { IsVirtual: true, IsStatic: false } && arguments.Count == method.GenericParameters.Count
            ? new ExactMethod(owner, method, arguments)
            : null;
    }

    private static IEnumerable<(string Name, MethodDefinition Method)> MethodsByName(TypeDefinition type)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in type.Methods)
        {
            var plain = Sanitize(method.Name);
            var name = plain;
            for (var number = 0; !taken.Add(name); number++)
            {
                name = $"{plain}_{number}";
            }

            yield return (name, method);
        }
    }

    private TypeReference ReadType(string symbol, ref int position)
    {
        if (string.CompareOrdinal(symbol, position, ArrayName + "<", 0, ArrayName.Length + 1) == 0)
        {
            position += ArrayName.Length;
            return new ArrayType(ReadArguments(symbol, ref position)[0]);
        }

        for (var length = Math.Min(_longest, symbol.Length - position); length > 0; length--)
        {
            if (IsEnd(symbol, position + length) && _types.TryGetValue(symbol.Substring(position, length), out var type))
            {
                position += length;
                if (!type.HasGenericParameters)
                {
                    return type;
                }

                var generic = new GenericInstanceType(type);
                foreach (var argument in ReadArguments(symbol, ref position))
                {
                    generic.GenericArguments.Add(argument);
                }

                return generic;
            }
        }

        throw Unreadable(symbol, position);
    }

    private List<TypeReference> ReadArguments(string symbol, ref int position)
    {
        var arguments = new List<TypeReference>();
        if (position >= symbol.Length || symbol[position] != '<')
        {
            throw Unreadable(symbol, position);
        }

        do
        {
            position += arguments.Count == 0 ? 1 : Separator.Length;
            arguments.Add(ReadType(symbol, ref position));
        }
        while (symbol.AsSpan(position).StartsWith(Separator));

        if (position >= symbol.Length || symbol[position] != '>')
        {
            throw Unreadable(symbol, position);
        }

        position++;
        return arguments;
    }

    private static bool IsEnd(string symbol, int index) =>
        index >= symbol.Length || symbol[index] is '<' or '>' || symbol.AsSpan(index).StartsWith(Separator);

    private static InvalidDataException Unreadable(string symbol, int position) =>
        new($"The symbol {symbol} cannot be read from its character {position + 1} on.");

    private static string Mangle(TypeDefinition type)
    {
        var assembly = type.Module.Assembly.Name.Name;
        var fullName = type.FullName.Replace('/', '+');
        return assembly == "System.Private.CoreLib" && IntermediateLanguageNames.SymbolOf(fullName) is { } symbol
            ? symbol
            : $"{Sanitize(assembly.Replace("System.Private.", "S.P.", StringComparison.Ordinal))}_{Sanitize(fullName)}";
    }

    private static string Sanitize(string name)
    {
        var builder = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            builder.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return builder.ToString();
    }
}
