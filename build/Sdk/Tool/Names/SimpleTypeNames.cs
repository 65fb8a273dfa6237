using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tarn.Sdk.Tool.Names;

/// <summary>Writes types as a stack trace of .NET has them among parameters: by <c>Type.Name</c>, that is without namespace, enclosing type
/// and type arguments.</summary>
internal sealed class SimpleTypeNames : ISignatureTypeProvider<string, SimpleTypeNames.Parameters>
{
    public static SimpleTypeNames Instance { get; } = new();

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "delegate*";

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) => genericType;

    public string GetGenericMethodParameter(Parameters genericContext, int index) => genericContext.OfMethod[index];

    public string GetGenericTypeParameter(Parameters genericContext, int index) => genericContext.OfType[index];

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) => unmodifiedType;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeDefinition(handle).Name);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeReference(handle).Name);

    public string GetTypeFromSpecification(
        MetadataReader reader, Parameters genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    /// <summary>The names of the type parameters that a signature may speak of.</summary>
    internal sealed record Parameters(IReadOnlyList<string> OfType, IReadOnlyList<string> OfMethod);
}
