namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>One step of the way from a handler to what it must not reach: a call, or a jump out of a function.</summary>
/// <param name="From">The address of the function that the step is made from, as it was entered.</param>
/// <param name="Site">The address of the instruction.</param>
/// <param name="To">Where it leads; null where it is the instruction itself that must not be.</param>
internal sealed record HandlerStep(ulong From, ulong Site, ulong? To);
