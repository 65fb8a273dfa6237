using System;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Switches the machine off by ACPI's registers (ACPI 6.5, sections 4.8.3.2, 5.2.9 and 16.1.7).</summary>
/// <typeparam name="TPorts">The machine's port space.</typeparam>
/// <typeparam name="TMemory">The memory that the tables are in.</typeparam>
/// <remarks>
/// <code>
///   RSDP ──► RSDT or XSDT ──► FADT ──► PM1a_CNT, PM1b_CNT: the ports        bit 13     12 … 10
///                               └────► DSDT: \_S5, what goes into SLP_TYP    SLP_EN    SLP_TYP
/// </code>
/// What is needed is read when it is needed. Nothing here allocates, throws or takes a lock.
/// </remarks>
public sealed class AcpiPowerSwitch<TPorts, TMemory> : IExit
    where TPorts : struct, IPortSpace
    where TMemory : struct, IPhysicalMemory
{
    private const int HeaderSize = 36;
    private const uint LargestTable = 1 << 20;

    // Offsets in the FADT.
    private const int Dsdt = 40, SmiCommand = 48, AcpiEnable = 52, Pm1aControl = 64, Pm1bControl = 68, LongDsdt = 140;

    private const ushort SciEnable = 1, SleepEnable = 1 << 13, SleepTypeMask = 7 << 10;
    private const int SleepTypeShift = 10;
    private const int MostPolls = 1_000_000;

    private readonly ulong _rootPointer;

    // Not readonly: calls on readonly fields of type arguments work on copies.
    private TPorts _ports;
    private TMemory _memory;

    /// <summary>Touches nothing yet.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="memory">The memory that the tables are in.</param>
    /// <param name="rootPointer">The physical address of the RSDP; 0 where there is none.</param>
    public AcpiPowerSwitch(TPorts ports, TMemory memory, ulong rootPointer)
    {
        _ports = ports;
        _memory = memory;
        _rootPointer = rootPointer;
    }

    /// <summary>Switches the machine off. Returns at once where the tables do not say how.</summary>
    /// <inheritdoc/>
    public void Exit(ExitOutcome outcome)
    {
        if (!TryFindDescription(out var description, out var length) || !TryFindSleepType(description, length, out var typeA, out var typeB))
        {
            return;
        }

        Enable(description);
        Sleep((ushort)Read(description + Pm1aControl, sizeof(uint)), typeA);
        Sleep((ushort)Read(description + Pm1bControl, sizeof(uint)), typeB);
    }

    /// <summary>Firmware that still has the registers for itself is asked to hand them over.</summary>
    private void Enable(ulong description)
    {
        var control = (ushort)Read(description + Pm1aControl, sizeof(uint));
        var command = (ushort)Read(description + SmiCommand, sizeof(uint));
        if (command == 0 || (_ports.ReadWord(control) & SciEnable) != 0)
        {
            return;
        }

        _ports.WriteByte(command, (byte)Read(description + AcpiEnable, 1));
        for (var polls = 0; polls < MostPolls && (_ports.ReadWord(control) & SciEnable) == 0; polls++)
        {
        }
    }

    private void Sleep(ushort port, byte type)
    {
        if (port != 0)
        {
            var value = (ushort)((_ports.ReadWord(port) & ~(SleepTypeMask | SleepEnable)) | (type << SleepTypeShift));
            _ports.WriteWord(port, value);
            _ports.WriteWord(port, (ushort)(value | SleepEnable));
        }
    }

    /// <summary>Finds the FADT.</summary>
    private bool TryFindDescription(out ulong description, out uint length)
    {
        const int signatureSize = 8, revision = 15, shortAddress = 16, longAddress = 24, shortSize = 20;
        description = 0;
        length = 0;
        if (_rootPointer == 0 || !Is("RSD PTR "u8, _rootPointer, signatureSize) || !IsSumZero(_rootPointer, shortSize))
        {
            return false;
        }

        var isLong = Read(_rootPointer + revision, 1) >= 2 && Read(_rootPointer + longAddress, sizeof(ulong)) != 0;
        var root = isLong ? Read(_rootPointer + longAddress, sizeof(ulong)) : Read(_rootPointer + shortAddress, sizeof(uint));
        var entrySize = isLong ? sizeof(ulong) : sizeof(uint);
        if (!TryOpen(root, isLong ? "XSDT"u8 : "RSDT"u8, out var rootLength))
        {
            return false;
        }

        for (var offset = (ulong)HeaderSize; offset + (ulong)entrySize <= rootLength; offset += (ulong)entrySize)
        {
            description = Read(root + offset, entrySize);
            if (TryOpen(description, "FACP"u8, out length))
            {
                return length >= Pm1bControl + sizeof(uint);
            }
        }

        return false;
    }

    private bool TryFindSleepType(ulong description, uint length, out byte typeA, out byte typeB)
    {
        // The name, and what makes a package of it: NameOp before, PackageOp behind it (ACPI 6.5, section 20.2).
        const int nameSize = 4, leastSize = 8;
        const byte packageOperation = 0x12;
        typeA = 0;
        typeB = 0;
        var definitions = length >= LongDsdt + sizeof(ulong) ? Read(description + LongDsdt, sizeof(ulong)) : 0;
        definitions = definitions != 0 ? definitions : Read(description + Dsdt, sizeof(uint));
        if (!TryOpen(definitions, "DSDT"u8, out var size))
        {
            return false;
        }

        for (var offset = (ulong)HeaderSize; offset + leastSize <= size; offset++)
        {
            if (!Is("_S5_"u8, definitions + offset, nameSize) || Read(definitions + offset + nameSize, 1) != packageOperation)
            {
                continue;
            }

            // The package's length takes one byte, and as many more as its two highest bits say; then the number of elements.
            var next = definitions + offset + nameSize + 1;
            next += (Read(next, 1) >> 6) + 2;
            return TryReadConstant(ref next, out typeA) && TryReadConstant(ref next, out typeB);
        }

        return false;
    }

    private bool TryReadConstant(ref ulong address, out byte value)
    {
        const byte zero = 0x00, one = 0x01, bytePrefix = 0x0A;
        var operation = (byte)Read(address++, 1);
        value = operation == bytePrefix ? (byte)Read(address++, 1) : operation;
        return operation is zero or one or bytePrefix && value <= SleepTypeMask >> SleepTypeShift;
    }

    private bool TryOpen(ulong table, ReadOnlySpan<byte> signature, out uint length)
    {
        length = 0;
        if (table == 0 || !Is(signature, table, signature.Length))
        {
            return false;
        }

        length = (uint)Read(table + (ulong)signature.Length, sizeof(uint));
        return length is >= HeaderSize and <= LargestTable && IsSumZero(table, length);
    }

    private bool IsSumZero(ulong address, uint length)
    {
        byte sum = 0;
        for (var offset = 0u; offset < length; offset++)
        {
            if (!_memory.TryReadByte(address + offset, out var value))
            {
                return false;
            }

            sum += value;
        }

        return sum == 0;
    }

    private bool Is(ReadOnlySpan<byte> text, ulong address, int length)
    {
        for (var index = 0; index < length; index++)
        {
            if (!_memory.TryReadByte(address + (ulong)index, out var value) || value != text[index])
            {
                return false;
            }
        }

        return true;
    }

    // What cannot be read is 0: no table has anything there that would be taken for an answer.
    private ulong Read(ulong address, int size)
    {
        var result = 0UL;
        for (var index = size - 1; index >= 0; index--)
        {
            _memory.TryReadByte(address + (ulong)index, out var value);
            result = (result << 8) | value;
        }

        return result;
    }
}
