using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet test</c>.</summary>
public static class DotNetTestSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string? v)
        where T : DotNetTestSettings => o.Set("ProjectFile", "{0}", v, isFirst: true);

    /// <summary>The configuration, such as Release.</summary>
    public static T SetConfiguration<T>(this T o, string? v)
        where T : DotNetTestSettings => o.Set("Configuration", "--configuration {0}", v);

    /// <summary>Does not restore first.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetTestSettings => o.SetNoRestore(true);

    /// <summary>Whether not to restore first.</summary>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.SetSwitch("NoRestore", "--no-restore", v);

    /// <summary>Leaves out the banner.</summary>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetTestSettings => o.SetSwitch("NoLogo", "--nologo", true);

    /// <summary>Does not build first.</summary>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetTestSettings => o.SetNoBuild(true);

    /// <summary>Whether not to build first.</summary>
    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetTestSettings => o.SetSwitch("NoBuild", "--no-build", v);

    /// <summary>The tests to run, as an expression of the test platform.</summary>
    public static T SetFilter<T>(this T o, string? v)
        where T : DotNetTestSettings => o.Set("Filter", "--filter {0}", v);

    /// <summary>Where results go: each is a logger with its parameters, such as <c>trx;LogFileName=host.trx</c>.</summary>
    public static T SetLoggers<T>(this T o, params string[] v)
        where T : DotNetTestSettings =>
        v.Index().Aggregate(o, (current, logger) => current.Set($"Logger {logger.Index}", "--logger {0}", logger.Item));

    /// <summary>The directory that gets the results.</summary>
    public static T SetResultsDirectory<T>(this T o, string? v)
        where T : DotNetTestSettings => o.Set("ResultsDirectory", "--results-directory {0}", v);

    /// <summary>The file with settings of the run.</summary>
    public static T SetSettingsFile<T>(this T o, string? v)
        where T : DotNetTestSettings => o.Set("SettingsFile", "--settings {0}", v);

    /// <summary>The framework whose tests to run.</summary>
    public static T SetFramework<T>(this T o, string? v)
        where T : DotNetTestSettings => o.Set("Framework", "--framework {0}", v);
}
