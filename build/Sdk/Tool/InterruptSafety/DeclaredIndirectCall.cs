namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// An indirect call, or several, that an interrupt handler may make, because it is said what it can call: the project's item
/// <c>TarnDeclaredIndirectCall</c>.
/// </summary>
/// <param name="Function">The function that the call is in.</param>
/// <param name="Targets">What it can call; each is walked as if it were called directly.</param>
/// <param name="Reason">Why it can call nothing else.</param>
internal sealed record DeclaredIndirectCall(FunctionPattern Function, IReadOnlyList<FunctionPattern> Targets, string Reason)
{
    private const char Separator = '\t';

    /// <summary>Reads declarations: a line for each, of function, targets between commas, and reason, with tabulators between.</summary>
    /// <exception cref="FormatException">A line is of another form, or lacks one of the three.</exception>
    public static IReadOnlyList<DeclaredIndirectCall> Parse(IEnumerable<string> lines)
    {
        var declarations = new List<DeclaredIndirectCall>();
        foreach (var line in lines.Where(line => line.Trim().Length != 0))
        {
            var parts = line.Split(Separator, StringSplitOptions.TrimEntries);
            if (parts is not [{ Length: > 0 } function, { Length: > 0 } targets, { Length: > 0 } reason])
            {
                throw new FormatException(
                    $"the declaration of an indirect call in {parts[0]} needs Targets, what it can call, and Reason, why nothing else");
            }

            var patterns = targets.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            declarations.Add(new DeclaredIndirectCall(
                new FunctionPattern(function), [.. patterns.Select(pattern => new FunctionPattern(pattern))], reason));
        }

        return declarations;
    }
}
