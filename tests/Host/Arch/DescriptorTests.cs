using System;
using System.Runtime.InteropServices;
using NUnit.Framework;
using Tarn.Arch.X86_64;

namespace Tarn.Tests.Host.Arch;

/// <summary>Descriptors, gates and tables, bit by bit as the processor reads them.</summary>
[TestFixture]
public class DescriptorTests
{
    private static readonly ulong[] Addresses =
    [
        0, 1, 0xFFFF, 0x1_0000, 0x00FF_FFFF, 0x0100_0000, 0xFFFF_FFFF, 0x1_0000_0000,
        0x1234_5678_9ABC_DEF0, 0xFFFF_FFFF_8020_1238, ulong.MaxValue,
    ];

    [Test]
    public void SegmentsAreWhatTheManualSays()
    {
        // Present, S, type, L; base and limit 0.
        Assert.Multiple(() =>
        {
            Assert.That(Word(SegmentDescriptor.Code(0)), Is.EqualTo(0x0020_9B00_0000_0000));
            Assert.That(Word(SegmentDescriptor.Code(3)), Is.EqualTo(0x0020_FB00_0000_0000));
            Assert.That(Word(SegmentDescriptor.Data(0)), Is.EqualTo(0x0000_9300_0000_0000));
            Assert.That(Word(SegmentDescriptor.Data(3)), Is.EqualTo(0x0000_F300_0000_0000));
        });
    }

    [Test]
    public void SelectorsPointIntoTheTable()
    {
        var table = new GlobalDescriptorTable(new TaskStateDescriptor(0x1234_5678_9ABC_DEF0, TaskStateSegment.SegmentSize));
        var words = MemoryMarshal.Cast<byte, ulong>(Bytes(ref table));

        Assert.That(words.Length, Is.EqualTo(7));
        Assert.That(words[0], Is.Zero);
        Assert.That(words[SegmentSelector.KernelCode.Value >> 3], Is.EqualTo(Word(SegmentDescriptor.Code(0))));
        Assert.That(words[SegmentSelector.KernelData.Value >> 3], Is.EqualTo(Word(SegmentDescriptor.Data(0))));
        Assert.That(words[SegmentSelector.UserData.Value >> 3], Is.EqualTo(Word(SegmentDescriptor.Data(3))));
        Assert.That(words[SegmentSelector.UserCode.Value >> 3], Is.EqualTo(Word(SegmentDescriptor.Code(3))));
        Assert.That(words[SegmentSelector.TaskState.Value >> 3], Is.EqualTo(0x9A00_89BC_DEF0_0067));
        Assert.That(words[(SegmentSelector.TaskState.Value >> 3) + 1], Is.EqualTo(0x1234_5678));
        Assert.That(SegmentSelector.UserCode.Value & 3, Is.EqualTo(3));
        Assert.That(SegmentSelector.UserData.Value & 3, Is.EqualTo(3));
        Assert.That(SegmentSelector.KernelCode.Value & 3, Is.Zero);
    }

    [Test]
    public void ATaskStateDescriptorHasItsBaseInFourPieces(
        [ValueSource(nameof(Addresses))] ulong address, [Values(1u, 104u, 65536u)] uint size)
    {
        var descriptor = new TaskStateDescriptor(address, size);
        var words = MemoryMarshal.Cast<byte, ulong>(Bytes(ref descriptor));

        var foundAddress = (words[0] >> 16 & 0xFFFF) | (words[0] >> 32 & 0xFF) << 16 | (words[0] >> 56) << 24 | words[1] << 32;
        Assert.That(foundAddress, Is.EqualTo(address));
        Assert.That((words[0] & 0xFFFF) + 1, Is.EqualTo(size));
        Assert.That(words[0] >> 40 & 0xFF, Is.EqualTo(0x89), "present, ring 0, an available 64-bit TSS");
        Assert.That(words[0] >> 48 & 0xFF, Is.Zero, "no more of the limit, counted in bytes");
        Assert.That(words[1] >> 32, Is.Zero);
    }

    [Test]
    public void AGateSaysWhereToWhichStackAndWhoMay(
        [ValueSource(nameof(Addresses))] ulong offset, [Values] InterruptStack stack, [Values(0, 3)] int privilegeLevel)
    {
        var gate = new InterruptGate(offset, stack, privilegeLevel);
        var words = MemoryMarshal.Cast<byte, ulong>(Bytes(ref gate));

        Assert.That((words[0] & 0xFFFF) | (words[0] >> 48) << 16 | words[1] << 32, Is.EqualTo(offset));
        Assert.That(words[0] >> 16 & 0xFFFF, Is.EqualTo(SegmentSelector.KernelCode.Value));
        Assert.That(words[0] >> 32 & 0xFF, Is.EqualTo((ulong)stack));
        Assert.That(words[0] >> 40 & 0xFF, Is.EqualTo(0x8E | privilegeLevel << 5), "present, an interrupt gate");
        Assert.That(words[1] >> 32, Is.Zero);
    }

    [Test]
    public void EveryVectorHasItsStub()
    {
        const ulong stubs = 0xFFFF_FFFF_8020_0800;
        var table = new InterruptDescriptorTable();
        table.PointTo(stubs);
        var words = MemoryMarshal.Cast<byte, ulong>(Bytes(ref table));

        Assert.That(words.Length, Is.EqualTo(512));
        for (var vector = 0; vector < InterruptDescriptorTable.VectorCount; vector++)
        {
            var low = words[2 * vector];
            var stub = stubs + 4 * (ulong)vector + 12 * ((ulong)vector / 32);
            Assert.That((low & 0xFFFF) | (low >> 48) << 16 | words[2 * vector + 1] << 32, Is.EqualTo(stub));
            var stack = vector switch { 8 => 1, 14 or 0 => 2, 2 => 3, 18 => 4, _ => 0 };
            Assert.That(low >> 32 & 7, Is.EqualTo(stack), $"the stack of vector {vector}");
            Assert.That(low >> 45 & 3, Is.EqualTo(vector is 3 or 4 or 0x80 ? 3 : 0), $"who may raise vector {vector}");
        }
    }

    [Test]
    public void TheTaskStateSegmentHasItsStacksInTheirPlaces()
    {
        var segment = new TaskStateSegment { PrivilegedStack = 0x1000 };
        foreach (var stack in Enum.GetValues<InterruptStack>())
        {
            segment.SetInterruptStack(stack, 0x10_0000 + (ulong)stack);
        }

        segment.DenyPorts();
        var bytes = Bytes(ref segment).ToArray();

        Assert.That(bytes, Has.Length.EqualTo(104));
        Assert.That(BitConverter.ToUInt64(bytes, 4), Is.EqualTo(0x1000), "RSP0");
        for (var index = 1; index <= 7; index++)
        {
            Assert.That(BitConverter.ToUInt64(bytes, 28 + 8 * index), Is.EqualTo(index <= 4 ? 0x10_0000 + (ulong)index : 0), $"IST{index}");
        }

        Assert.That(BitConverter.ToUInt16(bytes, 102), Is.EqualTo(104), "the permission map begins where the segment ends");
    }

    private static ulong Word(SegmentDescriptor descriptor) => MemoryMarshal.Read<ulong>(Bytes(ref descriptor));

    private static Span<byte> Bytes<T>(ref T value)
        where T : unmanaged => MemoryMarshal.AsBytes(MemoryMarshal.CreateSpan(ref value, 1));
}
