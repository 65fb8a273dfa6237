namespace Tarn.Bench;

/// <summary>The workloads W1 to W5 and W9 over one heap of 1 MiB, fresh for each, no warm-up.</summary>
/// <typeparam name="THeap">The heap.</typeparam>
/// <remarks>
/// Pure code: the same in the bench kernel, which counts instructions around it, and in a host test, which looks at what comes out. The
/// caller makes the heap new before each workload.
/// </remarks>
public static unsafe class HeapWorkloads<THeap>
    where THeap : IWorkloadHeap
{
    /// <summary>Pairs of W1.</summary>
    public const int PairsOfW1 = 100_000;

    /// <summary>Rounds of W2 and W3, and blocks in each.</summary>
    public const int Rounds = 100, BlocksPerRound = 1000;

    /// <summary>Steps of W4.</summary>
    public const int StepsOfW4 = 200_000;

    /// <summary>Slots of W4.</summary>
    public const int SlotsOfW4 = 512;

    /// <summary>Blocks that W5 may hold at once, and W9.</summary>
    public const int MaximumBlocksOfW5 = 65_536, MaximumBlocksOfW9 = 16_384;

    /// <summary>W1: the same small block, taken and given back at once.</summary>
    /// <returns>The addresses' sum, so that nothing can be left out.</returns>
    public static nuint RunW1()
    {
        nuint sum = 0;
        for (var i = 0; i < PairsOfW1; i++)
        {
            var block = THeap.Allocate(32, 8);
            sum += (nuint)block;
            THeap.Free(block, 32, 8);
        }

        return sum;
    }

    /// <summary>W2 and W3: many equal blocks taken, then given back in the opposite or the same order.</summary>
    /// <param name="blocks">Room for <see cref="BlocksPerRound"/> addresses.</param>
    /// <param name="isReversed">W2: the last one taken is the first to go back.</param>
    public static void RunW2OrW3(nuint* blocks, bool isReversed)
    {
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < BlocksPerRound; i++)
            {
                blocks[i] = (nuint)THeap.Allocate(64, 8);
            }

            if (isReversed)
            {
                for (var i = BlocksPerRound - 1; i >= 0; i--)
                {
                    THeap.Free((void*)blocks[i], 64, 8);
                }
            }
            else
            {
                for (var i = 0; i < BlocksPerRound; i++)
                {
                    THeap.Free((void*)blocks[i], 64, 8);
                }
            }
        }
    }

    /// <summary>W4: blocks of many sizes and three alignments that come and go at random.</summary>
    /// <param name="slots">Room for <see cref="SlotsOfW4"/> slots.</param>
    /// <param name="meter">Told of each single operation.</param>
    public static W4Result RunW4<TMeter>(BlockSlot* slots, ref TMeter meter)
        where TMeter : struct, IOperationMeter
    {
        var result = default(W4Result);
        var random = new BenchRandom(BenchRandom.UsualSeed);
        for (var i = 0; i < SlotsOfW4; i++)
        {
            slots[i] = default;
        }

        for (var step = 0; step < StepsOfW4; step++)
        {
            var slot = &slots[random.Below(SlotsOfW4)];
            if (slot->Block is not null)
            {
                if (*slot->Block != slot->Size)
                {
                    result.CorruptBlocks++;
                }

                meter.Start();
                THeap.Free(slot->Block, slot->Size, slot->Alignment);
                meter.StopFree();
                slot->Block = null;
                continue;
            }

            var size = 8 + random.Below(1017);
            var alignment = random.Below(8) switch { 0 => 16u, 1 => 64u, _ => 8u };
            meter.Start();
            var block = (ulong*)THeap.Allocate(size, alignment);
            meter.StopAllocate();
            if (block is null)
            {
                result.Failures++;
                continue;
            }

            result.Allocations++;
            *block = size;
            slot->Block = block;
            slot->Size = size;
            slot->Alignment = alignment;
        }

        for (var i = 0; i < SlotsOfW4; i++)
        {
            if (slots[i].Block is not null)
            {
                result.LiveBlocks++;
                result.LiveBytes += slots[i].Size;
            }
        }

        result.RandomState = random.State;
        return result;
    }

    /// <summary>W5, for one seed: a heap filled at random until a request cannot be met.</summary>
    /// <param name="seed">1 to 100.</param>
    /// <param name="blocks">Room for <see cref="MaximumBlocksOfW5"/> blocks.</param>
    public static W5Result RunW5(uint seed, BlockSlot* blocks)
    {
        var result = default(W5Result);
        var random = new BenchRandom(seed * BenchRandom.UsualSeed);
        uint live = 0;
        while (true)
        {
            result.Steps++;
            if (random.Below(10) < 6)
            {
                var size = 1 + random.Below(4096);
                var block = (ulong*)THeap.Allocate(size, 8);
                if (block is null)
                {
                    return result;
                }

                blocks[live].Block = block;
                blocks[live].Size = size;
                live++;
                result.LiveBytes += size;
            }
            else if (live > 0)
            {
                var chosen = &blocks[random.Below(live)];
                THeap.Free(chosen->Block, chosen->Size, 8);
                result.LiveBytes -= chosen->Size;
                live--;
                *chosen = blocks[live];
            }
        }
    }

    /// <summary>W9: whether a heap that was full of small blocks serves large ones once they are freed.</summary>
    /// <param name="blocks">Room for <see cref="MaximumBlocksOfW9"/> addresses.</param>
    /// <returns>Blocks of 4,096 bytes that it served.</returns>
    public static int RunW9(nuint* blocks)
    {
        var count = 0;
        while (true)
        {
            var block = THeap.Allocate(64, 8);
            if (block is null)
            {
                break;
            }

            blocks[count++] = (nuint)block;
        }

        for (var i = 0; i < count; i++)
        {
            THeap.Free((void*)blocks[i], 64, 8);
        }

        var large = 0;
        while (THeap.Allocate(4096, 8) is not null)
        {
            large++;
        }

        return large;
    }
}
