using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

/// <summary>The allocator under the kernel's heap.</summary>
[TypeConverter(typeof(TypeConverter<Allocator>))]
[SuppressMessage("Usage", "CA2211", Justification = "Fields are how the values of an enumeration are found.")]
public sealed class Allocator : Enumeration
{
    /// <summary>Lists of blocks of fixed sizes, backed by a linked list.</summary>
    public static Allocator FixedSizeBlock = new() { Value = nameof(FixedSizeBlock) };

    /// <summary>A list of free regions.</summary>
    public static Allocator LinkedList = new() { Value = nameof(LinkedList) };

    /// <summary>A pointer that only goes up.</summary>
    public static Allocator Bump = new() { Value = nameof(Bump) };

    /// <summary>The name as it stands in file names: in lower case, with dashes.</summary>
    public string FileName =>
        string.Concat(ToString().Select((character, index) => index > 0 && char.IsUpper(character) ? $"-{character}" : $"{character}"))
            .ToLowerInvariant();
}
