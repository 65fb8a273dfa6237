using System.Collections.Immutable;
using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>What one instruction does to what is known of registers and stack. What is not understood makes less known, never more.</summary>
internal sealed class InstructionInterpreter(CodeImage image, AddressRange watched)
{
    // The registers that belong to who is called, besides RAX, which has the result (System V ABI, section 3.2.1).
    private static readonly Register[] Volatile =
    [
        Register.RAX, Register.RCX, Register.RDX, Register.RSI, Register.RDI, Register.R8, Register.R9, Register.R10, Register.R11,
    ];

    private readonly InstructionInfoFactory _information = new();

    /// <summary>What is known of an operand in memory: its address.</summary>
    public AbstractValue AddressOf(in Instruction instruction, MachineState state)
    {
        if (instruction.IsIPRelativeMemoryOperand)
        {
            return AbstractValue.Of(instruction.IPRelativeMemoryAddress);
        }

        if (instruction.MemorySegment is Register.FS or Register.GS)
        {
            return AbstractValue.Any;
        }

        var start = instruction.MemoryBase == Register.None ? AbstractValue.Of(0) : state[instruction.MemoryBase];
        start = start.Plus((long)instruction.MemoryDisplacement64);
        if (instruction.MemoryIndex == Register.None)
        {
            return start;
        }

        var index = state[instruction.MemoryIndex];
        var scale = instruction.MemoryIndexScale;
        return (start, index) switch
        {
            (_, { Single: { } constant }) => start.Plus((long)constant * scale),
            ({ Single: { } table }, _) when index is not AbstractValue.Entry && (table != 0 || scale != 1) => new AbstractValue.Element(table),
            (AbstractValue.Element, _) => start,
            (_, AbstractValue.Element element) when scale == 1 => element,
            (AbstractValue.Constants, _) when start.IsIn(watched) => new AbstractValue.Element(watched.Start),
            _ when scale == 1 => AbstractValue.Sum(start, index),
            _ => AbstractValue.Any,
        };
    }

    /// <summary>What is known of an operand in memory: its contents.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="state">What is known before it.</param>
    /// <param name="size">Bytes that it reads.</param>
    public AbstractValue Load(in Instruction instruction, MachineState state, int size)
    {
        switch (AddressOf(instruction, state))
        {
            case AbstractValue.Stack { Offset: var offset }:
                return size == sizeof(ulong) || (size == sizeof(uint) && state.Slot(offset) is AbstractValue.Bounded)
                    ? state.Slot(offset)
                    : AbstractValue.Any;
            case var address when address.IsIn(watched):
                return new AbstractValue.Entry(watched.Start, 0, size);
            case { Single: { } constant } when size is sizeof(uint) or sizeof(ulong) && image.TryReadConstant(constant, size, out var value):
                return AbstractValue.Of(value);
            case AbstractValue.Element { Base: var table } when instruction.MemoryIndex != Register.None
                && instruction.MemoryIndexScale == size
                && state[instruction.MemoryIndex] is AbstractValue.Bounded { Maximum: < ushort.MaxValue and var maximum }:
                return new AbstractValue.Entry(table, maximum + 1, size);
            default:
                return AbstractValue.Any;
        }
    }

    /// <summary>Does an instruction that is neither call, jump nor return.</summary>
    /// <param name="instruction">The instruction.</param>
    /// <param name="state">What is known before it, and is made what is known after it.</param>
    /// <param name="stores">Gets what is stored to the watched table.</param>
    public void Do(in Instruction instruction, MachineState state, List<WatchedStore> stores)
    {
        if (instruction.Mnemonic == Mnemonic.Cmp)
        {
            // Whatever the outcome, a conditional jump after it knows.
            state.LastComparison = IsImmediate(instruction) ? ComparisonOf(instruction, state, (uint)instruction.GetImmediate(1)) : null;
            return;
        }

        if (instruction.RflagsModified != 0)
        {
            state.LastComparison = null;
        }

        switch (instruction.Mnemonic)
        {
            case Mnemonic.Push:
                Push(state, ValueOf(instruction, 0, state));
                break;
            case Mnemonic.Pop when instruction.Op0Kind == OpKind.Register:
                var popped = state[Register.RSP] is AbstractValue.Stack { Offset: var top } ? state.Slot(top) : AbstractValue.Any;
                Adjust(state, sizeof(ulong));
                state[instruction.Op0Register] = popped;
                break;
            case Mnemonic.Leave:
                state[Register.RSP] = state[Register.RBP].Plus(sizeof(ulong));
                state[Register.RBP] =
                    state[Register.RBP] is AbstractValue.Stack { Offset: var frame } ? state.Slot(frame) : AbstractValue.Any;
                break;
            case Mnemonic.Mov when instruction.Op0Kind == OpKind.Register:
                SetRegister(instruction, state, ValueOf(instruction, 1, state));
                break;
            case Mnemonic.Mov when instruction.Op0Kind == OpKind.Memory:
                Store(instruction, state, ValueOf(instruction, 1, state), stores);
                break;
            case Mnemonic.Movzx or Mnemonic.Movsxd:
                SetRegister(instruction, state, ValueOf(instruction, 1, state));
                break;
            case Mnemonic.Lea:
                SetRegister(instruction, state, AddressOf(instruction, state));
                break;
            case Mnemonic.Add when instruction.Op0Kind == OpKind.Register:
                SetRegister(instruction, state, AbstractValue.Sum(state[instruction.Op0Register], ValueOf(instruction, 1, state)));
                break;
            case Mnemonic.Sub when instruction.Op0Kind == OpKind.Register && ValueOf(instruction, 1, state).Single is { } subtrahend:
                SetRegister(instruction, state, state[instruction.Op0Register].Plus(-(long)subtrahend));
                break;
            case Mnemonic.And when instruction.Op0Kind == OpKind.Register && IsImmediate(instruction):
                SetRegister(instruction, state, And(state[instruction.Op0Register], (long)instruction.GetImmediate(1)));
                break;
            case Mnemonic.Xor when instruction.Op0Kind == OpKind.Register && instruction.Op1Kind == OpKind.Register
                && instruction.Op0Register == instruction.Op1Register:
                SetRegister(instruction, state, AbstractValue.Of(0));
                break;
            default:
                DoOther(instruction, state, stores);
                break;
        }
    }

    /// <summary>What is known after a call has come back.</summary>
    /// <param name="state">What is known before the call, and is made what is known after it.</param>
    /// <param name="result">What is known of what it returns.</param>
    /// <param name="keepsRegisters">Whether the called function preserves all registers.</param>
    public void ComeBack(MachineState state, AbstractValue result, bool keepsRegisters)
    {
        state.LastComparison = null;
        if (state.IsStackExposed)
        {
            state.ForgetSlots();
        }

        if (keepsRegisters)
        {
            return;
        }

        foreach (var register in Volatile)
        {
            state[register] = AbstractValue.Any;
        }

        state[Register.RAX] = result;
    }

    private void DoOther(in Instruction instruction, MachineState state, List<WatchedStore> stores)
    {
        var information = _information.GetInfo(instruction);
        foreach (var used in information.GetUsedMemory())
        {
            // Stores of vector registers, of constants to less than 8 bytes, of what was computed in memory.
            if (used.Access is OpAccess.Write or OpAccess.ReadWrite or OpAccess.CondWrite or OpAccess.ReadCondWrite
                && !instruction.IsStackInstruction)
            {
                Store(instruction, state, AbstractValue.Any, stores);
                break;
            }
        }

        // A conditional move leaves one of two values.
        if (instruction.Mnemonic is >= Mnemonic.Cmova and <= Mnemonic.Cmovs)
        {
            SetRegister(instruction, state, AbstractValue.Join(state[instruction.Op0Register], ValueOf(instruction, 1, state), watched));
            return;
        }

        if (instruction.Mnemonic == Mnemonic.Xchg && instruction.Op0Kind == OpKind.Register && instruction.Op1Kind == OpKind.Register)
        {
            (state[instruction.Op0Register], state[instruction.Op1Register]) =
                (state[instruction.Op1Register], state[instruction.Op0Register]);
            return;
        }

        foreach (var used in information.GetUsedRegisters())
        {
            if (used.Access is OpAccess.Write or OpAccess.ReadWrite or OpAccess.CondWrite or OpAccess.ReadCondWrite
                && used.Register.GetFullRegister() != Register.RSP)
            {
                state[used.Register] = AbstractValue.Any;
            }
        }

        if (instruction.IsStackInstruction)
        {
            Adjust(state, instruction.StackPointerIncrement);
        }
        else if (information.GetUsedRegisters().Any(used => used.Register.GetFullRegister() == Register.RSP && used.Access is not OpAccess.Read
            and not OpAccess.CondRead))
        {
            state[Register.RSP] = AbstractValue.Any;
        }
    }

    /// <summary>What a comparison with a constant will tell of. Of a register of 64 bits it bounds the lower half, if it bounds it.</summary>
    private Comparison? ComparisonOf(in Instruction instruction, MachineState state, uint value) => instruction.Op0Kind switch
    {
        OpKind.Register when MachineState.IndexOf(instruction.Op0Register) is not null && instruction.Op0Register.GetSize() >= sizeof(uint) =>
            new Comparison(instruction.Op0Register.GetFullRegister(), 0, value),
        OpKind.Memory when instruction.MemorySize.GetSize() == sizeof(uint)
            && AddressOf(instruction, state) is AbstractValue.Stack { Offset: var offset } => new Comparison(Register.None, offset, value),
        _ => null,
    };

    private AbstractValue ValueOf(in Instruction instruction, int operand, MachineState state) => instruction.GetOpKind(operand) switch
    {
        OpKind.Register => Part(state[instruction.GetOpRegister(operand)], instruction.GetOpRegister(operand).GetSize()),
        OpKind.Memory => Part(Load(instruction, state, instruction.MemorySize.GetSize()), instruction.MemorySize.GetSize()),
        _ when IsImmediate(instruction, operand) => AbstractValue.Of(instruction.GetImmediate(operand)),
        _ => AbstractValue.Any,
    };

    /// <summary>What is known of a value of which less than 8 bytes are read, the rest being zero.</summary>
    private static AbstractValue Part(AbstractValue value, int size) => (size, value) switch
    {
        (sizeof(ulong), _) => value,
        (sizeof(uint), AbstractValue.Bounded or AbstractValue.Entry { Size: sizeof(uint) }) => value,
        (sizeof(uint), AbstractValue.Constants { Values: var values }) =>
            new AbstractValue.Constants([.. values.Select(constant => constant & uint.MaxValue)]),
        (sizeof(ushort), AbstractValue.Bounded { Maximum: <= ushort.MaxValue }) => value,
        (sizeof(ushort), _) => new AbstractValue.Bounded(ushort.MaxValue),
        (sizeof(byte), AbstractValue.Bounded { Maximum: <= byte.MaxValue }) => value,
        (sizeof(byte), _) => new AbstractValue.Bounded(byte.MaxValue),
        _ => AbstractValue.Any,
    };

    private static AbstractValue And(AbstractValue value, long mask) => value switch
    {
        // To align the stack down takes at most what keeps it aligned to 8.
        AbstractValue.Stack { Offset: var offset } when mask < 0 => new AbstractValue.Stack(offset + mask + sizeof(ulong)),
        _ when mask is >= 0 and <= uint.MaxValue => new AbstractValue.Bounded((uint)mask),
        _ => AbstractValue.Any,
    };

    private static void SetRegister(in Instruction instruction, MachineState state, AbstractValue value)
    {
        var register = instruction.Op0Register;
        state[register] = register.GetSize() switch
        {
            sizeof(ulong) => value,
            sizeof(uint) => Part(value, sizeof(uint)),

            // The rest of the register stays what it was.
            _ => AbstractValue.Any,
        };
        if (value is AbstractValue.Stack && register is not (Register.RSP or Register.RBP))
        {
            state.IsStackExposed = true;
        }
    }

    private void Store(in Instruction instruction, MachineState state, AbstractValue value, List<WatchedStore> stores)
    {
        var size = instruction.MemorySize.GetSize();
        var address = AddressOf(instruction, state);
        if (address.IsIn(watched))
        {
            stores.Add(new WatchedStore(instruction.IP, size == sizeof(ulong) ? value : AbstractValue.Any, IsEscape: false));
        }
        else if (address is AbstractValue.Stack { Offset: var offset })
        {
            state.SetSlot(offset, value, Math.Max(size, 1));
            state.IsStackExposed |= value is AbstractValue.Stack;
        }
        else
        {
            if (value.IsIn(watched))
            {
                stores.Add(new WatchedStore(instruction.IP, value, IsEscape: true));
            }

            state.IsStackExposed |= value is AbstractValue.Stack;
            if (state.IsStackExposed)
            {
                state.ForgetSlots();
            }
        }
    }

    private static void Push(MachineState state, AbstractValue value)
    {
        Adjust(state, -sizeof(ulong));
        if (state[Register.RSP] is AbstractValue.Stack { Offset: var top })
        {
            state.SetSlot(top, value, sizeof(ulong));
        }
    }

    private static void Adjust(MachineState state, int bytes) => state[Register.RSP] = state[Register.RSP].Plus(bytes);

    private static bool IsImmediate(in Instruction instruction, int operand = 1) => instruction.GetOpKind(operand)
        is OpKind.Immediate8 or OpKind.Immediate16 or OpKind.Immediate32 or OpKind.Immediate64
        or OpKind.Immediate8to16 or OpKind.Immediate8to32 or OpKind.Immediate8to64 or OpKind.Immediate32to64;
}
