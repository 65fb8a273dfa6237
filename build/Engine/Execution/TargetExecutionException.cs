namespace Nuke.Common.Execution;

/// <summary>Ends the build because a target failed; the failure itself has been logged.</summary>
internal sealed class TargetExecutionException(string targetName, Exception inner)
    : Exception($"The target '{targetName}' failed.", inner);
