using System.Text.RegularExpressions;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>Says in the words of C# what the symbols of compiled code stand for.</summary>
/// <remarks>
/// ILC makes a symbol of assembly, type and method, with every character that is neither letter nor digit replaced by an underscore, and
/// type arguments between angle brackets. That cannot be undone; but the symbols of what the program's assemblies define can be made once
/// more, and looked up.
/// </remarks>
internal sealed partial class SymbolNames
{
    private const string Separator = "__";

    private readonly Dictionary<string, List<ManagedMethod>> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly int _longestType;

    public SymbolNames(ManagedProgram program)
    {
        foreach (var method in program.Methods())
        {
            var symbol = MethodFinder.Mangle(method);
            if (!_methods.TryGetValue(symbol, out var methods))
            {
                _methods[symbol] = methods = [];
            }

            methods.Add(method);
        }

        foreach (var assembly in program.Assemblies)
        {
            foreach (var name in assembly.TypesByName.Keys)
            {
                var symbol = MethodFinder.MangleType(assembly, name);
                _types.TryAdd(symbol, name);
                _longestType = Math.Max(_longestType, symbol.Length);
            }
        }
    }

    /// <summary>The methods that a symbol can stand for: none for what is not C#, several where overloads share the symbol but for a
    /// number at its end.</summary>
    public IReadOnlyList<ManagedMethod> MethodsOf(string symbol)
    {
        var plain = GenericNames.RemoveArguments(symbol);
        return _methods.TryGetValue(plain, out var methods) || _methods.TryGetValue(OverloadNumber().Replace(plain, ""), out methods)
            ? methods
            : [];
    }

    /// <summary>Whether a symbol is one of ILC's functions that give the statics of a class, and run its static constructor first.</summary>
    public static bool IsStaticBase(string symbol) => StaticBase().IsMatch(symbol);

    /// <summary>A method in C#, type arguments without their namespaces; other symbols as they are.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="isShort">Whether the method's own namespace is left out.</param>
    public string Display(string symbol, bool isShort = false)
    {
        if (MethodsOf(symbol) is not [var method, ..])
        {
            if (StaticBase().Match(symbol) is not { Success: true } match)
            {
                return symbol;
            }

            var position = match.Length;
            var owner = ReadType(symbol, ref position);
            return $"(statics of {(isShort ? owner.ShortDisplay : owner.FullDisplay)})";
        }

        var (ofType, ofMethod) = TypeArgumentsOf(symbol);
        var name = method.DisplayName;
        var type = GenericNames.RemoveArity(method.TypeName).Replace('+', '.');
        var shown = isShort ? type[NamespaceLength(method.TypeName)..] : type;
        return shown + SymbolType.ArgumentText(ofType) + name[type.Length..] + SymbolType.ArgumentText(ofMethod);
    }

    /// <summary>The method in C# whose symbol a text begins with, the longest of several; null where it begins with none.</summary>
    public string? DisplayStart(string text)
    {
        for (var end = text.Length; end > 0; end = text.LastIndexOf('_', end - 1))
        {
            if (_methods.ContainsKey(GenericNames.RemoveArguments(text[..end])))
            {
                return Display(text[..end]);
            }
        }

        return null;
    }

    /// <summary>The type arguments of a method's symbol: of its type, and of the method itself.</summary>
    public (IReadOnlyList<SymbolType> OfType, IReadOnlyList<SymbolType> OfMethod) TypeArgumentsOf(string symbol)
    {
        IReadOnlyList<SymbolType> ofType = [];
        IReadOnlyList<SymbolType> ofMethod = [];
        var position = symbol.IndexOf('<', StringComparison.Ordinal);
        while (position >= 0)
        {
            var arguments = ReadArguments(symbol, ref position);

            // What follows the arguments of a type is the method's name; a method's own are last, but for the number of an overload.
            if (symbol.AsSpan(position).StartsWith(Separator))
            {
                ofType = arguments;
            }
            else
            {
                ofMethod = arguments;
            }

            position = symbol.IndexOf('<', position);
        }

        return (ofType, ofMethod);
    }

    /// <summary>The full names of the types that implement an interface.</summary>
    /// <param name="program">The program.</param>
    /// <param name="interfaceName">The interface's full name.</param>
    public static IEnumerable<string> ImplementationsOf(ManagedProgram program, string interfaceName)
    {
        foreach (var assembly in program.Assemblies)
        {
            foreach (var (name, handle) in assembly.TypesByName)
            {
                if (assembly.Reader.GetTypeDefinition(handle).GetInterfaceImplementations()
                    .Select(assembly.Reader.GetInterfaceImplementation)
                    .Any(implementation => ManagedProgram.TypeNameOf(assembly, implementation.Interface) == interfaceName))
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>How many characters of a type's full name are its namespace and the dot behind it.</summary>
    public static int NamespaceLength(string typeName) => typeName.LastIndexOf('.') + 1;

    private List<SymbolType> ReadArguments(string symbol, ref int position)
    {
        var arguments = new List<SymbolType>();
        position++;
        while (position < symbol.Length && symbol[position] != '>')
        {
            arguments.Add(ReadType(symbol, ref position));
            if (symbol.AsSpan(position).StartsWith(Separator))
            {
                position += Separator.Length;
            }
        }

        position = Math.Min(position + 1, symbol.Length);
        return arguments;
    }

    /// <summary>Reads one type argument: the longest name of a type that stands there, else all up to the next one.</summary>
    private SymbolType ReadType(string symbol, ref int position)
    {
        var start = position;
        var name = "";
        for (var length = Math.Min(_longestType, symbol.Length - start); length > 0 && name.Length == 0; length--)
        {
            if (IsEnd(start + length) && _types.TryGetValue(symbol.Substring(start, length), out var known))
            {
                name = known;
                position = start + length;
            }
        }

        if (name.Length == 0)
        {
            do
            {
                position++;
            }
            while (!IsEnd(position));
            name = symbol[start..position];
        }

        var arguments = position < symbol.Length && symbol[position] == '<' ? ReadArguments(symbol, ref position) : [];
        return new SymbolType(name, arguments);

        bool IsEnd(int index) => index >= symbol.Length || symbol[index] is '<' or '>' || symbol.AsSpan(index).StartsWith(Separator);
    }

    [GeneratedRegex("^__Get(NonGC|GC|Thread)StaticBase_")]
    private static partial Regex StaticBase();

    [GeneratedRegex(@"_\d+$")]
    private static partial Regex OverloadNumber();
}
