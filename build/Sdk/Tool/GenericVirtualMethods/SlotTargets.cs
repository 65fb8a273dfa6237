using Mono.Cecil;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>What calls of one slot run.</summary>
/// <param name="Slot">The slot, with all type arguments.</param>
/// <param name="ByType">The method for each type of which there are objects.</param>
internal sealed record SlotTargets(ExactMethod Slot, IReadOnlyList<TypeTarget> ByType);

/// <summary>What calls of a slot run on objects of one type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Target">The method.</param>
internal sealed record TypeTarget(TypeReference Type, ExactMethod Target)
{
    /// <summary>Whether it is a struct's own method, which does not know that the struct is boxed.</summary>
    public bool IsUnboxed => ExactTypes.Definition(Target.Owner).IsValueType;
}
