namespace Tarn.Sdk.Tool.Elf;

/// <summary>A section of an ELF file.</summary>
/// <param name="Index">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds, in ELF's numbers.</param>
/// <param name="Flags">What it is for, in ELF's bits.</param>
/// <param name="Address">The virtual address of its first byte; 0 in an object file.</param>
/// <param name="Size">Its bytes in memory, or in the file where it is not loaded.</param>
/// <param name="Content">Its bytes in the file; none where it only reserves memory.</param>
/// <param name="Link">The section it belongs to, by number: for symbols, that of their names.</param>
/// <param name="Information">A second such number: for relocations, the section they apply to.</param>
internal sealed record ElfSection(
    int Index, string Name, uint Type, ulong Flags, ulong Address, ulong Size, ReadOnlyMemory<byte> Content, int Link, int Information)
{
    private const ulong Write = 1;
    private const ulong Allocate = 2;
    private const ulong Execute = 4;

    /// <summary>Where its content lies in the file.</summary>
    public ulong Offset { get; init; }

    /// <summary>Whether it is loaded into memory.</summary>
    public bool IsLoaded => (Flags & Allocate) != 0;

    /// <summary>Whether it holds instructions.</summary>
    public bool IsCode => (Flags & Execute) != 0;

    /// <summary>Whether the program may write to it.</summary>
    public bool IsWritable => (Flags & Write) != 0;

    /// <summary>Whether an address lies in it, once it is loaded.</summary>
    public bool Holds(ulong address) => IsLoaded && address >= Address && address - Address < Size;
}
