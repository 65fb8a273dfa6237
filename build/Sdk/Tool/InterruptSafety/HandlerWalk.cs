using Tarn.Sdk.Tool.MachineCode;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>All code that a handler can reach, and what it finds there that must not be.</summary>
internal sealed class HandlerWalk
{
    private readonly HandlerProgram _program;
    private readonly HandlerRoot _root;
    private readonly Dictionary<ulong, HandlerStep?> _ways = [];
    private readonly Dictionary<ulong, List<(Transfer Transfer, IReadOnlyList<ulong> Targets)>> _edges = [];
    private readonly List<HandlerFinding> _findings = [];
    private readonly List<(DeclaredIndirectCall Declaration, ulong Site)> _declaredCalls = [];

    /// <summary>Walks from a handler's entries.</summary>
    public HandlerWalk(HandlerProgram program, HandlerRoot root)
    {
        _program = program;
        _root = root;
        Walk();
        FindRecursion();
    }

    /// <summary>What must not be, the shortest ways first.</summary>
    public IReadOnlyList<HandlerFinding> Findings => _findings;

    /// <summary>The declared indirect calls that the handler can make.</summary>
    public IReadOnlyList<(DeclaredIndirectCall Declaration, ulong Site)> DeclaredCalls => _declaredCalls;

    /// <summary>Every function that the handler can reach and that is looked into, by the address at which it is entered.</summary>
    public IEnumerable<ulong> Functions => _edges.Keys;

    /// <summary>Where control leaves a function, with the targets that are walked: those of declared calls too.</summary>
    public IReadOnlyList<(Transfer Transfer, IReadOnlyList<ulong> Targets)> LeavesOf(ulong function) => _edges[function];

    /// <summary>Breadth first, so that the first way to a function is a shortest one.</summary>
    private void Walk()
    {
        var work = new Queue<ulong>();
        foreach (var entry in _root.Entries)
        {
            if (_ways.TryAdd(entry, null))
            {
                work.Enqueue(entry);
            }
        }

        while (work.TryDequeue(out var function))
        {
            foreach (var target in Enter(function))
            {
                work.Enqueue(target);
            }
        }
    }

    /// <summary>Looks into a function, unless it is one that ends the way.</summary>
    /// <returns>The functions that are new.</returns>
    private List<ulong> Enter(ulong function)
    {
        var targets = new List<ulong>();
        if (_program.IsStop(function))
        {
            return targets;
        }

        if (_program.ForbiddenAt(function) is { } forbidden)
        {
            Report(forbidden.Rule, WayTo(function), forbidden.Does);
            return targets;
        }

        if (!_program.Image.IsCode(function))
        {
            Report(HandlerRules.NotFollowed, WayTo(function), "there is no code");
            return targets;
        }

        var flow = _program.FlowOf(function);
        var leaves = new List<(Transfer, IReadOnlyList<ulong>)>();
        _edges[function] = leaves;
        foreach (var hazard in flow.Hazards.Where(hazard => !_program.IsAllowed(function, hazard)))
        {
            var (rule, text) = Explain(hazard.Kind);
            Report(rule, [.. WayTo(function), new HandlerStep(function, hazard.Site, null)], text);
        }

        foreach (var transfer in flow.Transfers.Where(transfer => !(transfer.IsThroughWatchedTable && _root.CallsHandlers)))
        {
            var next = TargetsOf(function, transfer);
            leaves.Add((transfer, next));
            if (transfer.IsLast && next.Any(target => !_program.EndsWay(target) && _program.CanReturn(target)))
            {
                Report(
                    HandlerRules.NotFollowed,
                    [.. WayTo(function), new HandlerStep(function, transfer.Site, null)],
                    "code ends after a call that comes back");
            }

            foreach (var target in next)
            {
                if (_ways.TryAdd(target, new HandlerStep(function, transfer.Site, target)))
                {
                    targets.Add(target);
                }
            }
        }

        return targets;
    }

    private IReadOnlyList<ulong> TargetsOf(ulong function, Transfer transfer)
    {
        if (transfer.Targets.Count != 0)
        {
            return transfer.Targets;
        }

        if (_program.DeclarationFor(function) is { } declaration)
        {
            _declaredCalls.Add((declaration, transfer.Site));
            return _program.TargetsOf(declaration);
        }

        _findings.Add(new HandlerFinding(
            _root,
            HandlerRules.CallsIndirectly,
            [.. WayTo(function), new HandlerStep(function, transfer.Site, null)],
            _program.Describe(transfer))
        {
            IndirectCall = transfer,
        });
        return [];
    }

    private void Report(HandlerRule rule, IReadOnlyList<HandlerStep> steps, string end) =>
        _findings.Add(new HandlerFinding(_root, rule, steps, end));

    private List<HandlerStep> WayTo(ulong function)
    {
        var steps = new List<HandlerStep>();
        while (_ways[function] is { } step)
        {
            steps.Insert(0, step);
            function = step.From;
        }

        return steps;
    }

    /// <summary>Goes depth first: a function that is met on the way from itself is in a cycle.</summary>
    private void FindRecursion()
    {
        var done = new HashSet<ulong>();
        var reported = new HashSet<ulong>();
        foreach (var entry in _root.Entries.Where(_edges.ContainsKey))
        {
            Visit(entry, []);
        }

        void Visit(ulong function, List<HandlerStep> way)
        {
            if (!done.Add(function))
            {
                return;
            }

            foreach (var (transfer, targets) in _edges[function])
            {
                foreach (var target in targets.Where(_edges.ContainsKey))
                {
                    List<HandlerStep> further = [.. way, new HandlerStep(function, transfer.Site, target)];
                    var cycleStart = further.FindIndex(step => step.From == target);
                    if (cycleStart < 0)
                    {
                        Visit(target, further);
                    }
                    else if (reported.Add(target))
                    {
                        Report(HandlerRules.Recurses, [.. WayTo(target), .. further[cycleStart..]], "the stack that it takes has no bound");
                    }
                }
            }
        }
    }

    private static (HandlerRule Rule, string Text) Explain(HazardKind hazard) => hazard switch
    {
        HazardKind.Breakpoint => (HandlerRules.Fails, "INT3 raises a breakpoint exception"),
        HazardKind.UndefinedInstruction => (HandlerRules.Fails, "UD2 raises an invalid-opcode exception"),
        HazardKind.EnablesInterrupts => (HandlerRules.LetsInterruptsIn, "STI or POPF lets interrupts in"),
        HazardKind.Waits => (HandlerRules.LetsInterruptsIn, "HLT waits for an interrupt"),
        HazardKind.GoesThroughProcessorTables => (HandlerRules.NotFollowed, "it goes where a table of the processor's says"),
        HazardKind.ReturnsFromInterrupt => (HandlerRules.NotFollowed, "IRET returns past the interrupt's stub"),
        HazardKind.NoInstruction => (HandlerRules.NotFollowed, "this is no instruction"),
        HazardKind.LosesStack => (HandlerRules.NotFollowed, "how deep the stack is depends on what happens at run time"),
        HazardKind.UnbalancedReturn => (HandlerRules.NotFollowed, "it returns from another place of the stack than it was called at"),
        _ => throw new ArgumentOutOfRangeException(nameof(hazard)),
    };
}
