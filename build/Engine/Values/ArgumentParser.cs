namespace Nuke.Common.Values;

/// <summary>
/// Reads a command line of the form <c>positional … --name value … --name</c>. The tokens before the first one that starts with a dash are
/// positional; the values of a name run to the next such token; of a name typed twice, the last counts. Names match ignoring case and
/// dashes.
/// </summary>
internal sealed class ArgumentParser(IEnumerable<string> tokens)
{
    private readonly string[] _tokens = [.. tokens];

    public IReadOnlyList<string> Tokens => _tokens;

    public string[] Positional => [.. _tokens.TakeWhile(x => !IsName(x))];

    public static string Normalize(string name) => name.Replace("-", string.Empty);

    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The values that follow the name (none for a bare switch), or null if the name was not typed.</summary>
    public string[]? GetNamed(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : [.. _tokens.Skip(index + 1).TakeWhile(x => !IsName(x))];
    }

    private static bool IsName(string token) => token.StartsWith('-');

    private int IndexOf(string name) =>
        Array.FindLastIndex(_tokens, x => IsName(x) && Normalize(x).Equals(Normalize(name), StringComparison.OrdinalIgnoreCase));
}
