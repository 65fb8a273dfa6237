namespace Tarn.Sdk.Tool.Elf;

/// <summary>A symbol of an ELF file.</summary>
/// <param name="Name">Its name; those of sections and source files have none.</param>
/// <param name="Section">The section that holds it, by number; 0 where the file does not define it.</param>
/// <param name="Value">Its offset in that section; in a linked image its address.</param>
/// <param name="Size">Bytes that it names; 0 where the file does not say.</param>
internal sealed record ElfSymbol(string Name, int Section, ulong Value, ulong Size)
{
    /// <summary>Whether it is declared to be a function.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Whether other object files see it.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Whether another object has to define it.</summary>
    public bool IsUndefined => Section == 0 && Name.Length != 0;
}
