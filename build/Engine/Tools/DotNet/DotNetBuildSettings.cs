namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet build</c>.</summary>
public class DotNetBuildSettings : DotNetSettings
{
    /// <inheritdoc/>
    protected internal override string Command => "build";
}
