using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet pack</c>.</summary>
public static class DotNetPackSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProject<T>(this T o, string? v)
        where T : DotNetPackSettings => o.Set("ProjectFile", "{0}", v, isFirst: true);

    /// <summary>The configuration, such as Release.</summary>
    public static T SetConfiguration<T>(this T o, string? v)
        where T : DotNetPackSettings => o.Set("Configuration", "--configuration {0}", v);

    /// <summary>Does not restore first.</summary>
    public static T EnableNoRestore<T>(this T o)
        where T : DotNetPackSettings => o.SetNoRestore(true);

    /// <summary>Whether not to restore first.</summary>
    public static T SetNoRestore<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.SetSwitch("NoRestore", "--no-restore", v);

    /// <summary>Leaves out the banner.</summary>
    public static T EnableNoLogo<T>(this T o)
        where T : DotNetPackSettings => o.SetSwitch("NoLogo", "--nologo", true);

    /// <summary>Does not build first.</summary>
    public static T EnableNoBuild<T>(this T o)
        where T : DotNetPackSettings => o.SetNoBuild(true);

    /// <summary>Whether not to build first.</summary>
    public static T SetNoBuild<T>(this T o, bool? v)
        where T : DotNetPackSettings => o.SetSwitch("NoBuild", "--no-build", v);

    /// <summary>The directory that gets the result.</summary>
    public static T SetOutputDirectory<T>(this T o, string? v)
        where T : DotNetPackSettings => o.Set("OutputDirectory", "--output {0}", v);

    /// <summary>The suffix of the version.</summary>
    public static T SetVersionSuffix<T>(this T o, string? v)
        where T : DotNetPackSettings => o.Set("VersionSuffix", "--version-suffix {0}", v);
}
