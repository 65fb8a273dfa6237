using Mono.Cecil;

namespace Tarn.Sdk.Tool.GenericVirtualMethods;

/// <summary>Types with all their type arguments: what they derive from and implement, with arguments put in.</summary>
/// <remarks>Source: ECMA-335, II.9 (generics) and II.10.3 (overriding).</remarks>
internal static class ExactTypes
{
    /// <summary>The definition, across assemblies that forward types.</summary>
    /// <exception cref="InvalidDataException">No assembly of the program has it.</exception>
    public static TypeDefinition Definition(TypeReference type)
    {
        try
        {
            return type.GetElementType().Resolve() ?? throw new InvalidDataException($"No assembly of the program has {type.FullName}.");
        }
        catch (AssemblyResolutionException exception)
        {
            throw new InvalidDataException($"No assembly of the program has {type.FullName}.", exception);
        }
    }

    /// <summary>The type arguments; none of a type that is not generic.</summary>
    public static IReadOnlyList<TypeReference> Arguments(TypeReference type) => type is GenericInstanceType generic ? [.. generic.GenericArguments] : [];

    /// <summary>What tells a type from every other: the same text means the same type.</summary>
    public static string Key(TypeReference type) => type switch
    {
        GenericParameter parameter => (parameter.Type == GenericParameterType.Method ? "!!" : "!") + parameter.Position,
        GenericInstanceType generic => $"{Key(generic.ElementType)}<{string.Join(',', generic.GenericArguments.Select(Key))}>",
        ArrayType { IsVector: true } array => Key(array.ElementType) + "[]",
        ArrayType array => $"{Key(array.ElementType)}[*{array.Rank}]",
        ByReferenceType reference => Key(reference.ElementType) + "&",
        PointerType pointer => Key(pointer.ElementType) + "*",
        IModifierType modified => $"{Key(modified.ElementType)} mod({Key(modified.ModifierType)})",
        FunctionPointerType function =>
            $"method {Key(function.ReturnType)}({string.Join(',', function.Parameters.Select(parameter => Key(parameter.ParameterType)))})",
        TypeSpecification other => throw new InvalidDataException($"{other.FullName} is a type that this tool does not know."),
        _ => Definition(type) is var definition ? $"[{definition.Module.Assembly.Name.Name}]{definition.FullName}" : "",
    };

    /// <summary>The type in C#, without namespaces, for people.</summary>
    public static string Display(TypeReference type) => type switch
    {
        GenericInstanceType generic =>
            $"{Metadata.GenericNames.RemoveArity(Nested(generic.ElementType))}<{string.Join(", ", generic.GenericArguments.Select(Display))}>",
        ArrayType array => $"{Display(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        _ => Nested(type),
    };

    /// <summary>Puts type arguments in the place of type parameters.</summary>
    public static TypeReference Inflate(TypeReference type, IReadOnlyList<TypeReference> ofType, IReadOnlyList<TypeReference> ofMethod)
    {
        switch (type)
        {
            case GenericParameter { Type: GenericParameterType.Type } parameter:
                return parameter.Position < ofType.Count ? ofType[parameter.Position] : parameter;
            case GenericParameter parameter:
                return parameter.Position < ofMethod.Count ? ofMethod[parameter.Position] : parameter;
            case GenericInstanceType generic:
                var inflated = new GenericInstanceType(generic.ElementType);
                foreach (var argument in generic.GenericArguments)
                {
                    inflated.GenericArguments.Add(Inflate(argument, ofType, ofMethod));
                }

                return inflated;
            case ArrayType { IsVector: true } array:
                return new ArrayType(Inflate(array.ElementType, ofType, ofMethod));
            case ArrayType array:
                return new ArrayType(Inflate(array.ElementType, ofType, ofMethod), array.Rank);
            case ByReferenceType reference:
                return new ByReferenceType(Inflate(reference.ElementType, ofType, ofMethod));
            case PointerType pointer:
                return new PointerType(Inflate(pointer.ElementType, ofType, ofMethod));
            case RequiredModifierType required:
                return new RequiredModifierType(required.ModifierType, Inflate(required.ElementType, ofType, ofMethod));
            case OptionalModifierType optional:
                return new OptionalModifierType(optional.ModifierType, Inflate(optional.ElementType, ofType, ofMethod));
            default:
                return type;
        }
    }

    /// <summary>The type and those that it derives from, the most derived first.</summary>
    public static IReadOnlyList<TypeReference> Hierarchy(TypeReference type)
    {
        var hierarchy = new List<TypeReference>();
        for (var current = type; current is not null;)
        {
            hierarchy.Add(current);
            current = Definition(current).BaseType is { } baseType ? Inflate(baseType, Arguments(current), []) : null;
        }

        return hierarchy;
    }

    /// <summary>The interfaces that a type names itself, and those that they name; not those of its base type.</summary>
    public static IReadOnlyList<TypeReference> OwnInterfaces(TypeReference type)
    {
        var interfaces = new List<TypeReference>();
        Collect(type);
        return interfaces;

        void Collect(TypeReference from)
        {
            foreach (var implementation in Definition(from).Interfaces)
            {
                var found = Inflate(implementation.InterfaceType, Arguments(from), []);
                if (!interfaces.Exists(known => Key(known) == Key(found)))
                {
                    interfaces.Add(found);
                    Collect(found);
                }
            }
        }
    }

    /// <summary>All interfaces that an object of the type has.</summary>
    public static IReadOnlyList<TypeReference> AllInterfaces(TypeReference type) =>
        [.. Hierarchy(type).SelectMany(OwnInterfaces).DistinctBy(Key)];

    /// <summary>Whether an interface stands for another because its parameters are declared <c>in</c> or <c>out</c>.</summary>
    public static bool IsVariantOf(TypeReference actual, TypeReference wanted)
    {
        var definition = Definition(actual);
        if (definition != Definition(wanted))
        {
            return false;
        }

        for (var index = 0; index < definition.GenericParameters.Count; index++)
        {
            var (from, to) = (Arguments(actual)[index], Arguments(wanted)[index]);
            var parameter = definition.GenericParameters[index];
            if (Key(from) != Key(to)
                && !(parameter.IsCovariant && IsReferenceTo(from, to))
                && !(parameter.IsContravariant && IsReferenceTo(to, from)))
            {
                return false;
            }
        }

        return true;
    }

    // Whether each reference to a `from` is one to a `to`. Boxing is no such conversion.
    private static bool IsReferenceTo(TypeReference from, TypeReference to)
    {
        if (from is ArrayType fromArray)
        {
            return to is ArrayType toArray
                ? fromArray.Rank == toArray.Rank && (Key(fromArray) == Key(toArray) || IsReferenceTo(fromArray.ElementType, toArray.ElementType))
                : to.FullName is "System.Object" or "System.Array";
        }

        if (from is not (GenericInstanceType or { IsGenericParameter: false, IsArray: false }) || to is ArrayType || Definition(from).IsValueType)
        {
            return false;
        }

        return to.FullName == "System.Object"
            || Hierarchy(from).Any(type => Key(type) == Key(to))
            || AllInterfaces(from).Any(type => Key(type) == Key(to) || IsVariantOf(type, to));
    }

    private static string Nested(TypeReference type) =>
        type.DeclaringType is { } outer ? $"{Metadata.GenericNames.RemoveArity(Nested(outer))}.{type.Name}" : type.Name;
}
