using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet build</c>.</summary>
public static class DotNetBuildSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string? v)
        where T : DotNetBuildSettings => o.Set("ProjectFile", "{0}", v, isFirst: true);

    /// <summary>The configuration, such as Release.</summary>
    public static T SetConfiguration<T>(this T o, string? v)
        where T : DotNetBuildSettings => o.Set("Configuration", "--configuration {0}", v);

    /// <summary>Does not restore first.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetBuildSettings => o.SetNoRestore(true);

    /// <summary>Whether not to restore first.</summary>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetBuildSettings => o.SetSwitch("NoRestore", "--no-restore", v);

    /// <summary>Leaves out the banner.</summary>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetBuildSettings => o.SetSwitch("NoLogo", "--nologo", true);

    /// <summary>The directory that gets the result.</summary>
    public static T SetOutputDirectory<T>(this T o, string? v)
        where T : DotNetBuildSettings => o.Set("OutputDirectory", "--output {0}", v);

    /// <summary>The suffix of the version.</summary>
    public static T SetVersionSuffix<T>(this T o, string? v)
        where T : DotNetBuildSettings => o.Set("VersionSuffix", "--version-suffix {0}", v);

    /// <summary>The framework to build for.</summary>
    public static T SetFramework<T>(this T o, string? v)
        where T : DotNetBuildSettings => o.Set("Framework", "--framework {0}", v);

    /// <summary>Builds all anew.</summary>
    public static T EnableNoIncremental<T>(this T o)
        where T : DotNetBuildSettings => o.SetSwitch("NoIncremental", "--no-incremental", true);
}
