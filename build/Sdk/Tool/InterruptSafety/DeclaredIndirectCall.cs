namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// An indirect call, or several, that an interrupt handler may make, because it is said what it can call: the project's item
/// <c>TarnDeclaredIndirectCall</c>.
/// </summary>
/// <param name="Function">The function that the call is in.</param>
/// <param name="Targets">What it can call; each is walked as if it were called directly.</param>
/// <param name="Reason">Why it can call nothing else.</param>
internal sealed record DeclaredIndirectCall(FunctionPattern Function, IReadOnlyList<FunctionPattern> Targets, string Reason);
