using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Tarn.Tests.Emulator.Harness;

/// <summary>The cases of a test kernel, read from the metadata of its assembly: the kernel itself has not been booted yet.</summary>
public static class KernelCatalog
{
    private const string AttributeName = "KernelTestCaseAttribute";

    /// <summary>Reads the cases, ordered by index.</summary>
    /// <param name="assembly">The path of the kernel's managed assembly.</param>
    /// <exception cref="InvalidDataException">The assembly has no cases, or their indices are not 0, 1, 2, …</exception>
    public static IReadOnlyList<KernelCase> Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var cases = metadata.GetAssemblyDefinition().GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => NameOf(metadata, attribute) == AttributeName)
            .Select(attribute => ToCase(attribute.DecodeValue(new AttributeTypes())))
            .OrderBy(item => item.Index)
            .ToList();
        if (cases.Count == 0 || cases.Index().Any(entry => entry.Index != entry.Item.Index))
        {
            throw new InvalidDataException($"{assembly} does not list its cases as the generator of Tarn.Testing has a kernel do.");
        }

        return cases;
    }

    private static string NameOf(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return string.Empty;
        }

        var constructor = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor);
        return constructor.Parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)constructor.Parent).Name)
            : string.Empty;
    }

    private static KernelCase ToCase(CustomAttributeValue<string> value)
    {
        var properties = value.NamedArguments.ToImmutableDictionary(argument => argument.Name!, argument => argument.Value);
        return new KernelCase((int)value.FixedArguments[0].Value!, (string)value.FixedArguments[1].Value!)
        {
            Type = (string)properties.GetValueOrDefault(nameof(KernelCase.Type), string.Empty)!,
            Conformance = (bool)properties.GetValueOrDefault(nameof(KernelCase.Conformance), false)!,
            Isolated = (bool)properties.GetValueOrDefault(nameof(KernelCase.Isolated), false)!,
            ShouldPanic = (string?)properties.GetValueOrDefault(nameof(KernelCase.ShouldPanic)),
            ShouldPanicLike = (string?)properties.GetValueOrDefault(nameof(KernelCase.ShouldPanicLike)),
            LogContains = (string?)properties.GetValueOrDefault(nameof(KernelCase.LogContains)),
            CommandLine = (string?)properties.GetValueOrDefault(nameof(KernelCase.CommandLine)),
            Machine = (string?)properties.GetValueOrDefault(nameof(KernelCase.Machine)),
            TimeLimit = (int)properties.GetValueOrDefault(nameof(KernelCase.TimeLimit), 0)!,
        };
    }

    /// <summary>Names for the types that occur in the attribute: numbers, strings and truth values only.</summary>
    private sealed class AttributeTypes : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => nameof(System.Type);

        public string GetSZArrayType(string elementType) => elementType + "[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == nameof(System.Type);
    }
}
