namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>An instruction that does what code under proof must not, or that cannot be followed.</summary>
/// <param name="Site">The instruction's address.</param>
/// <param name="Kind">What it does.</param>
internal readonly record struct Hazard(ulong Site, HazardKind Kind);
