namespace Nuke.Common.Execution;

/// <summary>Decides which targets run, and in which order.</summary>
internal static class ExecutionPlanner
{
    /// <param name="targets">All targets, in the order they are declared.</param>
    /// <param name="invokedNames">The names asked for; null runs the defaults.</param>
    /// <exception cref="InvalidOperationException">A name belongs to no target, or targets depend on each other in a circle.</exception>
    public static List<ExecutableTarget> GetExecutionPlan(IReadOnlyList<ExecutableTarget> targets, IReadOnlyList<string>? invokedNames)
    {
        var roots = invokedNames is null
            ? targets.Where(x => x.IsDefault).ToHashSet()
            : invokedNames.Select(x => Find(x, targets)).ToHashSet();
        if (invokedNames is not null)
        {
            foreach (var target in roots)
            {
                target.Invoked = true;
            }
        }

        CheckForCycles(targets);

        // What is triggered brings its own dependencies, which may trigger more.
        List<ExecutableTarget> plan;
        do
        {
            plan = GetPlan(targets, roots);
            roots.UnionWith(plan);
        }
        while (plan.SelectMany(x => x.Triggers).Count(roots.Add) > 0);

        foreach (var target in plan)
        {
            target.Status = ExecutionStatus.Scheduled;
        }

        return plan;
    }

    // The order is made from its end: of the targets that nothing remaining depends on, the first declared one comes last.
    private static List<ExecutableTarget> GetPlan(IReadOnlyList<ExecutableTarget> targets, HashSet<ExecutableTarget> roots)
    {
        var remaining = targets.ToList();
        var plan = new List<ExecutableTarget>();
        while (remaining.Count > 0)
        {
            var next = remaining.First(x => !remaining.Any(other => other.AllDependencies.Contains(x)));
            remaining.Remove(next);
            if (roots.Contains(next) || plan.Any(x => x.ExecutionDependencies.Contains(next)))
            {
                plan.Add(next);
            }
        }

        plan.Reverse();
        return plan;
    }

    private static ExecutableTarget Find(string name, IReadOnlyList<ExecutableTarget> targets)
    {
        var memberName = name.Replace("-", string.Empty);
        return targets.SingleOrDefault(x => x.Name.Equals(memberName, StringComparison.OrdinalIgnoreCase))
               ?? throw new InvalidOperationException(string.Join(
                   Environment.NewLine,
                   [
                       $"Target with name '{name}' does not exist. Available targets are:",
                       .. targets.Select(x => $"  - {x.Name}").Order(StringComparer.Ordinal),
                   ]));
    }

    private static void CheckForCycles(IReadOnlyList<ExecutableTarget> targets)
    {
        var finished = new HashSet<ExecutableTarget>();
        foreach (var target in targets)
        {
            Visit(target, []);
        }

        void Visit(ExecutableTarget target, List<ExecutableTarget> path)
        {
            if (finished.Contains(target))
            {
                return;
            }

            var start = path.IndexOf(target);
            if (start >= 0)
            {
                var circle = string.Join(", ", path.Skip(start).Select(x => x.Name));
                Assert.Fail($"Targets depend on each other in a circle:{Environment.NewLine} - {circle}");
            }

            path.Add(target);
            foreach (var dependency in target.AllDependencies)
            {
                Visit(dependency, path);
            }

            path.RemoveAt(path.Count - 1);
            finished.Add(target);
        }
    }
}
