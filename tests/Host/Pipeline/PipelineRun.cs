using System.Linq.Expressions;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Runs a build in this process as if from a command line, in a root directory of its own.</summary>
internal sealed record PipelineRun(int ExitCode, IReadOnlyList<string> Trace, string Output)
{
    public static PipelineRun Execute<T>(
        string[] arguments,
        Expression<Func<T, Target>>? defaultTarget = null,
        Dictionary<string, string>? variables = null,
        string? parametersFile = null,
        string? rootDirectory = null)
        where T : RecordingBuild, new()
    {
        var root = rootDirectory ?? Directory.CreateTempSubdirectory("tarn-pipeline-").FullName;
        var nukeDirectory = Directory.CreateDirectory(Path.Combine(root, ".nuke")).FullName;
        if (parametersFile is not null)
        {
            File.WriteAllText(Path.Combine(nukeDirectory, "parameters.json"), parametersFile);
        }

        var standardOutput = Console.Out;
        using var output = new StringWriter();
        var context = BuildContext.Current;
        try
        {
            Console.SetOut(output);
            RecordingBuild.Trace.Clear();
            BuildContext.Current = new BuildContext(arguments, variables ?? [], root);
            var exitCode = BuildManager.Execute<T>(defaultTarget is null ? [] : [defaultTarget]);
            return new PipelineRun(exitCode, [.. RecordingBuild.Trace], output.ToString());
        }
        finally
        {
            BuildContext.Current = context;
            Console.SetOut(standardOutput);
            if (rootDirectory is null)
            {
                Directory.Delete(root, recursive: true);
            }
        }
    }

    /// <summary>The line of the summary for a target, or null.</summary>
    public string? SummaryOf(string target) =>
        Output.Split('\n').LastOrDefault(x => x.StartsWith($"{target} ", StringComparison.Ordinal))?.TrimEnd();
}
