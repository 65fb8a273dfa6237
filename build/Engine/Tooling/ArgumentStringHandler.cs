using System.Runtime.CompilerServices;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tooling;

/// <summary>
/// Builds a command line from an interpolated string: a value with a space in it becomes one argument in double quotes. The format
/// <c>nq</c> leaves a value as it is; <c>r</c> keeps it out of the log.
/// </summary>
[InterpolatedStringHandler]
public ref struct ArgumentStringHandler
{
    private readonly StringBuilder _builder;
    private readonly List<string> _secrets = [];

    /// <summary>Called by the compiler.</summary>
    public ArgumentStringHandler(int literalLength, int formattedCount, out bool handlerIsValid)
    {
        _builder = new StringBuilder(literalLength + (formattedCount * 16));
        handlerIsValid = true;
    }

    /// <summary>A command line that is ready as it is.</summary>
    public static implicit operator ArgumentStringHandler(string value)
    {
        var handler = new ArgumentStringHandler(value.Length, 0, out _);
        handler.AppendLiteral(value);
        return handler;
    }

    /// <summary>Called by the compiler for the text between values.</summary>
    public readonly void AppendLiteral(string value) => _builder.Append(value);

    /// <summary>Called by the compiler for a value.</summary>
    public readonly void AppendFormatted(object? obj, int alignment = 0, string? format = null)
    {
        switch (obj)
        {
            case string value when format == "r":
                _secrets.Add(value);
                Append(value, alignment);
                break;
            case string value:
                Append(format == "nq" || value.IsDoubleQuoted() || value.IsSingleQuoted() ? value : value.DoubleQuoteIfNeeded(), alignment);
                break;
            case IAbsolutePathHolder holder:
                Append(holder.Path?.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded), alignment);
                break;
            default:
                Append(obj?.ToString(), alignment);
                break;
        }
    }

    /// <summary>Called by the compiler for a list of paths: each becomes an argument.</summary>
    public readonly void AppendFormatted(IEnumerable<IAbsolutePathHolder> paths, int alignment = 0, string? format = null) =>
        Append(string.Join(' ', paths.Select(x => x.Path?.ToString(format ?? AbsolutePath.DoubleQuoteIfNeeded))), alignment);

    /// <summary>
    /// The command line. If all of it is one quoted text, the quotes go: a single value is taken for a whole command line, so an argument
    /// with spaces that stands alone has to bring quotes of its own around the quotes, or be passed with others.
    /// </summary>
    public readonly string ToStringAndClear()
    {
        var value = _builder.ToString();
        _builder.Clear();
        return value.Length > 1 && value[0] == '"' && value.IndexOf('"', 1) == value.Length - 1 ? value[1..^1] : value;
    }

    /// <summary>What takes the secrets out of a text.</summary>
    public readonly Func<string, string> GetFilter()
    {
        var secrets = _secrets;
        return text => secrets.Aggregate(text, (current, secret) => current.Replace(secret, "[REDACTED]"));
    }

    private readonly void Append(string? value, int alignment)
    {
        value ??= string.Empty;
        _builder.Append(alignment < 0 ? value.PadRight(-alignment) : value.PadLeft(alignment));
    }
}
