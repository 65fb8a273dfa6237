namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>A range of addresses.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one after the last.</param>
internal readonly record struct AddressRange(ulong Start, ulong End)
{
    /// <summary>Whether an address is one of them.</summary>
    public bool Holds(ulong address) => address >= Start && address < End;
}
