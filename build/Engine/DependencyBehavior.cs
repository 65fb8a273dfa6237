namespace Nuke.Common;

/// <summary>What happens to the dependencies of a target that is skipped.</summary>
public enum DependencyBehavior
{
    /// <summary>Those that nothing else needs are skipped too.</summary>
    Skip,

    /// <summary>They run as if the target ran.</summary>
    Execute,
}
