using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>
/// Follows control through a function from its entry: every branch, every jump through a table whose bounds the code itself checks, and
/// with each step what registers and stack can hold.
/// </summary>
/// <remarks>
/// Three things are taken for granted, and are true of what ILC and this project's assembly do: functions keep to the System V ABI; what
/// a function keeps on its stack is overwritten by others only if it gave them an address of it; a comparison of 32 bits bounds the
/// register that is the index afterwards.
/// </remarks>
internal sealed class FlowAnalyzer
{
    private readonly CodeImage _image;
    private readonly CodeDecoder _decoder;
    private readonly InstructionInterpreter _interpreter;
    private readonly AddressRange _watched;
    private readonly HashSet<ulong> _preserving;

    /// <param name="image">The image.</param>
    /// <param name="watched">A table of addresses of code: what is stored there is reported, and calls through it are recognised.</param>
    /// <param name="preserving">Functions that preserve every register.</param>
    public FlowAnalyzer(CodeImage image, AddressRange watched = default, IEnumerable<ulong>? preserving = null)
    {
        _image = image;
        _watched = watched;
        _preserving = [.. preserving ?? []];
        _decoder = new CodeDecoder(image);
        _interpreter = new InstructionInterpreter(image, watched);
    }

    /// <summary>What a function returns, where that is known: what is asked for each function that is called directly.</summary>
    public Func<ulong, AbstractValue?> ResultOf { get; set; } = _ => null;

    /// <summary>Follows a function.</summary>
    /// <param name="entry">Where it is entered: mostly where a symbol stands, but not necessarily.</param>
    /// <param name="prepare">Says what is known at its entry beyond what is known of any function.</param>
    public FunctionFlow Analyze(ulong entry, Action<MachineState>? prepare = null)
    {
        var function = _image.FunctionAt(entry);
        var range = function is null ? new AddressRange(entry, entry + 1) : new AddressRange(function.Start, function.End);
        var run = new Run(this, range);
        var state = MachineState.AtEntry();
        prepare?.Invoke(state);
        return run.From(entry, state);
    }

    /// <summary>The addresses in a jump table; null where one is not in the function, so that it is no such table.</summary>
    private List<ulong>? Resolve(AbstractValue value, AddressRange range)
    {
        var (entry, start) = value switch
        {
            AbstractValue.TablePlace { Table: { Size: sizeof(uint) } table, Base: var place } => (table, place),
            AbstractValue.Entry { Size: sizeof(ulong), Count: not 0 } table => (table, 0UL),
            _ => (null, 0UL),
        };
        if (entry is null || entry.Count == 0)
        {
            return null;
        }

        var targets = new List<ulong>();
        for (ulong index = 0; index < entry.Count; index++)
        {
            if (!_image.TryReadConstant(entry.Table + index * (ulong)entry.Size, entry.Size, out var read))
            {
                return null;
            }

            var target = entry.Size == sizeof(uint) ? start + (ulong)(int)read : read;
            if (!range.Holds(target))
            {
                return null;
            }

            targets.Add(target);
        }

        return targets;
    }

    /// <summary>One function's analysis.</summary>
    private sealed class Run(FlowAnalyzer analyzer, AddressRange range)
    {
        private readonly Dictionary<ulong, MachineState> _states = [];
        private readonly Dictionary<ulong, (Instruction Instruction, IReadOnlyList<ulong> Successors)> _steps = [];
        private readonly SortedDictionary<(ulong Site, TransferKind Kind), Transfer> _transfers = [];
        private readonly SortedSet<(ulong Site, HazardKind Kind)> _hazards = [];
        private readonly Dictionary<(ulong Site, bool IsEscape), WatchedStore> _stores = [];
        private readonly List<WatchedStore> _newStores = [];
        private readonly Queue<ulong> _work = new();
        private long _depth;
        private bool _returns;
        private bool _returnsWatched;

        public FunctionFlow From(ulong entry, MachineState state)
        {
            Reach(entry, state);
            while (_work.TryDequeue(out var address))
            {
                Step(address, _states[address].Copy());
            }

            return new FunctionFlow
            {
                Entry = entry,
                Steps = _steps.ToDictionary(
                    step => step.Key, step => new FlowStep(step.Value.Instruction, _states[step.Key], step.Value.Successors)),
                Transfers = [.. _transfers.Values],
                Hazards = [.. _hazards.Select(hazard => new Hazard(hazard.Site, hazard.Kind))],
                WatchedStores = [.. _stores.Values],
                StackDepth = _depth,
                Returns = _returns,
                ReturnsWatched = _returnsWatched,
            };
        }

        private void Reach(ulong address, MachineState state)
        {
            if (!_states.TryGetValue(address, out var known))
            {
                _states[address] = state.Copy();
            }
            else
            {
                var wasKnown = known.StackDepth is not null;
                if (!known.Join(state, analyzer._watched))
                {
                    return;
                }

                NoticeLostStack(address, known, wasKnown);
            }

            _work.Enqueue(address);
        }

        private void Step(ulong address, MachineState state)
        {
            var instruction = analyzer._decoder.At(address);
            _steps[address] = (instruction, []);
            if (instruction.IsInvalid)
            {
                _hazards.Add((address, HazardKind.NoInstruction));
                return;
            }

            if (HazardOf(instruction) is { } hazard)
            {
                _hazards.Add((address, hazard));
                if (hazard is HazardKind.UndefinedInstruction or HazardKind.GoesThroughProcessorTables && instruction.Mnemonic != Mnemonic.Int)
                {
                    return;
                }
            }

            switch (instruction.FlowControl)
            {
                case FlowControl.Call:
                    Call(instruction, state, [instruction.NearBranchTarget]);
                    break;
                case FlowControl.IndirectCall:
                    CallIndirectly(instruction, state);
                    break;
                case FlowControl.UnconditionalBranch:
                    Go(instruction, state, [instruction.NearBranchTarget]);
                    break;
                case FlowControl.ConditionalBranch:
                    Branch(instruction, state);
                    break;
                case FlowControl.IndirectBranch:
                    JumpIndirectly(instruction, state);
                    break;
                case FlowControl.Return:
                    Return(instruction, state);
                    break;
                default:
                    var wasKnown = state.StackDepth is not null;
                    _newStores.Clear();
                    analyzer._interpreter.Do(instruction, state, _newStores);
                    foreach (var store in _newStores)
                    {
                        _stores[(store.Site, store.IsEscape)] = store;
                    }

                    _depth = Math.Max(_depth, state.StackDepth ?? 0);
                    NoticeLostStack(address, state, wasKnown);
                    Go(instruction, state, [instruction.NextIP]);
                    break;
            }
        }

        private void NoticeLostStack(ulong address, MachineState state, bool wasKnown)
        {
            if (wasKnown && state.StackDepth is null)
            {
                _hazards.Add((address, HazardKind.LosesStack));
            }
        }

        /// <summary>Goes on at other addresses: inside the function, or out of it.</summary>
        private void Go(in Instruction instruction, MachineState state, IReadOnlyList<ulong> targets)
        {
            var inside = targets.Where(range.Holds).Distinct().ToList();
            var outside = targets.Where(target => !range.Holds(target)).Distinct().ToList();
            _steps[instruction.IP] = (instruction, inside);
            foreach (var target in inside)
            {
                Reach(target, state);
            }

            if (outside.Count != 0)
            {
                Leave(instruction, state, TransferKind.Jump, outside);
            }
        }

        private void Branch(in Instruction instruction, MachineState state)
        {
            var taken = state.Copy();
            var notTaken = state;
            if (instruction.Mnemonic is Mnemonic.Loop or Mnemonic.Loope or Mnemonic.Loopne)
            {
                taken[Register.RCX] = AbstractValue.Any;
                notTaken[Register.RCX] = AbstractValue.Any;
            }
            else if (state.LastComparison is { } comparison)
            {
                switch (instruction.ConditionCode)
                {
                    case ConditionCode.a:
                        Bound(notTaken, comparison, comparison.Value);
                        break;
                    case ConditionCode.ae when comparison.Value != 0:
                        Bound(notTaken, comparison, comparison.Value - 1);
                        break;
                    case ConditionCode.be:
                        Bound(taken, comparison, comparison.Value);
                        break;
                    case ConditionCode.b when comparison.Value != 0:
                        Bound(taken, comparison, comparison.Value - 1);
                        break;
                }
            }

            var successors = new List<ulong>();
            Way(instruction.NearBranchTarget, taken);
            Way(instruction.NextIP, notTaken);
            _steps[instruction.IP] = (instruction, successors);

            void Way(ulong target, MachineState after)
            {
                if (range.Holds(target))
                {
                    successors.Add(target);
                    Reach(target, after);
                }
            }

            var outside = new[] { instruction.NearBranchTarget, instruction.NextIP }.Where(target => !range.Holds(target)).ToList();
            if (outside.Count != 0)
            {
                Leave(instruction, state, TransferKind.Jump, outside);
            }

            static void Bound(MachineState state, Comparison comparison, uint maximum)
            {
                var register = comparison.Register;
                if (register == Register.None)
                {
                    state.BoundSlot(comparison.Slot, maximum);
                }
                else if (state[register] is AbstractValue.Unknown or AbstractValue.Argument or AbstractValue.Bounded)
                {
                    state[register] = new AbstractValue.Bounded(maximum);
                }
            }
        }

        private void Call(in Instruction instruction, MachineState state, IReadOnlyList<ulong> targets)
        {
            // Behind a call that does not come back a compiler puts an INT3, or nothing at all.
            var isLast = !range.Holds(instruction.NextIP) || analyzer._decoder.At(instruction.NextIP).Mnemonic == Mnemonic.Int3;
            Leave(instruction, state, TransferKind.Call, targets, isLast);
            ComeBack(instruction, state, targets, isLast);
        }

        private void ComeBack(in Instruction instruction, MachineState state, IReadOnlyList<ulong> targets, bool isLast)
        {
            if (isLast)
            {
                return;
            }

            var result = targets is [var callee] ? analyzer.ResultOf(callee) : null;
            var keepsRegisters = targets.Count != 0 && targets.All(analyzer._preserving.Contains);
            analyzer._interpreter.ComeBack(state, result ?? AbstractValue.Any, keepsRegisters);
            Go(instruction, state, [instruction.NextIP]);
        }

        private void CallIndirectly(in Instruction instruction, MachineState state)
        {
            var target = TargetOf(instruction, state);
            if (target is AbstractValue.Constants { Values: var addresses })
            {
                Call(instruction, state, [.. addresses]);
                return;
            }

            LeaveIndirectly(instruction, state, TransferKind.Call, target);
            ComeBack(instruction, state, [], isLast: !range.Holds(instruction.NextIP));
        }

        private void JumpIndirectly(in Instruction instruction, MachineState state)
        {
            var target = TargetOf(instruction, state);
            if (target is AbstractValue.Constants { Values: var addresses })
            {
                Go(instruction, state, [.. addresses]);
            }
            else if (analyzer.Resolve(target, range) is { } places)
            {
                Go(instruction, state, places);
            }
            else
            {
                LeaveIndirectly(instruction, state, TransferKind.Jump, target);
            }
        }

        private AbstractValue TargetOf(in Instruction instruction, MachineState state) => instruction.Op0Kind == OpKind.Register
            ? state[instruction.Op0Register]
            : analyzer._interpreter.Load(instruction, state, sizeof(ulong));

        private void Leave(
            in Instruction instruction, MachineState state, TransferKind kind, IReadOnlyList<ulong> targets, bool isLast = false) =>
            Add(new Transfer(instruction.IP, kind, targets) { StackDepth = DepthOf(state, kind), IsLast = isLast });

        private void LeaveIndirectly(in Instruction instruction, MachineState state, TransferKind kind, AbstractValue target) =>
            Add(new Transfer(instruction.IP, kind, [])
            {
                StackDepth = DepthOf(state, kind),
                IsThroughWatchedTable = target is AbstractValue.Entry { Table: var table } && analyzer._watched.Holds(table),
                Operand = OperandText(instruction),
                Datum = instruction.Op0Kind == OpKind.Memory && analyzer._interpreter.AddressOf(instruction, state).Single is { } address
                    ? analyzer._image.NameOfData(address)
                    : null,
            });

        private void Add(Transfer transfer)
        {
            // A second way to the same instruction may know less, never other targets.
            _transfers[(transfer.Site, transfer.Kind)] = transfer;
            _depth = Math.Max(_depth, transfer.StackDepth ?? 0);
        }

        private static long? DepthOf(MachineState state, TransferKind kind) =>
            state.StackDepth is { } depth ? depth + (kind == TransferKind.Call ? sizeof(ulong) : 0) : null;

        private void Return(in Instruction instruction, MachineState state)
        {
            _returns = true;
            _returnsWatched |= state[Register.RAX].IsIn(analyzer._watched);
            if (state.StackDepth is { } depth && depth != 0 && instruction.Mnemonic == Mnemonic.Ret)
            {
                _hazards.Add((instruction.IP, HazardKind.UnbalancedReturn));
            }
        }

        private static string OperandText(in Instruction instruction)
        {
            var formatter = new IntelFormatter();
            formatter.Options.MemorySizeOptions = MemorySizeOptions.Never;
            formatter.Options.HexPrefix = "0x";
            formatter.Options.HexSuffix = "";
            var output = new StringOutput();
            formatter.FormatOperand(instruction, output, 0);
            return output.ToStringAndReset();
        }

        private static HazardKind? HazardOf(in Instruction instruction) => instruction.Mnemonic switch
        {
            Mnemonic.Int3 or Mnemonic.Int1 => HazardKind.Breakpoint,
            Mnemonic.Ud0 or Mnemonic.Ud1 or Mnemonic.Ud2 => HazardKind.UndefinedInstruction,
            Mnemonic.Sti or Mnemonic.Popf or Mnemonic.Popfq => HazardKind.EnablesInterrupts,
            Mnemonic.Hlt or Mnemonic.Mwait or Mnemonic.Mwaitx => HazardKind.Waits,
            Mnemonic.Iret or Mnemonic.Iretd or Mnemonic.Iretq => HazardKind.ReturnsFromInterrupt,
            Mnemonic.Int or Mnemonic.Syscall or Mnemonic.Sysret or Mnemonic.Sysretq or Mnemonic.Sysenter or Mnemonic.Sysexit
                or Mnemonic.Sysexitq or Mnemonic.Retf => HazardKind.GoesThroughProcessorTables,
            _ when instruction.IsCallFar || instruction.IsCallFarIndirect || instruction.IsJmpFar || instruction.IsJmpFarIndirect =>
                HazardKind.GoesThroughProcessorTables,
            _ => null,
        };
    }
}
