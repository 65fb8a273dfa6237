namespace Nuke.Common.Tools.DotNet;

/// <summary>The settings of <c>dotnet test</c>.</summary>
public class DotNetTestSettings : DotNetSettings
{
    /// <inheritdoc/>
    protected internal override string Command => "test";

    internal override string PropertyFormat => "/property:{0}={1}";
}
