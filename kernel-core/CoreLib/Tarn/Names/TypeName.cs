namespace Tarn.Names;

/// <summary>A type that was found in a <see cref="NameTable"/>, which reads its name.</summary>
public readonly struct TypeName
{
    internal TypeName(int position) => Position = position;

    /// <summary>Where in the table its name is.</summary>
    internal int Position { get; }
}
