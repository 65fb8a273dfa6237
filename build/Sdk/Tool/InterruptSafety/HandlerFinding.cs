using Tarn.Sdk.Tool.MachineCode;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>Something that a handler does and must not.</summary>
/// <param name="Root">The handler.</param>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Steps">How it gets there, from an entry of the handler on.</param>
/// <param name="End">In words, what stands at the end of the way.</param>
internal sealed record HandlerFinding(HandlerRoot Root, HandlerRule Rule, IReadOnlyList<HandlerStep> Steps, string End)
{
    /// <summary>The indirect call at the end of the way, where that is what is wrong.</summary>
    public Transfer? IndirectCall { get; init; }
}
