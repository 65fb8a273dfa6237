namespace System.Threading.Tasks;

/// <summary>How a task is to behave. There is one scheduler and no hierarchy of tasks, so only the last one makes a difference.</summary>
[Flags]
public enum TaskCreationOptions
{
    None = 0,
    PreferFairness = 1,
    LongRunning = 2,
    AttachedToParent = 4,
    DenyChildAttach = 8,
    HideScheduler = 16,

    /// <summary>Whoever completes the task does not run what waits for it: the executor does, in its turn.</summary>
    RunContinuationsAsynchronously = 64,
}
