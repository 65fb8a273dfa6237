using System.Reflection;
using Nuke.Common;
using Nuke.Common.IO;

namespace Tarn.Pipeline;

/// <summary>Says which engine runs the pipeline, and why that one.</summary>
internal static class PipelineEngine
{
    private const string OverrideVariable = "TARN_PIPELINE_ENGINE";

    /// <param name="engineFile">The file with what the bootstrap script found out: the engine, the version asked for, and how the feed
    /// answered.</param>
    public static string Describe(AbsolutePath engineFile)
    {
        var metadata = typeof(PipelineEngine).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        var name = metadata.Single(x => x.Key == "PipelineEngine").Value!;
        return EnvironmentInfo.HasVariable(OverrideVariable, allowEmpty: false) ? $"{name} (asked for by {OverrideVariable})"
            : name.StartsWith("Nuke.Common", StringComparison.Ordinal) ? name
            : $"{name} ({DescribeFeed(engineFile)})";
    }

    private static string DescribeFeed(AbsolutePath engineFile) =>
        (engineFile.FileExists() ? engineFile.ReadAllText().Split(' ', '\n') : []) switch
        {
            [_, _, "absent", ..] => "the feed does not carry it",
            [_, _, "unreachable", ..] => "the feed could not be asked",
            _ => "whether the feed carries it was not looked at",
        };
}
