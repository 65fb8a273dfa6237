using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

/// <summary>What compiles IL to machine code.</summary>
[TypeConverter(typeof(TypeConverter<Toolchain>))]
[SuppressMessage("Usage", "CA2211", Justification = "Fields are how the values of an enumeration are found.")]
public sealed class Toolchain : Enumeration
{
    /// <summary>The compiler from its package.</summary>
    public static Toolchain Ilc = new() { Value = nameof(Ilc) };

    /// <summary>An installed <c>bflat</c>; continuous integration does not exercise it.</summary>
    public static Toolchain Bflat = new() { Value = nameof(Bflat) };
}
