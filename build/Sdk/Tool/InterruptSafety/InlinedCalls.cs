using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tarn.Sdk.Tool.Contract;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Metadata;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// Finds which methods were inlined into one, on the way to something that it does. Code and line table speak only of the method that all
/// was inlined into; its IL has the calls.
/// </summary>
internal sealed class InlinedCalls
{
    // Deeper than that the compiler does not inline, and the search would lead anywhere.
    private const int DeepestInlining = 8;

    private readonly ManagedProgram _program;
    private readonly SymbolNames _symbols;
    private readonly HashSet<ManagedMethod> _ownCode;
    private readonly Dictionary<string, List<ManagedMethod>> _methods;

    /// <param name="program">The program.</param>
    /// <param name="symbols">The names of its methods in symbols.</param>
    /// <param name="compiled">The symbols in the image: a method that has one has code of its own.</param>
    public InlinedCalls(ManagedProgram program, SymbolNames symbols, IEnumerable<string> compiled)
    {
        _program = program;
        _symbols = symbols;
        _ownCode = [.. compiled.SelectMany(symbols.MethodsOf)];
        _methods = program.Methods().GroupBy(method => method.FullName).ToDictionary(group => group.Key, group => group.ToList());
    }

    /// <summary>Finds the way from a function's method to an instruction, through methods that have no code of their own.</summary>
    /// <param name="symbol">The function's symbol.</param>
    /// <param name="line">The line that the code has, in the method itself; null where it is not known.</param>
    /// <param name="condition">What instruction it is.</param>
    /// <returns>The uses one inside the other, the function's own first: each but the last calls the method of the next. Empty where no
    /// way was found.</returns>
    public IReadOnlyList<CodeUse> Find(string symbol, SourceLocation? line, Func<ManagedAssembly, Instruction, bool> condition)
    {
        IReadOnlyList<CodeUse>? found = null;
        var (ofType, _) = _symbols.TypeArgumentsOf(symbol);
        var visited = new HashSet<ManagedMethod>();
        var work = new Queue<(ManagedMethod Method, IReadOnlyList<SymbolType> Arguments, IReadOnlyList<CodeUse> Way)>();
        foreach (var method in _symbols.MethodsOf(symbol))
        {
            work.Enqueue((method, ofType, []));
            visited.Add(method);
        }

        while (work.TryDequeue(out var frame))
        {
            if (frame.Method.Assembly.Body(frame.Method.Handle) is not { } body)
            {
                continue;
            }

            var constraint = 0;
            foreach (var instruction in InstructionReader.Read(body))
            {
                IReadOnlyList<CodeUse> way =
                    [.. frame.Way, new CodeUse(frame.Method, instruction.Offset, _program.Locate(frame.Method, instruction.Offset))];
                if (constraint == 0 && condition(frame.Method.Assembly, instruction))
                {
                    // Of several, the one on the line that the code has.
                    if (line is null || way[0].Location?.Line == line.Value.Line)
                    {
                        return way;
                    }

                    found ??= way;
                }

                if (instruction.OpCode.Name is "call" or "callvirt" or "newobj" && way.Count < DeepestInlining)
                {
                    foreach (var (callee, arguments) in CalleesOf(frame.Method.Assembly, instruction.Token, constraint, frame.Arguments))
                    {
                        if (!_ownCode.Contains(callee) && visited.Add(callee))
                        {
                            work.Enqueue((callee, arguments, way));
                        }
                    }
                }

                constraint = instruction.OpCode.Name == "constrained." ? instruction.Token : 0;
            }
        }

        return found ?? [];
    }

    /// <summary>The condition for a call of one of some methods, or for what the compiler calls a helper for.</summary>
    /// <param name="symbols">The symbols of the function that is called.</param>
    /// <param name="methods">The methods that it is compiled from.</param>
    public Func<ManagedAssembly, Instruction, bool> CallOf(IEnumerable<string> symbols, IReadOnlyList<ManagedMethod> methods)
    {
        var conditions = symbols
            .Select(symbol => SymbolNames.IsStaticBase(symbol) ? LanguageFeature.StaticField : CompilerNeeds.ForSymbol(symbol))
            .Concat(methods.Select(method => CompilerNeeds.ForMember(method.TypeName, method.Name)))
            .Select(feature => feature?.Matches)
            .OfType<Func<ManagedAssembly, Instruction, bool>>()
            .ToList();
        var names = methods.Concat(symbols.SelectMany(_program.ImportsOf))
            .Select(method => (method.TypeName, method.Name))
            .ToHashSet();
        return (assembly, instruction) =>
            conditions.Exists(condition => condition(assembly, instruction) && !MakesStruct(assembly, instruction))
            || (_program.Resolve(assembly, instruction.Token) is { MemberName: { } name } target && names.Contains((target.TypeName, name)));
    }

    /// <summary>What an instruction calls, in words, if it is a call whose target is found at run time; null for others.</summary>
    public string? DescribeIndirect(ManagedAssembly assembly, Instruction instruction)
    {
        if (instruction.OpCode.Name == "calli")
        {
            return "a call through a function pointer";
        }

        if (instruction.OpCode.Name != "callvirt" || _program.Resolve(assembly, instruction.Token) is not { MemberName: { } name } target)
        {
            return null;
        }

        if (name == "Invoke" && _program.FindType(target.TypeName) is var (owner, type)
            && owner.Reader.GetTypeDefinition(type).BaseType is { IsNil: false } parent
            && ManagedProgram.TypeNameOf(owner, parent) == "System.MulticastDelegate")
        {
            return $"a call of a delegate, {GenericNames.RemoveArity(target.TypeName)}";
        }

        foreach (var method in MethodsOf(target))
        {
            var reader = method.Assembly.Reader;
            var definition = reader.GetMethodDefinition(method.Handle);
            if ((definition.Attributes & MethodAttributes.Virtual) != 0 && (definition.Attributes & MethodAttributes.Final) == 0)
            {
                var isInterface = (reader.GetTypeDefinition(definition.GetDeclaringType()).Attributes & TypeAttributes.Interface) != 0;
                return $"a call of {method.DisplayName}{(isInterface ? " through the interface" : ", a virtual method")}";
            }
        }

        return null;
    }

    /// <summary>Whether an instruction calls the constructor of a struct, which creates no object.</summary>
    private bool MakesStruct(ManagedAssembly assembly, Instruction instruction) =>
        instruction.OpCode.Name == "newobj"
        && _program.Resolve(assembly, instruction.Token) is { } target
        && _program.FindType(target.TypeName) is var (owner, type)
        && owner.Reader.GetTypeDefinition(type).BaseType is { IsNil: false } parent
        && ManagedProgram.TypeNameOf(owner, parent) == "System.ValueType";

    private IEnumerable<(ManagedMethod Method, IReadOnlyList<SymbolType> Arguments)> CalleesOf(
        ManagedAssembly assembly, int token, int constraint, IReadOnlyList<SymbolType> arguments)
    {
        if (_program.Resolve(assembly, token) is not { MemberName: { } name } target)
        {
            return [];
        }

        if (constraint == 0)
        {
            return MethodsOf(target).Select(method => (method, (IReadOnlyList<SymbolType>)[]));
        }

        // A call on a value whose type is a type argument: the symbol says which.
        var handle = MetadataTokens.EntityHandle(constraint);
        if (handle.Kind == HandleKind.TypeSpecification
            && assembly.Reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(SignatureText.Instance, null) is var text
            && text.StartsWith('!') && int.TryParse(text.AsSpan(1), out var index) && index < arguments.Count)
        {
            return _program.FindType(arguments[index].Name) is var (owner, type)
                ? owner.Methods()
                    .Where(method => method.TypeName == SignatureText.NameOf(owner.Reader, type)
                        && (method.Name == name || method.Name.EndsWith("." + name, StringComparison.Ordinal)))
                    .Select(method => (method, arguments[index].Arguments))
                : [];
        }

        return [];
    }

    private IEnumerable<ManagedMethod> MethodsOf(MemberReferenceTarget target) =>
        _methods.GetValueOrDefault($"{target.TypeName}.{target.MemberName}", [])
            .Where(method => SignatureText.Of(
                method.Assembly.Reader.GetMethodDefinition(method.Handle).DecodeSignature(SignatureText.Instance, null)) == target.Signature);
}
