namespace Nuke.Common;

/// <summary>How much a build logs.</summary>
public enum Verbosity
{
    /// <summary>Everything, with stack traces.</summary>
    Verbose,

    /// <summary>Everything but traces of the engine itself.</summary>
    Normal,

    /// <summary>Warnings and errors.</summary>
    Minimal,

    /// <summary>Errors.</summary>
    Quiet,
}
