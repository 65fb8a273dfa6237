using Nuke.Common;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>The base of the builds under test: its targets leave a trace of having run.</summary>
public abstract class RecordingBuild : NukeBuild
{
    /// <summary>What the last run did, in order.</summary>
    public static List<string> Trace { get; } = [];

    protected static void Record(string what) => Trace.Add(what);
}
