using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings that all commands have.</summary>
public static class DotNetSettingsExtensions
{
    /// <summary>How much the command says.</summary>
    public static T SetVerbosity<T>(this T o, DotNetVerbosity? v)
        where T : DotNetSettings => o.Set("Verbosity", "--verbosity {0}", v);

    /// <summary>The runtime identifier to build for.</summary>
    public static T SetRuntime<T>(this T o, string? v)
        where T : DotNetSettings => o.Set("Runtime", "--runtime {0}", v);

    /// <summary>An MSBuild property. A Boolean is written in lower case.</summary>
    public static T SetProperty<T>(this T o, string k, object? v)
        where T : DotNetSettings
    {
        var text = v is bool flag ? (flag ? "true" : "false") : v?.ToString();
        return (T)o.Copy(
            $"Property {k}",
            string.IsNullOrWhiteSpace(text) ? [] : [string.Format(o.PropertyFormat, k, text.DoubleQuoteIfNeeded())],
            isFirst: false);
    }

    /// <summary>Leaves the projects that are referred to alone.</summary>
    public static T EnableNoDependencies<T>(this T o)
        where T : DotNetSettings => o.SetSwitch("NoDependencies", "--no-dependencies", true);
}
