using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>Reset and power switch: which ports are written, and what is made of tables that firmware left.</summary>
[TestFixture]
public sealed class PcPowerTests
{
    private const ulong RootPointer = 0xF_5000, RootTable = 0x10_0000, LongRootTable = 0x10_0800, Description = 0x10_1000, Definitions = 0x10_2FF0;
    private const ushort ControlA = 0x604, ControlB = 0x804, SmiCommand = 0xB2;

    /// <summary>SLP_TYP 5 in PM1a and 6 in PM1b, as <c>\_S5</c> says them below.</summary>
    private static readonly (ushort Port, ushort Value)[] SoftOff =
        [(ControlA, 5 << 10 | 1), (ControlA, 5 << 10 | 1 << 13 | 1), (ControlB, 6 << 10 | 1), (ControlB, 6 << 10 | 1 << 13 | 1)];

    [TestCase(false)]
    [TestCase(true)]
    public void SwitchesOffByTheTables(bool isLong)
    {
        var machine = new Machine { IsEnabled = true };
        WriteTables(machine, isLong);
        Exit(machine);
        Assert.That(machine.Writes, Is.EqualTo(SoftOff));
    }

    [Test]
    public void TakesTheRegistersOverFromFirmwareFirst()
    {
        var machine = new Machine();
        WriteTables(machine, isLong: false);
        Exit(machine);
        Assert.That(machine.Writes, Is.EqualTo(SoftOff.Prepend((SmiCommand, (ushort)0xF1))));
    }

    [Test]
    public void DoesNothingWithoutTables()
    {
        var machine = new Machine();
        new AcpiPowerSwitch<Ports, Memory>(new Ports(machine), new Memory(machine), 0).Exit(ExitOutcome.Success);
        Exit(machine);
        Assert.That(machine.Writes, Is.Empty);
    }

    /// <summary>Any byte of the tables changed: either a checksum tells, or the byte does not matter to what is written. Nothing is thrown.</summary>
    [Test]
    public void TablesThatAreDamagedAreNotFollowed([Values] bool isLong)
    {
        var sound = new Machine { IsEnabled = true };
        WriteTables(sound, isLong);
        foreach (var address in sound.Bytes.Keys)
        {
            var machine = new Machine { IsEnabled = true };
            WriteTables(machine, isLong);
            machine.Bytes[address] ^= 0x04;
            Exit(machine);
            Assert.That(machine.Writes, Is.Empty.Or.EqualTo(SoftOff), $"0x{address:x}");
        }
    }

    [Test]
    public void MemoryThatCannotBeReadIsNotFollowed()
    {
        var sound = new Machine { IsEnabled = true };
        WriteTables(sound, isLong: false);
        foreach (var address in sound.Bytes.Keys)
        {
            var machine = new Machine { IsEnabled = true };
            WriteTables(machine, isLong: false);
            machine.Bytes.Remove(address);
            Exit(machine);
            Assert.That(machine.Writes, Is.Empty.Or.EqualTo(SoftOff), $"0x{address:x}");
        }
    }

    [Test]
    public void ResetsByTheKeyboardControllerAndThenByTheChipset()
    {
        var machine = new Machine { Controller = 0x02, PollsUntilTaken = 5 };
        new PcReset<Ports>(new Ports(machine)).Exit(ExitOutcome.Success);
        Assert.That(machine.Writes, Is.EqualTo(new (ushort, ushort)[] { (0x64, 0xFE), (0xCF9, 0x02), (0xCF9, 0x06) }));
    }

    [TestCase(0xFF, TestName = "NoKeyboardController")]
    [TestCase(0x02, TestName = "AKeyboardControllerThatTakesNothing")]
    public void ResetsByTheChipsetAlone(byte controller)
    {
        var machine = new Machine { Controller = controller, PollsUntilTaken = int.MaxValue };
        new PcReset<Ports>(new Ports(machine)).Exit(ExitOutcome.Success);
        Assert.That(machine.Writes, Is.EqualTo(new (ushort, ushort)[] { (0xCF9, 0x02), (0xCF9, 0x06) }));
    }

    private static void Exit(Machine machine) =>
        new AcpiPowerSwitch<Ports, Memory>(new Ports(machine), new Memory(machine), RootPointer).Exit(ExitOutcome.Success);

    private static void WriteTables(Machine machine, bool isLong)
    {
        var root = new byte[36];
        Encoding.ASCII.GetBytes("RSD PTR ").CopyTo(root, 0);
        root[15] = (byte)(isLong ? 2 : 0);
        BinaryPrimitives.WriteUInt32LittleEndian(root.AsSpan(16), isLong ? 0xDEAD_BEEF : (uint)RootTable);
        BinaryPrimitives.WriteUInt64LittleEndian(root.AsSpan(24), isLong ? LongRootTable : 0);
        Seal(root.AsSpan(0, 20), 8);
        machine.Write(RootPointer, root);

        // A table of another kind comes first.
        machine.Write(0x10_0400, Table("APIC", new byte[8]));
        var entries = new byte[isLong ? 16 : 8];
        foreach (var (index, address) in new[] { 0x10_0400UL, Description }.Index())
        {
            if (isLong)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(entries.AsSpan(index * 8), address);
            }
            else
            {
                BinaryPrimitives.WriteUInt32LittleEndian(entries.AsSpan(index * 4), (uint)address);
            }
        }

        machine.Write(isLong ? LongRootTable : RootTable, Table(isLong ? "XSDT" : "RSDT", entries));

        var body = new byte[(isLong ? 148 : 116) - 36];
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(40 - 36), isLong ? 0 : (uint)Definitions);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(48 - 36), SmiCommand);
        body[52 - 36] = 0xF1;
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(64 - 36), ControlA);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(68 - 36), ControlB);
        if (isLong)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(body.AsSpan(140 - 36), Definitions);
        }

        machine.Write(Description, Table("FACP", body));

        // Name (_S5, Package (4) { 5, 6, 0, 0 }), behind a mention of the name that is no package.
        machine.Write(Definitions, Table("DSDT", [.. "_S5_x"u8, 0x08, .. "_S5_"u8, 0x12, 0x08, 0x04, 0x0A, 0x05, 0x0A, 0x06, 0x00, 0x00]));
    }

    private static byte[] Table(string signature, ReadOnlySpan<byte> body)
    {
        var table = new byte[36 + body.Length];
        Encoding.ASCII.GetBytes(signature).CopyTo(table, 0);
        BinaryPrimitives.WriteInt32LittleEndian(table.AsSpan(4), table.Length);
        body.CopyTo(table.AsSpan(36));
        Seal(table, 9);
        return table;
    }

    private static void Seal(Span<byte> table, int checksum)
    {
        byte sum = 0;
        foreach (var value in table)
        {
            sum += value;
        }

        table[checksum] -= sum;
    }

    private sealed class Machine
    {
        public Dictionary<ulong, byte> Bytes { get; } = [];

        public List<(ushort Port, ushort Value)> Writes { get; } = [];

        public bool IsEnabled { get; set; }

        public byte Controller { get; init; } = 0xFF;

        public int PollsUntilTaken { get; set; }

        public void Write(ulong address, ReadOnlySpan<byte> bytes)
        {
            foreach (var value in bytes)
            {
                Bytes[address++] = value;
            }
        }
    }

    private readonly struct Memory(Machine machine) : IPhysicalMemory
    {
        public bool TryReadByte(ulong address, out byte value) => machine.Bytes.TryGetValue(address, out value);
    }

    private readonly struct Ports(Machine machine) : IPortSpace
    {
        public byte ReadByte(ushort port)
        {
            Assert.That(port, Is.EqualTo(0x64));
            return machine.Controller == 0xFF || machine.PollsUntilTaken-- > 0 ? machine.Controller : (byte)0;
        }

        public void WriteByte(ushort port, byte value)
        {
            machine.Writes.Add((port, value));
            machine.IsEnabled |= port == SmiCommand;
        }

        public ushort ReadWord(ushort port) => (ushort)(machine.IsEnabled ? 1 : 0);

        public void WriteWord(ushort port, ushort value) => machine.Writes.Add((port, value));

        public uint ReadDoubleword(ushort port) => throw new NotSupportedException();

        public void WriteDoubleword(ushort port, uint value) => throw new NotSupportedException();
    }
}
