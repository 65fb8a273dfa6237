using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Tarn.Sdk.Tool.Metadata;

/// <summary>
/// Writes a signature as text in which two signatures of different assemblies are equal when the runtime holds them to be equal:
/// full names without the assembly, type parameters by position.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    public static SignatureText Instance { get; } = new();

    /// <summary>A method's parameter and return types.</summary>
    public static string Of(MethodSignature<string> signature)
    {
        var receiver = signature.Header.IsInstance ? "instance " : "";
        return $"{receiver}{signature.ReturnType} `{signature.GenericParameterCount}({string.Join(',', signature.ParameterTypes)})";
    }

    /// <summary>The full name of a type that an assembly defines.</summary>
    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        if (type.GetDeclaringType() is { IsNil: false } declaring)
        {
            return NameOf(reader, declaring) + "+" + name;
        }

        return type.Namespace.IsNil ? name : reader.GetString(type.Namespace) + "." + name;
    }

    /// <summary>The full name of a type that an assembly refers to.</summary>
    public static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            return NameOf(reader, (TypeReferenceHandle)type.ResolutionScope) + "+" + name;
        }

        return type.Namespace.IsNil ? name : reader.GetString(type.Namespace) + "." + name;
    }

    public string GetArrayType(string elementType, ArrayShape shape) => $"{elementType}[{new string(',', shape.Rank - 1)}]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetFunctionPointerType(MethodSignature<string> signature) => "method " + Of(signature);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        $"{genericType}<{string.Join(',', typeArguments)}>";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        unmodifiedType + (isRequired ? " modreq " : " modopt ") + modifier;

    public string GetPinnedType(string elementType) => elementType;

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => NameOf(reader, handle);

    public string GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
