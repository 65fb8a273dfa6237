namespace Tarn.Names;

/// <summary>A method that was found in a <see cref="NameTable"/>, which reads its name.</summary>
public readonly struct MethodName
{
    internal MethodName(ulong start, int namePosition)
    {
        Start = start;
        NamePosition = namePosition;
    }

    /// <summary>The address of its first instruction.</summary>
    public ulong Start { get; }

    /// <summary>Where in the table its name is; 0 where there is no method.</summary>
    internal int NamePosition { get; private init; }

    /// <summary>Where in the table the name of its declaring type is; 0 where it has none.</summary>
    internal int TypePosition { get; private init; }

    /// <summary>The type that declares it; false for code that belongs to none.</summary>
    public bool TryGetDeclaringType(out TypeName type)
    {
        type = new TypeName(TypePosition);
        return TypePosition != 0;
    }

    internal MethodName Of(int typePosition) => this with { TypePosition = typePosition };
}
