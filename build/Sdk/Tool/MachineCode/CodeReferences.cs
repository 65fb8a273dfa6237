using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>Which functions of an image call which, and which take the address of what: of all code, whether anything reaches it.</summary>
internal sealed class CodeReferences
{
    private readonly CodeImage _image;
    private readonly Dictionary<ulong, HashSet<ulong>> _callers = [];
    private readonly Dictionary<ulong, HashSet<ulong>> _takers = [];
    private readonly HashSet<ulong> _watchers = [];

    /// <summary>Reads all code of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="watched">A table: which functions name an address in it is found out too.</param>
    public CodeReferences(CodeImage image, AddressRange watched)
    {
        _image = image;
        var decoder = new CodeDecoder(image);
        foreach (var function in image.Functions)
        {
            for (var address = function.Start; address < function.End;)
            {
                var instruction = decoder.At(address);
                if (instruction.IsInvalid)
                {
                    // Data between functions, mostly. Where code goes on is not known, but for the next function.
                    address++;
                    continue;
                }

                Read(instruction, function.Start, watched);
                address = instruction.NextIP;
            }
        }
    }

    /// <summary>The functions that name an address in the watched table.</summary>
    public IEnumerable<ulong> Watchers => _watchers;

    /// <summary>The functions that call an address, or jump to it from outside.</summary>
    public IEnumerable<ulong> CallersOf(ulong address) => _callers.GetValueOrDefault(address, []);

    /// <summary>Whether code or data has the address of a function other than to call it directly.</summary>
    public bool IsAddressTaken(ulong address) => _takers.ContainsKey(address) || _image.IsInData(address);

    private void Read(in Instruction instruction, ulong function, AddressRange watched)
    {
        for (var operand = 0; operand < instruction.OpCount; operand++)
        {
            switch (instruction.GetOpKind(operand))
            {
                case OpKind.NearBranch64 when instruction.FlowControl == FlowControl.Call
                    || !ReferenceEquals(_image.FunctionAt(instruction.NearBranchTarget), _image.FunctionAt(function)):
                    Add(_callers, instruction.NearBranchTarget, function);
                    break;
                case OpKind.Memory:
                    var address = instruction.IsIPRelativeMemoryOperand
                        ? instruction.IPRelativeMemoryAddress
                        : instruction.MemoryDisplacement64;
                    Take(address, function, watched, isAddress: instruction.Mnemonic == Mnemonic.Lea);
                    break;
                case OpKind.Immediate32 or OpKind.Immediate64 or OpKind.Immediate32to64:
                    Take(instruction.GetImmediate(operand), function, watched, isAddress: true);
                    break;
            }
        }
    }

    private void Take(ulong address, ulong function, AddressRange watched, bool isAddress)
    {
        if (watched.Holds(address))
        {
            _watchers.Add(function);
        }
        else if (isAddress && _image.FunctionAt(address) is { } target && target.Start == address)
        {
            Add(_takers, address, function);
        }
    }

    private static void Add(Dictionary<ulong, HashSet<ulong>> map, ulong key, ulong value)
    {
        if (!map.TryGetValue(key, out var values))
        {
            map[key] = values = [];
        }

        values.Add(value);
    }
}
