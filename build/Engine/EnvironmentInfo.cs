using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Values;

namespace Nuke.Common;

/// <summary>The surroundings of the running build: platform, arguments, variables.</summary>
public static class EnvironmentInfo
{
    /// <summary>Whether this is Windows.</summary>
    public static bool IsWin => OperatingSystem.IsWindows();

    /// <summary>Whether this is macOS.</summary>
    public static bool IsOsx => OperatingSystem.IsMacOS();

    /// <summary>Whether this is Linux.</summary>
    public static bool IsLinux => OperatingSystem.IsLinux();

    /// <summary>Whether this is Linux or macOS.</summary>
    public static bool IsUnix => IsLinux || IsOsx;

    /// <summary>The directory the build was started in.</summary>
    public static AbsolutePath WorkingDirectory => AbsolutePath.Create(BuildContext.Current.WorkingDirectory);

    /// <summary>The environment variables.</summary>
    public static IReadOnlyDictionary<string, string> Variables => BuildContext.Current.Variables;

    /// <summary>The arguments, as they were typed.</summary>
    public static IReadOnlyCollection<string> CommandLineArguments => BuildContext.Current.Arguments.Tokens;

    /// <summary>Whether <c>--name</c> was typed. Case and dashes do not matter.</summary>
    public static bool HasArgument(string name) => BuildContext.Current.Arguments.Has(name);

    /// <summary>The value of <c>--name</c>, or the type's default when it was not typed.</summary>
    /// <exception cref="InvalidOperationException">The value cannot be converted.</exception>
    public static T? GetNamedArgument<T>(string parameterName, char? separator = null)
    {
        var values = BuildContext.Current.Arguments.GetNamed(parameterName);
        return values is null ? default : (T?)ValueConverter.Convert(values, typeof(T), separator, emptyMeans: true);
    }

    /// <summary>Whether the environment has the variable.</summary>
    public static bool HasVariable(string name, bool allowEmpty = true) =>
        GetVariable(name) is { } value && (allowEmpty || value.Length > 0);

    /// <summary>The value of an environment variable, or null.</summary>
    public static string? GetVariable(string name) => Variables.TryGetValue(name, out var value) ? value : null;
}
