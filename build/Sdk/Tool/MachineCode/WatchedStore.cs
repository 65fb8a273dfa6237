namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>A store to the watched table, or of an address in it to where it can no longer be followed.</summary>
/// <param name="Site">The instruction's address.</param>
/// <param name="Value">What is stored.</param>
/// <param name="IsEscape">Whether it is the address of the table that is stored somewhere else.</param>
internal sealed record WatchedStore(ulong Site, AbstractValue Value, bool IsEscape);
