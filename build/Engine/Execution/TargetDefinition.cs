using System.Linq.Expressions;

namespace Nuke.Common.Execution;

/// <summary>Gathers what a target says about itself.</summary>
internal sealed class TargetDefinition : ITargetDefinition
{
    public string? DescriptionText { get; private set; }

    public List<Action> Actions { get; } = [];

    public List<Target> DependsOnTargets { get; } = [];

    public List<Target> DependentForTargets { get; } = [];

    public List<Target> BeforeTargets { get; } = [];

    public List<Target> AfterTargets { get; } = [];

    public List<Target> TriggersTargets { get; } = [];

    public List<Target> TriggeredByTargets { get; } = [];

    public List<TargetCondition> DynamicConditions { get; } = [];

    public List<TargetCondition> StaticConditions { get; } = [];

    public List<LambdaExpression> Requirements { get; } = [];

    public List<string> Artifacts { get; } = [];

    public List<Target> ConsumedTargets { get; } = [];

    public DependencyBehavior WhenSkippedBehavior { get; private set; }

    public bool IsAssuredAfterFailure { get; private set; }

    public bool IsProceedAfterFailure { get; private set; }

    public bool IsUnlisted { get; private set; }

    public ITargetDefinition Description(string description) => Then(() => DescriptionText = description);

    public ITargetDefinition Executes(params Action[] actions) => Then(() => Actions.AddRange(actions));

    public ITargetDefinition Executes<T>(Func<T> action) => Executes(new Action(() => action()));

    public ITargetDefinition Executes(Func<Task> action) => Executes(new Action(() => action().GetAwaiter().GetResult()));

    public ITargetDefinition DependsOn(params Target[] targets) => Then(() => DependsOnTargets.AddRange(targets));

    public ITargetDefinition DependentFor(params Target[] targets) => Then(() => DependentForTargets.AddRange(targets));

    public ITargetDefinition OnlyWhenDynamic(Func<bool> condition, string? conditionExpression = null) =>
        Then(() => DynamicConditions.Add(TargetCondition.Create(condition, conditionExpression)));

    public ITargetDefinition OnlyWhenStatic(Func<bool> condition, string? conditionExpression = null) =>
        Then(() => StaticConditions.Add(TargetCondition.Create(condition, conditionExpression)));

    ITargetDefinition ITargetDefinition.Requires<T>(Expression<Func<T?>> first, params Expression<Func<T?>>[] others)
        where T : class => Then(() => Requirements.AddRange([first, .. others]));

    ITargetDefinition ITargetDefinition.Requires<T>(Expression<Func<T?>> first, params Expression<Func<T?>>[] others)
        where T : struct => Then(() => Requirements.AddRange([first, .. others]));

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements) =>
        Then(() => Requirements.AddRange([requirement, .. requirements]));

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior) => Then(() => WhenSkippedBehavior = dependencyBehavior);

    public ITargetDefinition Before(params Target[] targets) => Then(() => BeforeTargets.AddRange(targets));

    public ITargetDefinition After(params Target[] targets) => Then(() => AfterTargets.AddRange(targets));

    public ITargetDefinition Triggers(params Target[] targets) => Then(() => TriggersTargets.AddRange(targets));

    public ITargetDefinition TriggeredBy(params Target[] targets) => Then(() => TriggeredByTargets.AddRange(targets));

    public ITargetDefinition AssuredAfterFailure() => Then(() => IsAssuredAfterFailure = true);

    public ITargetDefinition ProceedAfterFailure() => Then(() => IsProceedAfterFailure = true);

    public ITargetDefinition Unlisted() => Then(() => IsUnlisted = true);

    public ITargetDefinition Produces(params string[] artifacts) => Then(() => Artifacts.AddRange(artifacts));

    public ITargetDefinition Consumes(params Target[] targets) => Then(() => ConsumedTargets.AddRange(targets));

    private TargetDefinition Then(Action add)
    {
        add();
        return this;
    }
}
