namespace Nuke.Common.Tooling;

/// <summary>The stream that a line of a process came from.</summary>
public enum OutputType
{
    /// <summary>Standard output.</summary>
    Std,

    /// <summary>Standard error.</summary>
    Err,
}
