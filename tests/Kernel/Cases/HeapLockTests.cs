using Tarn.Arch.X86_64;
using Tarn.Bench;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>
/// A heap whose lock masks interrupts, for a kernel whose handlers allocate: the timer's handler takes and frees blocks of it while the case
/// does so too.
/// </summary>
internal static unsafe class HeapLockTests
{
    private const nuint Size = 1024 * 1024;
    private const ulong Ticks = 400;
    private const int OperationsPerTick = 8;

    private static Churn s_task;
    private static Churn s_handler;

    [KernelTest(Isolated = true, TimeLimit = 60)]
    public static void AHandlerMayAllocateWhereTheLockMasksInterrupts()
    {
        SecondHeap<InterruptMaskingLock>.Make(Size, Size, 0);
        s_task.Begin(1);
        s_handler.Begin(2);
        Expect.True(PicController.TryOpen(out var controller, out _));
        Expect.True(Pit.TryStart(default(PortSpace), new ChurningInterrupts(controller), out var timer, out _, divisor: 50));
        Processor.EnableInterrupts();
        while (timer.Ticks < Ticks)
        {
            s_task.Step();
        }

        Processor.DisableInterrupts();
        s_task.FreeAll();
        s_handler.FreeAll();

        Expect.True(s_handler.Taken > Ticks && s_task.Taken > Ticks, "both took blocks");
        Expect.Equal((0, 0), (s_task.Corrupt, s_handler.Corrupt));
        ref var heap = ref SecondHeap<InterruptMaskingLock>.Heap;
        heap.Verify();
        Expect.False(heap.FindFault().Exists);
        var statistics = heap.Statistics;
        Expect.Equal(s_task.Taken + s_handler.Taken, statistics.Allocations);
        Expect.Equal(s_task.Refused + s_handler.Refused, statistics.Failures);
        Expect.Equal((nuint)0, statistics.Usage.UsedBytes);
        if (KernelAllocator.Reuse == HeapReuse.AtOnce)
        {
            Expect.Equal(0UL, statistics.Failures);
        }

        SecondHeap<InterruptMaskingLock>.Remove();
    }

    /// <summary>Takes and frees blocks at random, and knows what is in each.</summary>
    private struct Churn
    {
        private const uint Slots = 64;

        private fixed ulong _blocks[(int)Slots];
        private fixed ulong _sizes[(int)Slots];
        private BenchRandom _random;

        /// <summary>Requests that were met.</summary>
        internal ulong Taken { get; private set; }

        /// <summary>Requests that were not.</summary>
        internal ulong Refused { get; private set; }

        /// <summary>Blocks that did not hold what had been written to them.</summary>
        internal int Corrupt { get; private set; }

        internal void Begin(ulong seed)
        {
            this = default;
            _random = new BenchRandom(seed);
        }

        internal void Step()
        {
            var slot = _random.Below(Slots);
            if (_blocks[slot] != 0)
            {
                Free(slot);
                return;
            }

            var size = 16 + (ulong)_random.Below(2000);
            var block = (ulong*)SecondHeap<InterruptMaskingLock>.Heap.Allocate((nuint)size, 8);
            if (block is null)
            {
                // What serves again only when everything is free must be given the chance.
                Refused++;
                FreeAll();
                return;
            }

            Taken++;
            block[0] = size;
            *(ulong*)((byte*)block + size - sizeof(ulong)) = size;
            _blocks[slot] = (ulong)block;
            _sizes[slot] = size;
        }

        internal void FreeAll()
        {
            for (var slot = 0u; slot < Slots; slot++)
            {
                if (_blocks[slot] != 0)
                {
                    Free(slot);
                }
            }
        }

        private void Free(uint slot)
        {
            var block = (ulong*)_blocks[slot];
            var size = _sizes[slot];
            if (block[0] != size || *(ulong*)((byte*)block + size - sizeof(ulong)) != size)
            {
                Corrupt++;
            }

            _blocks[slot] = 0;
            SecondHeap<InterruptMaskingLock>.Heap.Free(block, (nuint)size, 8);
        }
    }

    /// <summary>A driver's handler, and then one that uses the heap.</summary>
    private struct Churning<THandler>(THandler handler) : IInterruptHandler
        where THandler : struct, IInterruptHandler
    {
        private THandler _handler = handler;

        public void OnInterrupt()
        {
            _handler.OnInterrupt();
            for (var operation = 0; operation < OperationsPerTick; operation++)
            {
                s_handler.Step();
            }
        }
    }

    /// <summary>A controller that puts <see cref="Churning{THandler}"/> around each handler.</summary>
    private readonly struct ChurningInterrupts(PicController controller) : IInterruptController
    {
        public InterruptClaimFault Claim<THandler>(int line, THandler handler)
            where THandler : struct, IInterruptHandler => controller.Claim(line, new Churning<THandler>(handler));

        public void Mask(int line) => controller.Mask(line);

        public void Unmask(int line) => controller.Unmask(line);

        public void End(int line) => controller.End(line);
    }
}
