using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings that the commands of dotnet have in common. The verbosity follows that of the build unless it is set.</summary>
public abstract class DotNetSettings : ToolOptions
{
    internal static string DefaultVerbosity =>
        NukeBuild.Verbosity switch
        {
            Verbosity.Quiet => DotNetVerbosity.quiet,
            Verbosity.Verbose => DotNetVerbosity.detailed,
            _ => DotNetVerbosity.minimal,
        };

    internal virtual string PropertyFormat => "--property:{0}={1}";
}
