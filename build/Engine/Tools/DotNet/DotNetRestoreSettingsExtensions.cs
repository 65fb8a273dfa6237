using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>Settings of <c>dotnet restore</c>.</summary>
public static class DotNetRestoreSettingsExtensions
{
    /// <summary>The project or solution.</summary>
    public static T SetProjectFile<T>(this T o, string? v)
        where T : DotNetRestoreSettings => o.Set("ProjectFile", "{0}", v, isFirst: true);

    /// <summary>Fails rather than change the lock file.</summary>
    public static T EnableLockedMode<T>(this T o)
        where T : DotNetRestoreSettings => o.SetSwitch("LockedMode", "--locked-mode", true);
}
