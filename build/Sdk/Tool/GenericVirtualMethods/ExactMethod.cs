using Mono.Cecil;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>A generic method with all type arguments: of the type that declares it, and its own.</summary>
/// <param name="Owner">The type, with its arguments.</param>
/// <param name="Definition">The method.</param>
/// <param name="Arguments">The method's own type arguments.</param>
internal sealed record ExactMethod(TypeReference Owner, MethodDefinition Definition, IReadOnlyList<TypeReference> Arguments)
{
    /// <summary>What tells it from every other: the same text means the same method.</summary>
    public string Key => $"{ExactTypes.Key(Owner)}::{Definition.MetadataToken}<{string.Join(',', Arguments.Select(ExactTypes.Key))}>";

    /// <summary>The method in C#, for people.</summary>
    public string Display =>
        $"{ExactTypes.Display(Owner)}.{Definition.Name}<{string.Join(", ", Arguments.Select(ExactTypes.Display))}>";
}
