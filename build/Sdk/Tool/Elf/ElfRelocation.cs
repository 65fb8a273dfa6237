namespace Tarn.Sdk.Tool.Elf;

/// <summary>A place in a section of an object file that takes the address of a symbol.</summary>
/// <param name="Section">The section that holds the place.</param>
/// <param name="Offset">The place's offset there.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Addend">What is added to its address.</param>
internal sealed record ElfRelocation(ElfSection Section, ulong Offset, ElfSymbol Symbol, long Addend);
