using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Mono.Cecil;
using Tarn.Sdk.Tool.GenericVirtualMethods;

namespace Tarn.Sdk.Tool.TypeTests;

/// <summary>The variant delegate types for which a program tests objects: <c>value is Func&lt;object&gt;</c>.</summary>
/// <remarks>
/// ILC takes such a test for false where it sees nobody make a <c>Func&lt;object&gt;</c>, though a <c>Func&lt;string&gt;</c> passes it (ECMA-335 II.9.9). It is seen, where
/// the program has a method that makes one; nobody needs to call that. Interfaces are not concerned: the compiler knows that objects are of other types. In a generic
/// method, the type is looked up at run time, and the test is made.
/// </remarks>
internal static class TestedDelegates
{
    private const byte IsInstance = 0x75, TypeSpecificationTable = 0x1b;

    // ECMA-335 II.23.1.16.
    private const byte ElementGenericInstance = 0x15, ElementClass = 0x12;

    /// <summary>Finds them.</summary>
    /// <param name="paths">The files of the program's assemblies. What is no managed assembly is left out: the compiler says so.</param>
    /// <param name="open">Opens the assemblies; only asked to where there may be such a test.</param>
    public static IReadOnlyList<GenericInstanceType> Find(IReadOnlyList<string> paths, Func<ProgramAssemblies> open)
    {
        var candidates = paths.Select(FindCandidates).Where(candidate => candidate.Tokens.Count != 0).ToList();
        if (candidates.Count == 0)
        {
            return [];
        }

        var assemblies = open();
        var found = new SortedDictionary<string, GenericInstanceType>(StringComparer.Ordinal);
        foreach (var (name, tokens) in candidates)
        {
            var module = assemblies.Resolve(new AssemblyNameReference(name, null)).MainModule;
            foreach (var token in tokens)
            {
                if (module.LookupToken(token) is GenericInstanceType { ContainsGenericParameter: false } type && IsVariantDelegate(type))
                {
                    found[ExactTypes.Key(type)] = type;
                }
            }
        }

        return [.. found.Values];
    }

    private static bool IsVariantDelegate(GenericInstanceType type)
    {
        var definition = ExactTypes.Definition(type);
        return definition.BaseType?.FullName == "System.MulticastDelegate"
            && definition.GenericParameters.Zip(type.GenericArguments).Any(pair => (pair.First.IsCovariant || pair.First.IsContravariant) && !pair.Second.IsValueType);
    }

    /// <summary>The generic classes that a module's code tests for, delegates among them.</summary>
    /// <returns>The assembly's name, and the tokens of the types.</returns>
    private static (string Name, IReadOnlyList<int> Tokens) FindCandidates(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!TryReadMetadata(file, out var metadata))
        {
            return (string.Empty, []);
        }

        var tokens = new SortedSet<int>();
        foreach (var handle in metadata.MethodDefinitions)
        {
            var address = metadata.GetMethodDefinition(handle).RelativeVirtualAddress;
            if (address == 0)
            {
                continue;
            }

            // Without decoding what is before it: a number that looks like a test is one too many, and does no harm.
            var code = file.GetMethodBody(address).GetILContent().AsSpan();
            for (var at = code.IndexOf(IsInstance); at >= 0 && at + sizeof(int) < code.Length;)
            {
                var token = BinaryPrimitives.ReadInt32LittleEndian(code[(at + 1)..]);
                if (token >>> 24 == TypeSpecificationTable && (token & 0xff_ffff) is > 0 and var row && row <= metadata.GetTableRowCount(TableIndex.TypeSpec))
                {
                    tokens.Add(token);
                }

                var next = code[(at + 1)..].IndexOf(IsInstance);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return (
            metadata.GetString(metadata.GetAssemblyDefinition().Name),
            [.. tokens.Where(token => IsGenericClass(metadata, (TypeSpecificationHandle)MetadataTokens.EntityHandle(token)))]);
    }

    private static bool TryReadMetadata(PEReader file, [NotNullWhen(true)] out MetadataReader? metadata)
    {
        try
        {
            metadata = file.HasMetadata ? file.GetMetadataReader() : null;
        }
        catch (BadImageFormatException)
        {
            metadata = null;
        }

        return metadata is { IsAssembly: true };
    }

    private static bool IsGenericClass(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        return signature.Length > 2 && signature.ReadByte() == ElementGenericInstance && signature.ReadByte() == ElementClass;
    }
}
