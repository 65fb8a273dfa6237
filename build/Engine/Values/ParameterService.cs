using System.Reflection;
using System.Text.Json;
using Nuke.Common.IO;
using Serilog;

namespace Nuke.Common.Values;

/// <summary>Finds the value of a parameter: on the command line, else in the environment, else in <c>.nuke/parameters.json</c>.</summary>
internal sealed class ParameterService(
    ArgumentParser arguments,
    IReadOnlyDictionary<string, string> variables,
    Func<AbsolutePath> rootDirectory)
{
    public const string InvokedTargetsName = "Target";
    public const string SkippedTargetsName = "Skip";

    public static string GetName(MemberInfo member) => GetAttribute(member).Name ?? member.Name;

    /// <summary>The name as it is typed: <c>NoLogo</c> becomes <c>no-logo</c>.</summary>
    public static string GetDashedName(MemberInfo member)
    {
        var name = GetName(member);
        var dashed = name.SelectMany((character, index) =>
            index > 0 && char.IsUpper(character)
                && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])))
                ? new[] { '-', character }
                : [character]);
        return string.Concat(dashed).ToLowerInvariant();
    }

    public object? Get(MemberInfo member)
    {
        var separator = GetAttribute(member).Separator is { Length: 1 } text ? text[0] : (char?)null;
        return Get(GetName(member), MemberAccess.GetType(member), separator);
    }

    public object? Get(string name, Type type, char? separator = null) =>
        FromCommandLine(name, type, separator) ??
        FromPositionalArguments(name, type, separator) ??
        FromEnvironment(name, type, separator) ??
        FromParametersFile(name, type);

    private static ParameterAttribute GetAttribute(MemberInfo member) =>
        member.GetCustomAttribute<ParameterAttribute>().NotNull($"Member '{member.Name}' is not a parameter");

    private static string Trim(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private object? FromCommandLine(string name, Type type, char? separator) =>
        arguments.GetNamed(name) is { } values ? Convert(values, type, separator, emptyMeans: true, $"argument '{name}'") : null;

    private object? FromPositionalArguments(string name, Type type, char? separator) =>
        name == InvokedTargetsName && arguments.Positional is { Length: > 0 } values
            ? Convert(values, type, separator, emptyMeans: true, "the targets")
            : null;

    private object? FromEnvironment(string name, Type type, char? separator)
    {
        if (!variables.TryGetValue(name, out var value))
        {
            var trimmed = Trim(name);
            var candidates = variables
                .Where(x => Trim(x.Key).Equals(trimmed, StringComparison.OrdinalIgnoreCase)
                            || Trim(x.Key).Equals($"NUKE{trimmed}", StringComparison.OrdinalIgnoreCase))
                .ToList();
            if (candidates.Count > 1)
            {
                Log.Warning("Could not resolve {VariableName} since multiple values are provided", name);
            }

            if (candidates.Count != 1)
            {
                return null;
            }

            value = candidates[0].Value;
        }

        var values = separator is { } character ? value.Split(character) : [value];
        string[] present = [.. values.Where(x => !string.IsNullOrWhiteSpace(x))];
        return Convert(present, type, separator: null, emptyMeans: false, $"environment variable '{name}'");
    }

    private object? FromParametersFile(string name, Type type)
    {
        var file = rootDirectory() / ".nuke" / "parameters.json";
        if (!file.FileExists())
        {
            return null;
        }

        using var document = JsonDocument.Parse(file.ReadAllText());
        if (!document.RootElement.TryGetProperty(name, out var property) || property.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (type.IsAssignableTo(typeof(IAbsolutePathHolder)))
        {
            var path = property.GetString()!;
            return Path.IsPathRooted(path) ? AbsolutePath.Create(path) : rootDirectory() / path;
        }

        string[] values = property.ValueKind == JsonValueKind.Array
            ? [.. property.EnumerateArray().Select(x => x.ToString())]
            : [property.ToString()];
        return Convert(values, type, separator: null, emptyMeans: true, $"'{name}' of {file}");
    }

    private static object? Convert(IReadOnlyList<string> values, Type type, char? separator, bool emptyMeans, string origin)
    {
        try
        {
            return ValueConverter.Convert(values, type, separator, emptyMeans);
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"Resolving {origin} failed. {exception.Message}", exception);
        }
    }
}
