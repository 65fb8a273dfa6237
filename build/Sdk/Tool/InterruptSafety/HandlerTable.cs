using Iced.Intel;
using Tarn.Sdk.Tool.MachineCode;

namespace Tarn.Sdk.Tool.InterruptSafety;

/// <summary>
/// Finds what can get into the table of interrupt handlers, by following in the image's code every address of the table and every value
/// that is stored there.
/// </summary>
/// <remarks>
/// <para>
/// A function that names the table, or calls one that returns its address, is followed with what its registers hold. What it stores in the
/// table is one of a few addresses of code, which are then handlers; or one of its own arguments, and then its callers are followed the
/// same way; or it is not known, and then no one can say what the handlers are, which is an error.
/// </para>
/// <para>The table's own address is followed, too: into functions that it is passed to, and out of those that return it.</para>
/// </remarks>
internal sealed class HandlerTable
{
    // Arguments in registers (System V ABI, section 3.2.3).
    private static readonly Register[] ArgumentRegisters =
        [Register.RDI, Register.RSI, Register.RDX, Register.RCX, Register.R8, Register.R9];

    // A constant in a register, and a return: a longer function does more than that.
    private const int LongestGetter = 32;

    private readonly CodeImage _image;
    private readonly CodeReferences _references;
    private readonly FlowAnalyzer _analyzer;
    private readonly AddressRange _table;
    private readonly Dictionary<ulong, AbstractValue?> _constants = [];
    private readonly SortedDictionary<ulong, SortedSet<ulong>> _stored = [];
    private readonly SortedDictionary<ulong, string> _problems = [];
    private readonly HashSet<ulong> _returnTable = [];
    private readonly Dictionary<ulong, HashSet<Register>> _getTable = [];
    private readonly Dictionary<ulong, HashSet<Register>> _storeArgument = [];
    private readonly Queue<ulong> _work = new();

    /// <summary>Follows the table.</summary>
    /// <param name="image">The image.</param>
    /// <param name="references">What its functions refer to; <see cref="CodeReferences.Watchers"/> must be those of the table.</param>
    /// <param name="analyzer">What follows functions; it must watch the table.</param>
    /// <param name="table">Where the table lies.</param>
    public HandlerTable(CodeImage image, CodeReferences references, FlowAnalyzer analyzer, AddressRange table)
    {
        _image = image;
        _references = references;
        _analyzer = analyzer;
        _table = table;
        var resultOf = analyzer.ResultOf;
        analyzer.ResultOf = ResultOf;
        try
        {
            Follow();
        }
        finally
        {
            analyzer.ResultOf = resultOf;
        }
    }

    /// <summary>The addresses that are stored in the table, and where: the functions that do it.</summary>
    public IReadOnlyDictionary<ulong, SortedSet<ulong>> Stored => _stored;

    /// <summary>Why what the table holds is not known, by the address of the instruction that is to blame; empty where it is known.</summary>
    public IReadOnlyDictionary<ulong, string> Problems => _problems;

    private void Follow()
    {
        foreach (var function in _references.Watchers)
        {
            _work.Enqueue(function);
            if (ConstantOf(function) is { } constant && constant.IsIn(_table))
            {
                EnqueueCallers(function);
            }
        }

        while (_work.TryDequeue(out var function))
        {
            Follow(function);
        }

        if (_image.IsInData(_table.Start))
        {
            _problems[_table.Start] = "its address lies in data, where anyone can find it";
        }

        foreach (var function in _storeArgument.Keys.Concat(_getTable.Keys).Concat(_returnTable).Distinct())
        {
            if (_references.IsAddressTaken(function))
            {
                _problems[function] = "it handles the table, and can be called through a pointer";
            }
        }
    }

    private void Follow(ulong function)
    {
        var flow = _analyzer.Analyze(function, state =>
        {
            foreach (var register in _getTable.GetValueOrDefault(function, []))
            {
                state[register] = new AbstractValue.Element(_table.Start);
            }
        });

        foreach (var store in flow.WatchedStores)
        {
            Store(function, store);
        }

        if (flow.ReturnsWatched && ConstantOf(function) is null && _returnTable.Add(function))
        {
            EnqueueCallers(function);
        }

        foreach (var transfer in flow.Transfers)
        {
            Pass(function, transfer, flow.Steps[transfer.Site].State);
        }
    }

    private void Store(ulong function, WatchedStore store)
    {
        if (store.IsEscape)
        {
            _problems[store.Site] = "it keeps an address in the table where it can be found again";
            return;
        }

        switch (store.Value)
        {
            case AbstractValue.Constants { Values: var values }:
                foreach (var value in values.Where(value => value != 0))
                {
                    AddHandler(function, store.Site, value);
                }

                break;
            case AbstractValue.Argument { Register: var number } when RegisterOf(number) is { } register:
                if (Add(_storeArgument, function, register))
                {
                    EnqueueCallers(function);
                }

                break;
            default:
                _problems[store.Site] = "it stores there what cannot be followed";
                break;
        }
    }

    /// <summary>Looks at what a call, or a jump to another function, passes on.</summary>
    private void Pass(ulong function, Transfer transfer, MachineState state)
    {
        foreach (var register in ArgumentRegisters)
        {
            foreach (var target in transfer.Targets)
            {
                if (_storeArgument.TryGetValue(target, out var stored) && stored.Contains(register))
                {
                    Store(function, new WatchedStore(transfer.Site, state[register], IsEscape: false));
                }

                if (state[register].IsIn(_table) && Reads(target, register, []) && Add(_getTable, target, register))
                {
                    _work.Enqueue(target);
                }
            }

            // The stubs' own call leaves the table's address in a register that handlers do not look at.
            if (transfer.Targets.Count == 0 && !transfer.IsThroughWatchedTable && state[register].IsIn(_table))
            {
                _problems[transfer.Site] = "it passes an address in the table on in a call that cannot be followed";
            }
        }
    }

    private void AddHandler(ulong function, ulong site, ulong address)
    {
        if (!_image.IsCode(address))
        {
            _problems[site] = $"it stores there 0x{address:x}, which is no code";
            return;
        }

        if (!_stored.TryGetValue(address, out var functions))
        {
            _stored[address] = functions = [];
        }

        functions.Add(function);
    }

    private void EnqueueCallers(ulong function)
    {
        foreach (var caller in _references.CallersOf(function))
        {
            _work.Enqueue(caller);
        }
    }

    private AbstractValue? ResultOf(ulong function) =>
        ConstantOf(function) ?? (_returnTable.Contains(function) ? new AbstractValue.Element(_table.Start) : null);

    /// <summary>What a function returns that does nothing but return a constant; null for others.</summary>
    private AbstractValue? ConstantOf(ulong function)
    {
        if (_image.FunctionAt(function) is not { } known || known.End - known.Start > LongestGetter)
        {
            return null;
        }

        if (!_constants.TryGetValue(function, out var constant))
        {
            // Not while it is being found out.
            _constants[function] = null;
            var flow = _analyzer.Analyze(function);
            var returns = flow.Steps.Values.Where(step => step.Instruction.FlowControl == FlowControl.Return).ToList();
            if (returns is [var only] && flow.Transfers.Count == 0 && only.State[Register.RAX] is { Single: not null } value)
            {
                constant = value;
            }

            _constants[function] = constant;
        }

        return constant;
    }

    /// <summary>Whether a function looks at what a register holds when it is entered, or passes it on to one that does.</summary>
    private bool Reads(ulong function, Register register, HashSet<ulong> visited)
    {
        if (!visited.Add(function) || !_image.IsCode(function))
        {
            return false;
        }

        var flow = _analyzer.Analyze(function);
        var argument = new AbstractValue.Argument(MachineState.IndexOf(register)!.Value);
        var factory = new InstructionInfoFactory();
        foreach (var step in flow.Steps.Values.Where(step => step.State[register].Equals(argument)))
        {
            var isZeroed = step.Instruction.Mnemonic == Mnemonic.Xor && step.Instruction.Op0Register == step.Instruction.Op1Register;
            foreach (var used in factory.GetInfo(step.Instruction).GetUsedRegisters())
            {
                if (!isZeroed && used.Register.GetFullRegister() == register && used.Access is not OpAccess.Write)
                {
                    return true;
                }
            }
        }

        return flow.Transfers.Any(transfer => flow.Steps[transfer.Site].State[register].Equals(argument)
            && (transfer.Targets.Count == 0 || transfer.Targets.Any(target => Reads(target, register, visited))));
    }

    private static Register? RegisterOf(int number)
    {
        foreach (var register in ArgumentRegisters)
        {
            if (MachineState.IndexOf(register) == number)
            {
                return register;
            }
        }

        return null;
    }

    private static bool Add(Dictionary<ulong, HashSet<Register>> map, ulong function, Register register)
    {
        if (!map.TryGetValue(function, out var registers))
        {
            map[function] = registers = [];
        }

        return registers.Add(register);
    }
}
