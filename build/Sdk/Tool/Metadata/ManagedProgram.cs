using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>All the assemblies that are compiled into one image.</summary>
internal sealed class ManagedProgram : IDisposable
{
    private readonly List<ManagedAssembly> _assemblies = [];
    private readonly List<string> _unreadable = [];
    private readonly SourcePathMap _paths;

    /// <summary>Opens a program's assemblies.</summary>
    /// <param name="paths">Their files, in the order in which they are searched; what does not exist is left out.</param>
    /// <param name="sourcePaths">Where their recorded source paths are on this machine.</param>
    public ManagedProgram(IEnumerable<string> paths, SourcePathMap sourcePaths)
    {
        _paths = sourcePaths;
        foreach (var path in paths.Where(File.Exists))
        {
            try
            {
                _assemblies.Add(ManagedAssembly.Open(path));
            }
            catch (BadImageFormatException)
            {
                // Often the very reason why the compiler failed: it says so itself, and the others still tell where the lines are.
                _unreadable.Add(path);
            }
        }
    }

    /// <summary>The program's assemblies.</summary>
    public IReadOnlyList<ManagedAssembly> Assemblies => _assemblies;

    /// <summary>The files that are no managed assemblies.</summary>
    public IReadOnlyList<string> Unreadable => _unreadable;

    /// <summary>Every method of every assembly.</summary>
    public IEnumerable<ManagedMethod> Methods() => _assemblies.SelectMany(assembly => assembly.Methods());

    /// <summary>The places in a method where an instruction satisfies a condition.</summary>
    public IEnumerable<CodeUse> Uses(ManagedMethod method, Func<ManagedAssembly, Instruction, bool> condition)
    {
        if (method.Assembly.Body(method.Handle) is not { } body)
        {
            yield break;
        }

        foreach (var instruction in InstructionReader.Read(body))
        {
            if (condition(method.Assembly, instruction))
            {
                yield return new CodeUse(method, instruction.Offset, Locate(method, instruction.Offset));
            }
        }
    }

    /// <summary>The source line of an instruction, on this machine, or null where the symbols do not say.</summary>
    public SourceLocation? Locate(ManagedMethod method, int offset) =>
        method.Assembly.Locate(method.Handle, offset) is { } found ? found with { File = _paths.ToLocal(found.File) } : null;

    /// <summary>The methods without a body that stand for a symbol: their attribute <c>RuntimeImport</c> names it.</summary>
    public IEnumerable<ManagedMethod> ImportsOf(string symbol) => Methods().Where(method =>
        method.Assembly.Reader.GetMethodDefinition(method.Handle).GetCustomAttributes()
            .Select(method.Assembly.Reader.GetCustomAttribute)
            .Any(attribute => NameOfAttribute(method.Assembly, attribute) == "System.Runtime.RuntimeImportAttribute"
                && LastText(method.Assembly, attribute) == symbol));

    /// <summary>The type of that full name, in whichever assembly defines it.</summary>
    public (ManagedAssembly Assembly, TypeDefinitionHandle Handle)? FindType(string fullName)
    {
        foreach (var assembly in _assemblies)
        {
            if (assembly.TypesByName.TryGetValue(fullName, out var handle))
            {
                return (assembly, handle);
            }
        }

        return null;
    }

    /// <summary>What a metadata token that names a type, method or field refers to, or null for other tokens.</summary>
    public MemberReferenceTarget? Resolve(ManagedAssembly assembly, int token)
    {
        if (token == 0)
        {
            return null;
        }

        var reader = assembly.Reader;
        var handle = MetadataTokens.EntityHandle(token);
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Resolve(assembly, MetadataTokens.GetToken(reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method));
            case HandleKind.MemberReference:
                var member = reader.GetMemberReference((MemberReferenceHandle)handle);
                var isMethod = member.GetKind() == MemberReferenceKind.Method;
                return TypeNameOf(assembly, member.Parent) is not { } parent ? null : new MemberReferenceTarget(
                    parent,
                    reader.GetString(member.Name),
                    isMethod
                        ? SignatureText.Of(member.DecodeMethodSignature(SignatureText.Instance, null))
                        : member.DecodeFieldSignature(SignatureText.Instance, null),
                    isMethod);
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)handle);
                return new MemberReferenceTarget(
                    SignatureText.NameOf(reader, method.GetDeclaringType()),
                    reader.GetString(method.Name),
                    SignatureText.Of(method.DecodeSignature(SignatureText.Instance, null)),
                    true);
            case HandleKind.TypeReference or HandleKind.TypeSpecification or HandleKind.TypeDefinition:
                return TypeNameOf(assembly, handle) is { } type ? new MemberReferenceTarget(type, null, "", false) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether one of the assemblies defines what a token refers to, in the type itself or in a class it derives from.</summary>
    public bool Exists(MemberReferenceTarget target)
    {
        if (FindType(target.TypeName) is not { } type)
        {
            return false;
        }

        if (target.MemberName is null)
        {
            return true;
        }

        for ((ManagedAssembly Assembly, TypeDefinitionHandle Handle)? current = type; current is var (assembly, handle);)
        {
            var reader = assembly.Reader;
            var definition = reader.GetTypeDefinition(handle);
            var found = target.IsMethod
                ? definition.GetMethods().Select(reader.GetMethodDefinition).Any(method =>
                    reader.StringComparer.Equals(method.Name, target.MemberName)
                    && SignatureText.Of(method.DecodeSignature(SignatureText.Instance, null)) == target.Signature)
                : definition.GetFields().Select(reader.GetFieldDefinition).Any(field =>
                    reader.StringComparer.Equals(field.Name, target.MemberName)
                    && field.DecodeSignature(SignatureText.Instance, null) == target.Signature);
            if (found)
            {
                return true;
            }

            current = definition.BaseType.IsNil ? null : TypeNameOf(assembly, definition.BaseType) is { } name ? FindType(name) : null;
        }

        return false;
    }

    /// <summary>The full name of a type without its type arguments, or null where it is an array, a pointer or a type parameter.</summary>
    public static string? TypeNameOf(ManagedAssembly assembly, EntityHandle handle)
    {
        var reader = assembly.Reader;
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                return SignatureText.NameOf(reader, (TypeReferenceHandle)handle);
            case HandleKind.TypeDefinition:
                return SignatureText.NameOf(reader, (TypeDefinitionHandle)handle);
            case HandleKind.TypeSpecification:
                var text = reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(SignatureText.Instance, null);
                var name = GenericNames.RemoveLastArguments(text);
                return text.EndsWith(']') || text.EndsWith('*') || text.StartsWith('!') ? null : name;
            default:
                return null;
        }
    }

    public void Dispose()
    {
        foreach (var assembly in _assemblies)
        {
            assembly.Dispose();
        }
    }

    /// <summary>The full name of an attribute's class.</summary>
    public static string? NameOfAttribute(ManagedAssembly assembly, CustomAttribute attribute)
    {
        var reader = assembly.Reader;
        var constructor = attribute.Constructor;
        return constructor.Kind == HandleKind.MemberReference
            ? TypeNameOf(assembly, reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
            : TypeNameOf(assembly, reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
    }

    /// <summary>The last of an attribute's constructor arguments, which are all strings (ECMA-335, II.23.3).</summary>
    public static string? LastText(ManagedAssembly assembly, CustomAttribute attribute)
    {
        const ushort Prolog = 1;
        var reader = assembly.Reader;
        var value = reader.GetBlobReader(attribute.Value);
        var constructor = attribute.Constructor.Kind == HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).DecodeMethodSignature(SignatureText.Instance, null)
            : reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).DecodeSignature(SignatureText.Instance, null);
        string? text = null;
        if (value.ReadUInt16() == Prolog)
        {
            foreach (var _ in constructor.ParameterTypes)
            {
                text = value.ReadSerializedString();
            }
        }

        return text;
    }
}
