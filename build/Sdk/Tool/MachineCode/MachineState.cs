using Iced.Intel;

namespace Tarn.Sdk.Tool.MachineCode;

/// <summary>What is known of registers and stack before one instruction.</summary>
internal sealed class MachineState
{
    private const int RegisterCount = 16;

    private readonly AbstractValue[] _registers;

    // Never changed: copies of a state share it.
    private (long Offset, AbstractValue Value)[] _slots;

    private MachineState(AbstractValue[] registers, (long Offset, AbstractValue Value)[] slots)
    {
        _registers = registers;
        _slots = slots;
    }

    /// <summary>What the last comparison of a register with a constant was, while the flags still tell.</summary>
    public Comparison? LastComparison { get; set; }

    /// <summary>Whether an address on the stack is anywhere but in the registers that frames are kept by: then others may write there.</summary>
    public bool IsStackExposed { get; set; }

    /// <summary>What is known where a function is entered.</summary>
    public static MachineState AtEntry()
    {
        var registers = new AbstractValue[RegisterCount];
        for (var register = 0; register < RegisterCount; register++)
        {
            registers[register] = new AbstractValue.Argument(register);
        }

        var state = new MachineState(registers, []);
        state[Register.RSP] = new AbstractValue.Stack(0);
        return state;
    }

    /// <summary>The value of a general register, whatever part of it is named; of another register nothing is known.</summary>
    public AbstractValue this[Register register]
    {
        get => IndexOf(register) is { } index ? _registers[index] : AbstractValue.Any;
        set
        {
            if (IndexOf(register) is { } index)
            {
                _registers[index] = value;
                if (LastComparison is { } comparison && comparison.Register == register.GetFullRegister())
                {
                    LastComparison = null;
                }
            }
        }
    }

    /// <summary>The number of a general register in instructions (RAX 0, RCX 1, … R15 15), or null for other registers.</summary>
    public static int? IndexOf(Register register) =>
        register.GetFullRegister() is >= Register.RAX and <= Register.R15 and var full ? full - Register.RAX : null;

    /// <summary>How deep the stack is below where it was at the function's entry, in bytes, or null where that is not known.</summary>
    public long? StackDepth => this[Register.RSP] is AbstractValue.Stack { Offset: var offset } ? -offset : null;

    /// <summary>What was stored to a place on the stack.</summary>
    public AbstractValue Slot(long offset)
    {
        foreach (var slot in _slots)
        {
            if (slot.Offset == offset)
            {
                return slot.Value;
            }
        }

        return AbstractValue.Any;
    }

    /// <summary>Stores to the stack. What overlaps is forgotten, and so is the value itself where it has less than 8 bytes.</summary>
    public void SetSlot(long offset, AbstractValue value, int size)
    {
        var others = _slots.Where(slot => slot.Offset + sizeof(ulong) <= offset || slot.Offset >= offset + size);
        _slots = [.. size == sizeof(ulong) && value is not AbstractValue.Unknown ? others.Append((offset, value)) : others];
        if (LastComparison is { Register: Register.None, Slot: var compared } && compared < offset + size && offset < compared + sizeof(uint))
        {
            LastComparison = null;
        }
    }

    /// <summary>Notes a bound of the four bytes at a place on the stack, unless more is known of it.</summary>
    public void BoundSlot(long offset, uint maximum)
    {
        if (Slot(offset) is AbstractValue.Unknown or AbstractValue.Bounded)
        {
            _slots = [.. _slots.Where(slot => slot.Offset != offset), (offset, new AbstractValue.Bounded(maximum))];
        }
    }

    /// <summary>Forgets all that was stored to the stack.</summary>
    public void ForgetSlots()
    {
        _slots = [];
        if (LastComparison is { Register: Register.None })
        {
            LastComparison = null;
        }
    }

    /// <summary>A copy to change.</summary>
    public MachineState Copy() => new([.. _registers], _slots)
    {
        LastComparison = LastComparison,
        IsStackExposed = IsStackExposed,
    };

    /// <summary>Adds what is known when another way leads to the same instruction.</summary>
    /// <returns>Whether less is known now than before.</returns>
    public bool Join(MachineState other, AddressRange watched)
    {
        var isChanged = false;
        for (var register = 0; register < RegisterCount; register++)
        {
            var joined = AbstractValue.Join(_registers[register], other._registers[register], watched);
            if (!joined.Equals(_registers[register]))
            {
                _registers[register] = joined;
                isChanged = true;
            }
        }

        isChanged |= JoinSlots(other, watched);
        if (LastComparison is not null && LastComparison != other.LastComparison)
        {
            LastComparison = null;
            isChanged = true;
        }

        if (other.IsStackExposed && !IsStackExposed)
        {
            IsStackExposed = true;
            isChanged = true;
        }

        return isChanged;
    }

    private bool JoinSlots(MachineState other, AddressRange watched)
    {
        if (_slots == other._slots)
        {
            return false;
        }

        // A place that only one of them knows may still hold a watched address.
        var joined = _slots.Concat(other._slots)
            .Select(slot => slot.Offset)
            .Distinct()
            .Select(offset => (Offset: offset, Value: AbstractValue.Join(Slot(offset), other.Slot(offset), watched)))
            .Where(slot => slot.Value is not AbstractValue.Unknown)
            .ToArray();
        if (joined.Length == _slots.Length && joined.All(slot => slot.Value.Equals(Slot(slot.Offset))))
        {
            return false;
        }

        _slots = joined;
        return true;
    }
}
