namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>Functions that an interrupt handler must not reach.</summary>
/// <param name="Pattern">Which.</param>
/// <param name="Rule">What it breaks who reaches one.</param>
/// <param name="Does">In words, what they do.</param>
internal sealed record ForbiddenFunction(FunctionPattern Pattern, HandlerRule Rule, string Does)
{
    public ForbiddenFunction(string pattern, HandlerRule rule, string does)
        : this(new FunctionPattern(pattern), rule, does)
    {
    }

    /// <summary>Of the implementations of a contract, the method that is meant; null where all are.</summary>
    public string? OnlyMethod { get; init; }
}
