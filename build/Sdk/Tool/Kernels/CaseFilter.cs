using Tarn.Tests.Emulator.Harness;

namespace Tarn.Sdk.Tool.Kernels;

/// <summary>Which cases <c>dotnet test --filter</c> selects.</summary>
/// <remarks>
/// <c>TEXT</c> or <c>Name~TEXT</c> (contains), <c>Name=TEXT</c>, <c>Name!~TEXT</c>, <c>Name!=TEXT</c>, joined by <c>&amp;</c> and, weaker, by <c>|</c>. Whatever
/// property is named before the operator, the case's name is meant: it is all that there is.
/// </remarks>
internal sealed class CaseFilter
{
    private static readonly (string Operator, Func<string, string, bool> Holds)[] Operators =
    [
        ("!=", (name, text) => name != text),
        ("!~", (name, text) => !name.Contains(text, StringComparison.OrdinalIgnoreCase)),
        ("=", (name, text) => name == text),
        ("~", (name, text) => name.Contains(text, StringComparison.OrdinalIgnoreCase)),
    ];

    private readonly IReadOnlyList<IReadOnlyList<Func<string, bool>>> _alternatives;

    private CaseFilter(IReadOnlyList<IReadOnlyList<Func<string, bool>>> alternatives) => _alternatives = alternatives;

    /// <summary>Reads a filter.</summary>
    /// <param name="expression">The expression; null or empty selects every case.</param>
    public static CaseFilter Parse(string? expression) =>
        new([.. (expression ?? string.Empty).Split('|').Select(alternative => alternative.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParseCondition).ToList())]);

    /// <summary>Whether it selects a case.</summary>
    public bool Selects(KernelCase item) => _alternatives.Any(conditions => conditions.All(holds => holds(item.Name)));

    private static Func<string, bool> ParseCondition(string condition)
    {
        foreach (var (text, holds) in Operators)
        {
            var at = condition.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
            {
                var value = condition[(at + text.Length)..].Trim();
                return name => holds(name, value);
            }
        }

        return name => name.Contains(condition.Trim(), StringComparison.OrdinalIgnoreCase);
    }
}
