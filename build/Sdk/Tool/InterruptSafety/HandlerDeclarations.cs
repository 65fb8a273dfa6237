namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>What the project files of an image's components say about interrupt handlers.</summary>
/// <param name="IndirectCalls">The indirect calls that handlers may make.</param>
/// <param name="UncheckedHandlers">The handlers that the check leaves alone.</param>
internal sealed record HandlerDeclarations(
    IReadOnlyList<DeclaredIndirectCall> IndirectCalls, IReadOnlyList<UncheckedHandler> UncheckedHandlers)
{
    private const char Separator = '\t';

    /// <summary>Nothing declared.</summary>
    public static HandlerDeclarations None { get; } = new([], []);

    /// <summary>
    /// Reads declarations, a line for each, with tabulators between: <c>DeclaredIndirectCall</c>, the function, its targets between
    /// commas, the reason; or <c>UncheckedHandler</c>, the name, nothing, the reason.
    /// </summary>
    /// <exception cref="FormatException">A line is of another form, or lacks one of them.</exception>
    public static HandlerDeclarations Parse(IEnumerable<string> lines)
    {
        var calls = new List<DeclaredIndirectCall>();
        var handlers = new List<UncheckedHandler>();
        foreach (var line in lines.Where(line => line.Trim().Length != 0))
        {
            switch (line.Split(Separator, StringSplitOptions.TrimEntries))
            {
                case ["DeclaredIndirectCall", { Length: > 0 } function, { Length: > 0 } targets, { Length: > 0 } reason]:
                    var patterns = targets.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                    calls.Add(new DeclaredIndirectCall(
                        new FunctionPattern(function), [.. patterns.Select(pattern => new FunctionPattern(pattern))], reason));
                    break;
                case ["UncheckedHandler", { Length: > 0 } name, _, { Length: > 0 } reason]:
                    handlers.Add(new UncheckedHandler(name, reason));
                    break;
                case ["DeclaredIndirectCall", var function, ..]:
                    throw new FormatException(
                        $"the declared indirect call in {function} needs Targets, what it can call, and Reason, why it can call nothing else");
                case ["UncheckedHandler", var name, ..]:
                    throw new FormatException($"the unchecked handler {name} needs Reason, why the rules are not for it");
                default:
                    throw new FormatException($"'{line}' is no declaration");
            }
        }

        return new HandlerDeclarations(calls, handlers);
    }
}
