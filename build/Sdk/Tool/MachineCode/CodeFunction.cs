namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>A piece of an image's code that has a name.</summary>
/// <param name="Start">The address of its first byte.</param>
/// <param name="End">The address after its last byte.</param>
/// <param name="Symbols">Every symbol that stands at its start: several, where a method is exported or code was folded.</param>
internal sealed record CodeFunction(ulong Start, ulong End, IReadOnlyList<string> Symbols)
{
    /// <summary>Whether an address lies in it.</summary>
    public bool Holds(ulong address) => address >= Start && address < End;
}
