namespace Nuke.Common.Execution;

/// <summary>A condition on running a target, with its source text.</summary>
internal sealed record TargetCondition(string Text, Func<bool> Holds)
{
    /// <param name="condition">The condition.</param>
    /// <param name="expression">The text of the argument, which the compiler hands over: <c>() =&gt; Some.Condition</c>.</param>
    public static TargetCondition Create(Func<bool> condition, string? expression)
    {
        var text = (expression ?? "condition").Trim();
        if (text.StartsWith('(') && text[1..].TrimStart() is [')', .. var afterParentheses]
                                 && afterParentheses.TrimStart() is ['=', '>', .. var body])
        {
            text = body.Trim();
        }

        return new TargetCondition(text, condition);
    }
}
