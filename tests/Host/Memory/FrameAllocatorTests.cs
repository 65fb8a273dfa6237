using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Kernel;
using Tarn.Memory;

namespace Tarn.Tests.Host.Memory;

/// <summary>The frame allocator against a shadow model, on random machines.</summary>
[TestFixture]
public sealed class FrameAllocatorTests
{
    private const int Operations = 100_000;
    private const ulong FrameSize = 4096;

    [Test]
    public void EveryAnswerIsTheModels([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        var map = RandomMap(random, maximumFrames: random.Next(200, 20_000));
        using var ram = new SimulatedRam(map[^1].End);
        Assert.That(FrameAllocator.TryCreate(map, ram.Offset, out var frames), Is.True);
        var model = ModelOf(map, frames);
        var isReclaimed = false;

        for (var step = 0; step < Operations; step++)
        {
            switch (random.Next(1000))
            {
                case < 430:
                    AllocateOne(frames, model);
                    break;
                case < 480:
                    AllocateRun(frames, model, (ulong)random.Next(1, 40), 1ul << random.Next(0, 5));
                    break;
                case < 482:
                    AllocateRun(frames, model, (ulong)random.Next(1, 1500), 1ul << random.Next(0, 11));
                    break;
                case < 970:
                    FreeOne(frames, model, random);
                    break;
                case < 990:
                    Misuse(frames, model, (ulong)random.NextInt64((long)model.Frames + 100));
                    break;
                case < 991 when step > Operations / 2 && !isReclaimed:
                    isReclaimed = true;
                    model.AddRegions(map, MemoryRegionKind.BootloaderReclaimable);
                    frames.ReclaimBootloaderMemory(map);
                    break;
                case 999 when random.Next(20) == 0:
                    // Fill up, or free all: what happens at the ends happens only there.
                    while (random.Next(2) == 0 ? model.Free > 0 : model.Free > model.Total / 8)
                    {
                        AllocateOne(frames, model);
                    }

                    break;
            }

            if (frames.FreeFrames != model.Free || frames.TotalFrames != model.Total)
            {
                Assert.Fail($"step {step}: {frames.FreeFrames} of {frames.TotalFrames} free, the model has {model.Free} of {model.Total}");
            }
        }

        while (model.Taken.Count > 0)
        {
            FreeOne(frames, model, random);
        }

        for (var count = model.Total; count > 0; count--)
        {
            AllocateOne(frames, model);
        }

        Assert.That(frames.TryAllocate(out _), Is.False);
        Assert.That(frames.TryAllocateRun(1, 1, out _), Is.False);
    }

    /// <summary>Short runs that shrink to the few operations that matter, should one fail.</summary>
    [Test]
    public void NoSequenceOfOperationsBreaksIt() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<uint[]>(),
            numbers =>
            {
                var map = RandomMap(new Random(numbers.Length), maximumFrames: 400);
                using var ram = new SimulatedRam(map[^1].End);
                Assert.That(FrameAllocator.TryCreate(map, ram.Offset, out var frames), Is.True);
                var model = ModelOf(map, frames);
                foreach (var number in numbers)
                {
                    Perform(frames, model, number * 2_654_435_761u);
                    Assert.That((frames.FreeFrames, frames.TotalFrames), Is.EqualTo((model.Free, model.Total)));
                }

                while (model.Taken.Count > 0)
                {
                    FreeOne(frames, model, new Random(1));
                }

                Assert.That(frames.FreeFrames, Is.EqualTo(frames.TotalFrames));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(300));

    [Test]
    public void OnlyUsableFramesAreGivenOut()
    {
        MemoryRegion[] map =
        [
            new(0, 3 * FrameSize, MemoryRegionKind.Usable),
            new(3 * FrameSize, FrameSize, MemoryRegionKind.Reserved),
            new(4 * FrameSize, FrameSize, MemoryRegionKind.AcpiReclaimable),
            new(5 * FrameSize, FrameSize, MemoryRegionKind.AcpiNonVolatile),
            new(6 * FrameSize, FrameSize, MemoryRegionKind.Bad),
            new(7 * FrameSize, 2 * FrameSize, MemoryRegionKind.BootloaderReclaimable),
            new(9 * FrameSize, FrameSize, MemoryRegionKind.KernelAndModules),
            new(10 * FrameSize, FrameSize, MemoryRegionKind.Framebuffer),
            new(130 * FrameSize, 2 * FrameSize, MemoryRegionKind.Usable),
        ];
        using var ram = new SimulatedRam(map[^1].End);
        Assert.That(FrameAllocator.TryCreate(map, ram.Offset, out var frames), Is.True);

        // The bookkeeping has the last frame, and frame 0 is nobody's.
        Assert.That(Drain(frames), Is.EqualTo(new ulong[] { 1, 2, 130 }));
        Assert.That(frames.ReclaimBootloaderMemory(map), Is.EqualTo(2));
        Assert.That(Drain(frames), Is.EqualTo(new ulong[] { 7, 8 }));
        Assert.That(() => frames.ReclaimBootloaderMemory(map), Throws.InvalidOperationException);
    }

    [Test]
    public void WithoutRoomForTheBookkeepingThereIsNoAllocator()
    {
        // 2 bits for each frame up to the 40th GiB do not fit into one frame, nor into frame 0.
        MemoryRegion[] map =
        [
            new(0, FrameSize, MemoryRegionKind.Usable),
            new(40ul << 30, FrameSize, MemoryRegionKind.Usable),
        ];

        Assert.That(FrameAllocator.TryCreate(map, 0, out _), Is.False);
        Assert.That(FrameAllocator.TryCreate(map.AsSpan(0, 1), 0, out _), Is.False);
    }

    [Test]
    public void ALargeMachineHasALevelMore()
    {
        MemoryRegion[] map =
        [
            new(0x1000, 0x9f000, MemoryRegionKind.Usable),
            new(0x10_0000, 3ul << 30, MemoryRegionKind.Usable),
            new(4ul << 30, 64ul << 30, MemoryRegionKind.Usable),
        ];

        // The allocator touches its bookkeeping and no frame that it gives out.
        const ulong BookkeepingBound = 8 << 20;
        using var ram = new SimulatedRam(BookkeepingBound, map[^1].End - BookkeepingBound);
        Assert.That(FrameAllocator.TryCreate(map, ram.Offset, out var frames), Is.True);
        var bookkeeping = (map.Aggregate(0ul, (sum, region) => sum + region.Length) / FrameSize) - frames.TotalFrames;

        Assert.That(bookkeeping, Is.InRange(2 * (68ul << 30) / FrameSize / 8 / FrameSize, 1100));
        Assert.That(frames.TryAllocateRun(16ul << 18, 1ul << 18, out var first), Is.True);
        Assert.That(first.Start.Value, Is.EqualTo(4ul << 30));
        Assert.That(frames.TryAllocate(out var low), Is.True);
        Assert.That(low.Number, Is.EqualTo(1));
        frames.FreeRun(first, 16ul << 18);
        Assert.That(frames.FreeFrames, Is.EqualTo(frames.TotalFrames - 1));
    }

    [TestCase(0ul, 1ul)]
    [TestCase(1ul, 0ul)]
    [TestCase(1ul, 3ul)]
    public void ARunThatMakesNoSenseIsRefused(ulong count, ulong alignment)
    {
        MemoryRegion[] map = [new(0, 64 * FrameSize, MemoryRegionKind.Usable)];
        using var ram = new SimulatedRam(map[^1].End);
        Assert.That(FrameAllocator.TryCreate(map, ram.Offset, out var frames), Is.True);

        Assert.That(() => frames.TryAllocateRun(count, alignment, out _), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>Regions of all kinds with gaps in between; the last is usable and has room for the bookkeeping.</summary>
    private static MemoryRegion[] RandomMap(Random random, int maximumFrames)
    {
        var map = new List<MemoryRegion>();
        var number = (ulong)random.Next(2);
        while (number < (ulong)maximumFrames)
        {
            var length = (ulong)(random.Next(3) == 0 ? random.Next(1, 2000) : random.Next(1, 70));
            var kind = random.Next(2) == 0 ? MemoryRegionKind.Usable : (MemoryRegionKind)random.Next(8);
            map.Add(new MemoryRegion(number * FrameSize, length * FrameSize, kind));
            number += length + (ulong)(random.Next(2) * random.Next(100));
        }

        map.Add(new MemoryRegion(number * FrameSize, 20 * FrameSize, MemoryRegionKind.Usable));
        return [.. map];
    }

    private static FrameModel ModelOf(MemoryRegion[] map, FrameAllocator frames)
    {
        var model = new FrameModel(map[^1].End / FrameSize);
        model.AddRegions(map, MemoryRegionKind.Usable);
        for (var number = model.Frames; model.Total > frames.TotalFrames; )
        {
            model.Remove(--number);
        }

        return model;
    }

    private static void Perform(FrameAllocator frames, FrameModel model, uint number)
    {
        var argument = number >> 8;
        switch (number % 8)
        {
            case < 3:
                AllocateOne(frames, model);
                break;
            case 3:
                AllocateRun(frames, model, (argument % 70) + 1, 1ul << (int)(argument % 7));
                break;
            case < 7:
                FreeOne(frames, model, new Random((int)argument));
                break;
            default:
                Misuse(frames, model, argument % (model.Frames + 100));
                break;
        }
    }

    private static void AllocateOne(FrameAllocator frames, FrameModel model)
    {
        var isDone = frames.TryAllocate(out var frame);
        if (isDone != model.Free > 0 || (isDone && model[frame.Number] != FrameState.Free))
        {
            Assert.Fail($"allocated {isDone}, frame {frame.Number} ({model[frame.Number]}) of {model.Free} free ones");
        }

        if (isDone)
        {
            model.Take(frame.Number);
        }
    }

    private static void AllocateRun(FrameAllocator frames, FrameModel model, ulong count, ulong alignment)
    {
        var isDone = frames.TryAllocateRun(count, alignment, out var first);
        var expected = model.FindRun(count, alignment);
        Assert.That(isDone ? first.Number : (ulong?)null, Is.EqualTo(expected), $"{count} frames aligned to {alignment}");
        for (ulong index = 0; isDone && index < count; index++)
        {
            model.Take(first.Number + index);
        }
    }

    private static void FreeOne(FrameAllocator frames, FrameModel model, Random random)
    {
        if (model.Taken.Count > 0)
        {
            var number = model.Taken[random.Next(model.Taken.Count)];
            frames.Free(PhysicalFrame<Size4KiB>.Truncate(number * FrameSize));
            model.Return(number);
        }
    }

    /// <summary>Frees a frame that is not taken.</summary>
    private static void Misuse(FrameAllocator frames, FrameModel model, ulong number)
    {
        var state = model[number];
        var frame = PhysicalFrame<Size4KiB>.Truncate(number * FrameSize);
        Assert.That(frames.IsFree(frame), Is.EqualTo(state == FrameState.Free));
        if (state != FrameState.Taken)
        {
            var exception = Assert.Throws<FrameMisuseException>(() => frames.Free(frame))!;
            Assert.That(exception.Frame, Is.EqualTo(frame));
            Assert.That(exception.Message, Does.Contain(state == FrameState.Free ? "already" : "never"));
        }
    }

    private static List<ulong> Drain(FrameAllocator frames)
    {
        var numbers = new List<ulong>();
        while (frames.TryAllocate(out var frame))
        {
            numbers.Add(frame.Number);
        }

        return numbers;
    }
}
