namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet restore</c>.</summary>
public class DotNetRestoreSettings : DotNetSettings
{
    /// <inheritdoc/>
    protected internal override string Command => "restore";
}
