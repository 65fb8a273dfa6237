using Tarn.Sdk.Tool.MachineCode;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// What handlers cost at most: from the code, whatever it does with its data. It asks for a walk that found nothing wrong, for then there
/// is no recursion, every call is known, and so is the stack.
/// </summary>
internal sealed class HandlerCosts(HandlerProgram program, HandlerWalk walk)
{
    private readonly Dictionary<ulong, FunctionCost> _costs = [];

    /// <summary>What a function costs that the walk has reached.</summary>
    public FunctionCost Of(ulong function)
    {
        if (!_costs.TryGetValue(function, out var cost))
        {
            _costs[function] = cost = Find(function);
        }

        return cost;
    }

    private FunctionCost Find(ulong function)
    {
        var flow = program.FlowOf(function);
        var stack = flow.StackDepth;
        IReadOnlyList<ulong> deepest = [function];
        var loops = new SortedSet<ulong>();
        var weights = flow.Steps.ToDictionary(step => step.Key, _ => 1L);
        foreach (var (transfer, targets) in walk.LeavesOf(function))
        {
            var longest = 0L;
            foreach (var target in targets.Where(target => !program.EndsWay(target)))
            {
                var cost = Of(target);
                longest = Math.Max(longest, cost.Instructions);
                loops.UnionWith(cost.Loops);
                if (transfer.StackDepth + cost.StackBytes >= stack && transfer.StackDepth is { } depth)
                {
                    stack = depth + cost.StackBytes;
                    deepest = [function, .. cost.Deepest];
                }
            }

            weights[transfer.Site] += longest;
        }

        loops.UnionWith(flow.Steps.Where(step => step.Value.IsRepeated).Select(step => step.Key));
        return new FunctionCost(stack, LongestWay(flow, weights, loops), deepest, loops);
    }

    /// <summary>
    /// The longest way through a function: over its loops, each taken as one piece that counts all its instructions once. They are found
    /// as strongly connected components (Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1, 1972),
    /// which come out in the order in which they are needed here, what follows before what it follows on.
    /// </summary>
    private static long LongestWay(FunctionFlow flow, Dictionary<ulong, long> weights, SortedSet<ulong> loops)
    {
        var numbers = new Dictionary<ulong, int>();
        var lowest = new Dictionary<ulong, int>();
        var open = new Stack<ulong>();
        var isOpen = new HashSet<ulong>();
        var lengths = new Dictionary<ulong, long>();
        var visits = new Stack<(ulong Address, int Next)>();
        Begin(flow.Entry);
        while (visits.TryPop(out var visit))
        {
            var successors = flow.Steps[visit.Address].Successors;
            if (visit.Next < successors.Count)
            {
                visits.Push((visit.Address, visit.Next + 1));
                var successor = successors[visit.Next];
                if (!numbers.TryGetValue(successor, out var number))
                {
                    Begin(successor);
                }
                else if (isOpen.Contains(successor))
                {
                    lowest[visit.Address] = Math.Min(lowest[visit.Address], number);
                }

                continue;
            }

            if (visits.TryPeek(out var parent))
            {
                lowest[parent.Address] = Math.Min(lowest[parent.Address], lowest[visit.Address]);
            }

            if (lowest[visit.Address] == numbers[visit.Address])
            {
                Close(visit.Address);
            }
        }

        return lengths[flow.Entry];

        void Begin(ulong address)
        {
            numbers[address] = lowest[address] = numbers.Count;
            open.Push(address);
            isOpen.Add(address);
            visits.Push((address, 0));
        }

        void Close(ulong address)
        {
            var component = new List<ulong>();
            do
            {
                component.Add(open.Pop());
                isOpen.Remove(component[^1]);
            }
            while (component[^1] != address);

            var members = component.ToHashSet();
            var following = component
                .SelectMany(member => flow.Steps[member].Successors)
                .Where(successor => !members.Contains(successor))
                .Select(successor => lengths[successor])
                .DefaultIfEmpty()
                .Max();
            var length = component.Sum(member => weights[member]) + following;
            foreach (var member in component)
            {
                lengths[member] = length;
            }

            if (component.Count > 1 || flow.Steps[address].Successors.Contains(address))
            {
                loops.Add(component.Min());
            }
        }
    }
}
