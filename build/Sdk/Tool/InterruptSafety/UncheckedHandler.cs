namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>What the table of interrupt handlers holds and the check leaves alone: the project's item <c>TarnUncheckedHandler</c>.</summary>
/// <param name="Name">A handler's type, or a function that is no claimed handler; without type arguments.</param>
/// <param name="Reason">Why the rules are not for it.</param>
internal sealed record UncheckedHandler(string Name, string Reason);
