namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>What a function costs at most, with all that it calls.</summary>
/// <param name="StackBytes">Bytes of stack below where it was when the function was entered.</param>
/// <param name="Instructions">Instructions on the longest way through it, each loop taken once.</param>
/// <param name="Deepest">The functions on the deepest way, the function itself first.</param>
/// <param name="Loops">Where loops begin that are taken more often than once, by the address of an instruction.</param>
internal sealed record FunctionCost(long StackBytes, long Instructions, IReadOnlyList<ulong> Deepest, IReadOnlySet<ulong> Loops);
