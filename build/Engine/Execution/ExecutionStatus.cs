namespace Nuke.Common.Execution;

/// <summary>How far a target has come.</summary>
public enum ExecutionStatus
{
    /// <summary>Not part of the plan.</summary>
    None,

    /// <summary>In the plan, not reached yet.</summary>
    Scheduled,

    /// <summary>In the plan, and the build ended before its turn.</summary>
    NotRun,

    /// <summary>Passed over.</summary>
    Skipped,

    /// <summary>Ran to its end.</summary>
    Succeeded,

    /// <summary>Threw an exception.</summary>
    Failed,

    /// <summary>Runs now.</summary>
    Running,

    /// <summary>Ran when the build was cancelled.</summary>
    Aborted,

    /// <summary>Has no work of its own.</summary>
    Collective,
}
