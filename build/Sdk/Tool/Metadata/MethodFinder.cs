using System.Text;
using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Ilc;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>Finds the methods that a compiler message or a symbol speaks of.</summary>
internal static partial class MethodFinder
{
    /// <summary>
    /// The methods that a name in ILC's messages can mean: overloads with the right number of parameters, or all overloads where none has
    /// it.
    /// </summary>
    /// <param name="program">Where to look.</param>
    /// <param name="spelling"><c>[assembly]Namespace.Type.Method(types)</c> or <c>Namespace.Type.Method(Types)</c>.</param>
    public static IReadOnlyList<ManagedMethod> BySpelling(ManagedProgram program, string spelling)
    {
        var text = GenericNames.RemoveArguments(IlcOutputParser.WithoutAssembly(spelling));
        var parenthesis = text.IndexOf('(', StringComparison.Ordinal);
        var name = IntermediateLanguageNames.ToFullMethodName(GenericNames.RemoveArity(parenthesis < 0 ? text : text[..parenthesis]));
        var found = program.Methods()
            .Where(method => GenericNames.RemoveArity(method.FullName) == name || method.DisplayName == name)
            .ToList();
        if (parenthesis < 0)
        {
            return found;
        }

        var parameters = text[(parenthesis + 1)..].TrimEnd(')');
        var count = parameters.Length == 0 ? 0 : parameters.Count(character => character == ',') + 1;
        var exact = found.Where(method => method.ParameterCount == count).ToList();
        return exact.Count != 0 ? exact : found;
    }

    /// <summary>The methods that a symbol of the object file can stand for. Overloads share a name but for a number at the end.</summary>
    /// <param name="program">Where to look.</param>
    /// <param name="symbol">A mangled name, such as <c>S_P_CoreLib_System_String__Concat_2</c>.</param>
    public static IReadOnlyList<ManagedMethod> BySymbol(ManagedProgram program, string symbol)
    {
        var plain = GenericNames.RemoveArguments(symbol);
        return [.. program.Methods().Where(method => Mangle(method) is var mangled
            && plain.StartsWith(mangled, StringComparison.Ordinal)
            && OverloadNumber().IsMatch(plain.AsSpan(mangled.Length)))];
    }

    /// <summary>A method's symbol, without the number that tells overloads apart.</summary>
    public static string Mangle(ManagedMethod method) => $"{MangleType(method.Assembly, method.TypeName)}__{Sanitize(method.Name)}";

    /// <summary>What symbols call a type, without its type arguments.</summary>
    public static string MangleType(ManagedAssembly assembly, string typeName)
    {
        // The types that IL has instructions for go by names without a namespace.
        if (assembly.Name == "System.Private.CoreLib" && IntermediateLanguageNames.SymbolOf(typeName) is { } symbol)
        {
            return symbol;
        }

        return $"{Sanitize(assembly.Name.Replace("System.Private.", "S.P.", StringComparison.Ordinal))}_{Sanitize(typeName)}";
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

    [GeneratedRegex(@"^(_\d+)?$")]
    private static partial Regex OverloadNumber();
}
