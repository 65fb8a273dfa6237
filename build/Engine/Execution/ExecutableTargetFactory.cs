using System.Linq.Expressions;
using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Finds the targets of a build class and connects them.</summary>
internal static class ExecutableTargetFactory
{
    /// <exception cref="ArgumentException">A target depends on itself, or on something that is not a target of the build.</exception>
    public static List<ExecutableTarget> CreateAll<T>(T build, IEnumerable<Expression<Func<T, Target>>> defaultTargets)
        where T : NukeBuild
    {
        var defaults = defaultTargets.Select(x => x.Compile(preferInterpretation: true)(build)).ToList();
        var targets = build.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(x => x.PropertyType == typeof(Target))
            .Select(property => Create(property, build, defaults))
            .ToList();

        foreach (var target in targets)
        {
            Connect(target, targets);
        }

        return targets;
    }

    private static ExecutableTarget Create(PropertyInfo property, NukeBuild build, List<Target> defaults)
    {
        var definition = new TargetDefinition();
        var factory = (Target)property.GetValue(build)!;
        factory(definition);

        // A property of interface type shows as "Interface.Name".
        var name = property.Name[(property.Name.LastIndexOf('.') + 1)..];
        return new ExecutableTarget(name, factory, definition, defaults.Contains(factory));
    }

    private static void Connect(ExecutableTarget target, List<ExecutableTarget> targets)
    {
        target.ExecutionDependencies.AddRange(Find(x => x.DependsOnTargets, x => x.DependentForTargets));
        target.OrderDependencies.AddRange(Find(x => x.AfterTargets, x => x.BeforeTargets));
        target.TriggerDependencies.AddRange(Find(x => x.TriggeredByTargets, x => x.TriggersTargets));
        target.Triggers.AddRange(Find(x => x.TriggersTargets, x => x.TriggeredByTargets));

        Assert.True(
            !target.AllDependencies.Concat(target.Triggers).Contains(target),
            $"The target '{target.Name}' depends on itself");

        IEnumerable<ExecutableTarget> Find(Func<TargetDefinition, List<Target>> direct, Func<TargetDefinition, List<Target>> inverse) =>
            direct(target.Definition)
                .Select(factory => targets.SingleOrDefault(x => x.Factory.Equals(factory))
                    .NotNull($"Target '{target.Name}' refers to something that is not a target of the build"))
                .Concat(targets.Where(x => x != target && inverse(x.Definition).Contains((Target)target.Factory)));
    }
}
