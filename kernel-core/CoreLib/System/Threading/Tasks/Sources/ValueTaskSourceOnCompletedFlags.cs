namespace System.Threading.Tasks.Sources;

/// <summary>What a continuation asks for. There are no contexts here, so neither changes anything.</summary>
[Flags]
public enum ValueTaskSourceOnCompletedFlags
{
    None = 0,
    UseSchedulingContext = 1,
    FlowExecutionContext = 2,
}
