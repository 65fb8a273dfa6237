using Mono.Cecil;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>Finds which method an object's type has for a virtual method, as the runtime would.</summary>
/// <remarks>Source: ECMA-335, II.12.2 (interfaces) and II.10.3.4 (overriding); docs/design/specs/Ecma-335-Augments.md in dotnet/runtime for
/// default interface methods.</remarks>
internal static class OverrideFinder
{
    /// <summary>The method that a call of <paramref name="slot"/> runs on an object of a type.</summary>
    /// <returns>The method; null where the type does not have the slot, or nobody implements it.</returns>
    /// <exception cref="System.Reflection.AmbiguousMatchException">Two interfaces have an implementation, and neither is more special.</exception>
    public static ExactMethod? Find(TypeReference type, ExactMethod slot)
    {
        if (!slot.Definition.DeclaringType.IsInterface)
        {
            return ExactTypes.Hierarchy(type).Any(ancestor => ExactTypes.Key(ancestor) == ExactTypes.Key(slot.Owner)) ? OfClass(type, slot) : null;
        }

        var interfaces = ExactTypes.AllInterfaces(type);
        var wanted = interfaces.FirstOrDefault(candidate => ExactTypes.Key(candidate) == ExactTypes.Key(slot.Owner))
            ?? interfaces.FirstOrDefault(candidate => ExactTypes.IsVariantOf(candidate, slot.Owner));
        return wanted is null ? null : OfInterface(type, slot with { Owner = wanted }, interfaces);
    }

    private static ExactMethod? OfClass(TypeReference type, ExactMethod slot)
    {
        var found = slot;
        var isHidden = false;
        foreach (var ancestor in ExactTypes.Hierarchy(type).TakeWhile(ancestor => ExactTypes.Key(ancestor) != ExactTypes.Key(slot.Owner)).Reverse())
        {
            if (Explicit(ancestor, slot) is { } method)
            {
                found = method;
                continue;
            }

            if (SameSignature(ancestor, slot) is not { } candidate)
            {
                continue;
            }

            // A method of the same name in a slot of its own hides the other from all that derive from there.
            isHidden |= candidate.IsNewSlot;
            found = isHidden ? found : slot with { Owner = ancestor, Definition = candidate };
        }

        return found.Definition.IsAbstract ? null : found;
    }

    private static ExactMethod? OfInterface(TypeReference type, ExactMethod slot, IReadOnlyList<TypeReference> interfaces)
    {
        foreach (var ancestor in ExactTypes.Hierarchy(type))
        {
            if (Explicit(ancestor, slot) is { } method)
            {
                return method;
            }

            if (ExactTypes.OwnInterfaces(ancestor).All(own => ExactTypes.Key(own) != ExactTypes.Key(slot.Owner)))
            {
                continue;
            }

            foreach (var declaring in ExactTypes.Hierarchy(ancestor))
            {
                if (SameSignature(declaring, slot) is { IsPublic: true } candidate)
                {
                    return OfClass(type, slot with { Owner = declaring, Definition = candidate });
                }
            }
        }

        // Nobody in the hierarchy: what an interface says, the most special one.
        var special = interfaces.Select(candidate => Explicit(candidate, slot)).OfType<ExactMethod>().ToList();
        special.RemoveAll(candidate => special.Exists(other =>
            ExactTypes.OwnInterfaces(other.Owner).Any(extended => ExactTypes.Key(extended) == ExactTypes.Key(candidate.Owner))));
        return special switch
        {
            [] => slot.Definition.IsAbstract ? null : slot,
            [var only] => only.Definition.IsAbstract ? null : only,
            [var first, var second, ..] => throw new System.Reflection.AmbiguousMatchException(
                $"{first.Display} and {second.Display} both implement it, and neither interface extends the other"),
        };
    }

    // A method that says which one it overrides.
    private static ExactMethod? Explicit(TypeReference owner, ExactMethod slot)
    {
        foreach (var method in ExactTypes.Definition(owner).Methods.Where(method => method.HasOverrides))
        {
            foreach (var overridden in method.Overrides.Where(overridden => overridden.Name == slot.Definition.Name))
            {
                if (overridden.Resolve() == slot.Definition
                    && ExactTypes.Key(ExactTypes.Inflate(overridden.DeclaringType, ExactTypes.Arguments(owner), [])) == ExactTypes.Key(slot.Owner))
                {
                    return slot with { Owner = owner, Definition = method };
                }
            }
        }

        return null;
    }

    private static MethodDefinition? SameSignature(TypeReference owner, ExactMethod slot)
    {
        var wanted = Signature(slot.Owner, slot.Definition);
        return ExactTypes.Definition(owner).Methods.FirstOrDefault(method =>
            method.IsVirtual && !method.IsStatic
            && method.Name == slot.Definition.Name
            && method.GenericParameters.Count == slot.Definition.GenericParameters.Count
            && method.Parameters.Count == slot.Definition.Parameters.Count
            && Signature(owner, method) == wanted);
    }

    private static string Signature(TypeReference owner, MethodDefinition method)
    {
        var arguments = ExactTypes.Arguments(owner);
        return string.Join(
            ',',
            method.Parameters.Select(parameter => parameter.ParameterType).Prepend(method.ReturnType)
                .Select(type => ExactTypes.Key(ExactTypes.Inflate(type, arguments, []))));
    }
}
