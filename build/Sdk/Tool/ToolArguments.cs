namespace Tarn.Sdk.Tool;

/// <summary>The options of a verb: <c>--name value</c>, in any order; some may be repeated.</summary>
internal sealed class ToolArguments
{
    private readonly Dictionary<string, List<string>> _values = [];

    /// <summary>Reads the arguments of a verb.</summary>
    /// <param name="arguments">What follows the verb.</param>
    /// <param name="known">The names that the verb understands, without their dashes.</param>
    /// <exception cref="ToolUsageException">A name is unknown, or its value is missing.</exception>
    public ToolArguments(IReadOnlyList<string> arguments, params ReadOnlySpan<string> known)
    {
        for (var index = 0; index < arguments.Count; index += 2)
        {
            var name = arguments[index];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !known.Contains(name[2..]))
            {
                throw new ToolUsageException($"unknown option '{name}'");
            }

            if (index + 1 == arguments.Count)
            {
                throw new ToolUsageException($"option '{name}' needs a value");
            }

            if (!_values.TryGetValue(name[2..], out var values))
            {
                _values[name[2..]] = values = [];
            }

            values.Add(arguments[index + 1]);
        }
    }

    /// <summary>Every value given for an option, in order.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    /// <summary>The last value given for an option, or null.</summary>
    public string? Optional(string name) => All(name) is [.., var last] ? last : null;

    /// <summary>The last value given for an option.</summary>
    /// <exception cref="ToolUsageException">The option was not given.</exception>
    public string Required(string name) => Optional(name) ?? throw new ToolUsageException($"option '--{name}' is missing");

    /// <summary>The last value given for an option that names a file.</summary>
    /// <exception cref="ToolUsageException">The option was not given, or there is no such file.</exception>
    public string RequiredFile(string name) =>
        Required(name) is var path && File.Exists(path)
            ? path
            : throw new ToolUsageException($"option '--{name}': there is no file '{path}'");
}
