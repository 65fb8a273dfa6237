namespace Nuke.Common.Tooling;

/// <summary>A line that a process wrote.</summary>
#pragma warning disable CA1051, CA1815 // Public fields without equality are the shape that callers are written against.
public struct Output
{
    /// <summary>The stream.</summary>
    public OutputType Type;

    /// <summary>The line, without its break.</summary>
    public string Text;
}
#pragma warning restore CA1051, CA1815
