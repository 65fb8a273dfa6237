using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.Names;

/// <summary>Finds for the compiler's symbols the names that C# has for what they stand for.</summary>
internal sealed class ReadableNames
{
    private const string UnboxingPrefix = "unbox_";
    private const string UnboxingSuffix = "_Unbox";

    // Code that the compiler makes up: it is no method, and what it is for is all that can be said.
    private static readonly (string Prefix, string Name)[] Helpers =
    [
        ("__DelegateCtor_", "[delegate constructor]"),
        ("__GenericLookupFrom", "[generic lookup]"),
        ("__GetGCStaticBase_", "[static fields]"),
        ("__GetNonGCStaticBase_", "[static fields]"),
        ("__GetThreadStaticBase_", "[static fields]"),
    ];

    private static readonly string[] StateMachineAttributes =
    [
        "System.Runtime.CompilerServices.AsyncStateMachineAttribute",
        "System.Runtime.CompilerServices.AsyncIteratorStateMachineAttribute",
        "System.Runtime.CompilerServices.IteratorStateMachineAttribute",
    ];

    private readonly ManagedProgram _program;
    private readonly CompilerStatistics _statistics;
    private readonly Dictionary<(string Type, string Name, string Signature), ManagedMethod> _methods = [];
    private readonly Dictionary<string, (ManagedMethod Method, bool IsIterator)> _stateMachines = new(StringComparer.Ordinal);

    /// <summary>Prepares to name what is in a program.</summary>
    /// <param name="program">The program's assemblies.</param>
    /// <param name="statistics">What the compiler said of it.</param>
    public ReadableNames(ManagedProgram program, CompilerStatistics statistics)
    {
        _program = program;
        _statistics = statistics;
        foreach (var method in program.Methods())
        {
            var definition = method.Assembly.Reader.GetMethodDefinition(method.Handle);
            var signature = SignatureText.Of(definition.DecodeSignature(SignatureText.Instance, null));
            _methods.TryAdd((method.TypeName, method.Name, signature), method);
            NoteStateMachine(method, definition);
        }
    }

    /// <summary>The full name of the type whose method table a symbol stands for.</summary>
    /// <returns>Null for arrays, pointers and types with type arguments, which the kernel composes, and for what is no type's symbol.</returns>
    public string? NameOfType(string symbol) =>
        _statistics.Types.TryGetValue(symbol, out var handle) && handle.Kind is HandleKind.TypeReference or HandleKind.TypeDefinition
            ? WithParameters(_program.Resolve(_statistics.Assembly, MetadataTokens.GetToken(handle))!.TypeName)
            : null;

    /// <summary>Type and name of the code that a symbol stands for.</summary>
    /// <param name="symbol">The symbol.</param>
    public (string? DeclaringType, string Name) NameOfMethod(string symbol)
    {
        // What unboxes the receiver before a method counts as that method.
        var method = symbol.StartsWith(UnboxingPrefix, StringComparison.Ordinal) ? symbol[UnboxingPrefix.Length..] : symbol;
        if (_statistics.Methods.TryGetValue(method, out var handle)
            && _program.Resolve(_statistics.Assembly, MetadataTokens.GetToken(handle)) is { MemberName: { } name } target)
        {
            if (_methods.TryGetValue((target.TypeName, name, target.Signature), out var found))
            {
                return NameOf(found);
            }

            return name.EndsWith(UnboxingSuffix, StringComparison.Ordinal)
                ? (null, "[unboxing]")
                : (WithParameters(target.TypeName), name + "()");
        }

        var helper = Helpers.FirstOrDefault(helper => symbol.StartsWith(helper.Prefix, StringComparison.Ordinal));
        return (null, helper.Name ?? symbol);
    }

    private (string Type, string Name) NameOf(ManagedMethod method)
    {
        // As .NET does: the body of an async method or an iterator goes by the method that it was written as.
        if (method.Name == "MoveNext" && _stateMachines.TryGetValue(method.TypeName, out var origin))
        {
            var text = TextOf(origin.Method);
            return (WithParameters(origin.Method.TypeName), origin.IsIterator ? text + "+MoveNext()" : text);
        }

        return (WithParameters(method.TypeName), TextOf(method));
    }

    private static string TextOf(ManagedMethod method)
    {
        var reader = method.Assembly.Reader;
        var definition = reader.GetMethodDefinition(method.Handle);
        var parameters = new SimpleTypeNames.Parameters(
            ParameterNames(reader, reader.GetTypeDefinition(definition.GetDeclaringType()).GetGenericParameters()),
            ParameterNames(reader, definition.GetGenericParameters()));
        var types = definition.DecodeSignature(SimpleTypeNames.Instance, parameters).ParameterTypes;
        return $"{method.Name}{InBrackets(parameters.OfMethod)}({string.Join(", ", types)})";
    }

    /// <summary>Adds to the name of a generic type those of its parameters.</summary>
    private string WithParameters(string fullName) =>
        _program.FindType(fullName) is var (assembly, handle)
            ? fullName + InBrackets(ParameterNames(assembly.Reader, assembly.Reader.GetTypeDefinition(handle).GetGenericParameters()))
            : fullName;

    private void NoteStateMachine(ManagedMethod method, MethodDefinition definition)
    {
        var reader = method.Assembly.Reader;
        foreach (var handle in definition.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (ManagedProgram.NameOfAttribute(method.Assembly, attribute) is { } name && StateMachineAttributes.Contains(name)
                && ManagedProgram.LastText(method.Assembly, attribute) is { } type)
            {
                _stateMachines.TryAdd(type.Split(',')[0], (method, !name.EndsWith(".AsyncStateMachineAttribute", StringComparison.Ordinal)));
            }
        }
    }

    private static string InBrackets(IReadOnlyList<string> names) => names.Count == 0 ? "" : $"[{string.Join(',', names)}]";

    private static IReadOnlyList<string> ParameterNames(MetadataReader reader, GenericParameterHandleCollection parameters) =>
        [.. parameters.Select(parameter => reader.GetString(reader.GetGenericParameter(parameter).Name))];
}
