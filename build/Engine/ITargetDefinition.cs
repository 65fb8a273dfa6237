using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>What a target consists of. Each call adds to the definition and gives it back.</summary>
public interface ITargetDefinition
{
    /// <summary>The line that the help text shows under the target.</summary>
    ITargetDefinition Description(string description);

    /// <summary>
    /// Adds work; several actions run in the order they were added. A target without any is Collective: it only gathers dependencies.
    /// </summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <summary>Adds work whose result is not used.</summary>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>Adds asynchronous work, which is waited for.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>These targets run too, and before this one.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <summary>The inverse of <see cref="DependsOn"/>: when one of these runs, this one runs before it.</summary>
    ITargetDefinition DependentFor(params Target[] targets);

    /// <summary>Skips the target when the condition is false just before the target would run.</summary>
    ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>Skips the target when the condition is false before anything runs.</summary>
    ITargetDefinition OnlyWhenStatic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>The build fails before anything runs unless these parameters have a value.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : class;

    /// <summary>The build fails before anything runs unless these parameters have a value.</summary>
    ITargetDefinition Requires<T>(Expression<Func<T?>> parameterRequirement, params Expression<Func<T?>>[] parameterRequirements)
        where T : struct;

    /// <summary>The build fails before anything runs unless these conditions hold.</summary>
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);

    /// <summary>
    /// What becomes of the dependencies when the target is skipped; <see cref="DependencyBehavior.Skip"/> unless said otherwise.
    /// </summary>
    ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior);

    /// <summary>This target precedes these, if both run.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <summary>This target follows these, if both run.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <summary>When this target runs, these run after it.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <summary>The inverse of <see cref="Triggers"/>.</summary>
    ITargetDefinition TriggeredBy(params Target[] targets);

    /// <summary>Runs even when a target before it failed or the build is cancelled.</summary>
    ITargetDefinition AssuredAfterFailure();

    /// <summary>A failure of this target does not keep the next ones from running; the build fails all the same.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>Leaves the target out of the help text.</summary>
    ITargetDefinition Unlisted();

    /// <summary>Names what the target makes, as glob patterns.</summary>
    ITargetDefinition Produces(params string[] artifacts);

    /// <summary>Names targets whose products this one uses. It adds no dependency.</summary>
    ITargetDefinition Consumes(params Target[] targets);
}
