namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet pack</c>.</summary>
public class DotNetPackSettings : DotNetSettings
{
    /// <inheritdoc/>
    protected internal override string Command => "pack";
}
