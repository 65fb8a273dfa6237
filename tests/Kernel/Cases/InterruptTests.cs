using System;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Testing;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Interrupts: who gets them, what they leave untouched, and the controllers and the timer behind them.</summary>
internal static unsafe class InterruptTests
{
    private const byte ProbeVector = 200;
    private const ulong DirectionFlag = 1 << 10;
    private const uint DefaultMxcsr = 0x1F80;

    private static Observation s_observed;

    [KernelTest]
    public static void EverySegmentRegisterIsOurs()
    {
        Span<ushort> selectors = stackalloc ushort[7];
        fixed (ushort* first = selectors)
        {
            ProcessorProbe.ReadSegments(first);
        }

        Expect.Equal(new ushort[] { 0x08, 0x10, 0x10, 0x10, 0, 0, 0x28 }.AsSpan(), selectors);
    }

    [KernelTest]
    public static void TheTablesAreInTheImage()
    {
        var pointers = stackalloc ushort[10];
        ProcessorProbe.ReadTables(pointers);
        ref readonly var layout = ref ImageLayout.Current;
        var segments = *(ulong*)(pointers + 1);
        var interrupts = *(ulong*)(pointers + 6);

        Expect.Equal(7 * 8 - 1, pointers[0]);
        Expect.Equal(256 * 16 - 1, pointers[5]);
        Expect.True(segments >= layout.DataStart && segments < layout.DataEnd);
        Expect.True(interrupts >= layout.DataStart && interrupts < layout.DataEnd);
    }

    [KernelTest]
    public static void StacksHaveRoomForGuards()
    {
        var stacks = ImageLayout.Current.Stacks;
        Expect.Equal(5, stacks.Length);
        for (var index = 0; index < stacks.Length; index++)
        {
            ref readonly var stack = ref stacks[index];
            Expect.Equal(0UL, stack.Guard % KernelStack.GuardSize);
            Expect.Equal(0UL, stack.Top % KernelStack.GuardSize);
            Expect.True(stack.Top >= stack.Bottom + 16 * 1024);
            for (var other = 0; other < index; other++)
            {
                Expect.True(stack.Guard >= stacks[other].Top || stack.Top <= stacks[other].Guard);
            }
        }

        Expect.Equal("boot stack"u8, stacks[0].Name);
        Expect.Equal("page-fault stack"u8, stacks[(int)InterruptStack.PageFault].Name);
        var here = ProcessorProbe.ReadStackPointer();
        Expect.True(here > stacks[0].Bottom && here <= stacks[0].Top, "this runs on the boot stack");
    }

    [KernelTest]
    public static void ProtectionsAreOn()
    {
        const ulong writeProtect = 1 << 16;
        const ulong noExecuteEnable = 1 << 11;
        Expect.True((ProcessorProbe.ReadCr0() & writeProtect) != 0);
        Expect.True((ProcessorProbe.ReadModelSpecificRegister(0xC000_0080) & noExecuteEnable) != 0);
    }

    [KernelTest]
    public static void WriteProtectIsSetByTheKernel()
    {
        const ulong writeProtect = 1 << 16;
        var control = ProcessorProbe.ReadCr0();
        ProcessorProbe.WriteCr0(control & ~writeProtect);
        ProcessorProtection.Enable();
        Expect.Equal(control, ProcessorProbe.ReadCr0());
    }

    [KernelTest(Machine = "cpu=max")]
    public static void ModernProtectionsAreOnWhereTheProcessorHasThem()
    {
        const ulong userModeInstructionPrevention = 1 << 11;
        const ulong executionPrevention = 1 << 20;
        const ulong accessPrevention = 1 << 21;
        const ulong all = userModeInstructionPrevention | executionPrevention | accessPrevention;
        Expect.Equal(all, ProcessorProbe.ReadCr4() & all);
    }

    [KernelTest(Isolated = true)]
    public static void EveryUnclaimedVectorIsCounted()
    {
        for (var vector = InterruptVectors.FirstFree; vector < 256; vector++)
        {
            Expect.Equal(0u, InterruptVectors.UnclaimedCount(vector));
            ProcessorProbe.Interrupt((byte)vector);
            ProcessorProbe.Interrupt((byte)vector);
            Expect.Equal(2u, InterruptVectors.UnclaimedCount(vector));
        }
    }

    [KernelTest(Isolated = true)]
    public static void AClaimedVectorIsServed()
    {
        Observe();
        Expect.Equal(0, s_observed.Count);
        ProcessorProbe.Interrupt(ProbeVector);
        ProcessorProbe.Interrupt(ProbeVector);
        Expect.Equal(2, s_observed.Count);
        Expect.Equal(0u, InterruptVectors.UnclaimedCount(ProbeVector));
    }

    [KernelTest(Isolated = true)]
    public static void AClaimThatCannotBeSaysWhy()
    {
        Expect.Equal(InterruptClaimFault.NoSuchLine, InterruptVectors.Claim(31, default(Observer)));
        Expect.Equal(InterruptClaimFault.NoSuchLine, InterruptVectors.Claim(256, default(Observer)));
        Expect.Equal(InterruptClaimFault.None, InterruptVectors.Claim(ProbeVector, default(Observer)));
        Expect.Equal(InterruptClaimFault.LineInUse, InterruptVectors.Claim(ProbeVector, default(Nothing)));
        Expect.Equal(InterruptClaimFault.HandlerInUse, InterruptVectors.Claim(ProbeVector + 1, default(Observer)));

        var interrupts = OpenController();
        Expect.Equal(InterruptClaimFault.NoSuchLine, interrupts.Claim(-1, default(Nothing)));
        Expect.Equal(InterruptClaimFault.NoSuchLine, interrupts.Claim(2, default(Nothing)));
        Expect.Equal(InterruptClaimFault.NoSuchLine, interrupts.Claim(16, default(Nothing)));
        Expect.Equal(InterruptClaimFault.None, interrupts.Claim(5, default(Nothing)));
        Expect.Equal(InterruptClaimFault.LineInUse, interrupts.Claim(5, default(Rtc)));
        Expect.Equal(InterruptClaimFault.HandlerInUse, interrupts.Claim(6, default(Nothing)));
        Expect.Equal(InterruptClaimFault.LineInUse, InterruptVectors.Claim(32, default(Rtc)));
    }

    [KernelTest(Isolated = true)]
    public static void HandlersRunForwards()
    {
        Observe();
        var flags = ProcessorProbe.ReadFlagsAfterInterruptBackwards();
        Expect.Equal(1, s_observed.Count);
        Expect.Equal(0UL, s_observed.Flags & DirectionFlag, "the handler runs with the direction flag clear");
        Expect.Equal(DirectionFlag, flags & DirectionFlag, "and the interrupted code goes on with its own");
    }

    [KernelTest(Isolated = true)]
    public static void HandlersHaveAnAlignedStackAndTheirOwnRounding()
    {
        Observe();
        Expect.Equal(0u, ProcessorProbe.FindChangedVectorRegisters(1));
        ProcessorProbe.Interrupt(ProbeVector);
        Expect.Equal(DefaultMxcsr, s_observed.Mxcsr);
    }

    [KernelTest(Isolated = true)]
    public static void GeneralRegistersSurvive()
    {
        Observe();
        Expect.Equal(0u, ProcessorProbe.FindChangedGeneralRegisters());
        Expect.Equal(1, s_observed.Count);
    }

    [KernelTest(Isolated = true)]
    public static void VectorRegistersSurviveARainOfInterrupts()
    {
        // 24,000 interrupts a second, each of which clobbers every register that C# may use. The rounds take longer than two of them.
        const ushort divisor = 50;
        const ulong rounds = 50_000;
        var rain = new RainingInterrupts(OpenController());
        Expect.True(Pit.TryStart(default(PortSpace), rain, out var timer, out _, divisor));
        Processor.EnableInterrupts();
        for (var pass = 0; pass < 200; pass++)
        {
            var before = timer.Ticks;
            Expect.Equal(0u, ProcessorProbe.FindChangedVectorRegisters(rounds));
            Expect.True(timer.Ticks > before, "it rained");

            // The hundredth harmonic number, by code of the compiler's.
            var sum = 0.0;
            for (var index = 1; index <= 100; index++)
            {
                sum += 1.0 / index;
            }

            Expect.True(sum is > 5.187377517639 and < 5.187377517640);
        }

        Processor.DisableInterrupts();
        Expect.False(s_observed.IsMxcsrChanged, "each handler starts with the default MXCSR");
        Expect.False(s_observed.IsMisaligned, "each handler starts on an aligned stack");
    }

    [KernelTest(Isolated = true)]
    public static void PrintingGoesOnUnderInterrupts()
    {
        Expect.True(Pit.TryStart(default(PortSpace), OpenController(), out var timer, out _, 100));
        var sink = new RecordingSink();
        Processor.EnableInterrupts();
        using (ConsoleRouter.Redirect(sink))
        {
            for (var line = 0; line < 300; line++)
            {
                sink.Clear();
                Console.WriteLine($"line {line} at 0x{0xABCDEF:x8}, {3.25}");
                Expect.Equal(1, sink.Calls);
            }
        }

        Expect.Equal("line 299 at 0x00abcdef, 3.25\n"u8, sink.Text);
        Expect.True(timer.WaitForTick());
        Processor.DisableInterrupts();
    }

    [KernelTest(Isolated = true)]
    public static void SpuriousInterruptsAreRecognised()
    {
        OpenController();
        Expect.Equal(0u, PicController.SpuriousCount);
        ProcessorProbe.Interrupt(39);
        Expect.Equal(1u, PicController.SpuriousCount);
        ProcessorProbe.Interrupt(47);
        Expect.Equal(2u, PicController.SpuriousCount);
        Expect.Equal(0u, InterruptVectors.UnclaimedCount(39));
        Expect.Equal(0u, InterruptVectors.UnclaimedCount(47));

        // Any other line that nobody has is unclaimed.
        ProcessorProbe.Interrupt(37);
        Expect.Equal(2u, PicController.SpuriousCount);
        Expect.Equal(1u, InterruptVectors.UnclaimedCount(37));
    }

    [KernelTest(Isolated = true)]
    public static void ASpuriousInterruptDoesNotReachTheHandler()
    {
        var interrupts = OpenController();
        s_observed = default;
        Expect.Equal(InterruptClaimFault.None, interrupts.Claim(7, default(Observer)));
        ProcessorProbe.Interrupt(39);
        Expect.Equal(0, s_observed.Count);
        Expect.Equal(1u, PicController.SpuriousCount);
    }

    [KernelTest(Isolated = true)]
    public static void TheClockAdvances()
    {
        // Here the time-stamp counter counts nanoseconds: one instruction each.
        const long nanosecondsOfAnElapsedTick = 100;
        Expect.True(Pit.TryStart(default(PortSpace), OpenController(), out var clock, out _));
        Expect.Equal(0UL, clock.Ticks);
        Processor.EnableInterrupts();
        Expect.True(clock.WaitForTick());
        var began = clock.Elapsed;
        var beganStamp = Processor.ReadTimeStampCounter();
        for (var tick = 0; tick < 50; tick++)
        {
            var before = clock.Elapsed;
            Expect.True(clock.WaitForTick());
            Expect.True(clock.Elapsed > before);
        }

        var passed = (clock.Elapsed - began).Ticks * nanosecondsOfAnElapsedTick;
        var stamp = (long)(Processor.ReadTimeStampCounter() - beganStamp);
        Processor.DisableInterrupts();
        Expect.InRange(passed, 50_000_000 - 10_000, 50_000_000);
        Expect.InRange(stamp, passed - 1_000_000, passed + 1_000_000);
    }

    [KernelTest(Isolated = true)]
    public static void TheProcessorSleepsUntilATick()
    {
        Expect.True(Pit.TryStart(default(PortSpace), OpenController(), out var clock, out _));
        for (var tick = 0UL; tick < 20; tick++)
        {
            Processor.DisableInterrupts();
            Expect.Equal(tick, clock.Ticks);
            Processor.WaitForInterrupt();
        }

        Processor.DisableInterrupts();
    }

    [KernelTest(Isolated = true)]
    public static void AMaskedLineIsSilentAndRemembersOneRequest()
    {
        var interrupts = OpenController();
        Expect.True(Pit.TryStart(default(PortSpace), interrupts, out var clock, out _));
        interrupts.Mask(Pit.Line);
        Processor.EnableInterrupts();
        Expect.False(clock.WaitForTick(patience: 10), "a timer whose interrupts do not arrive is found out, without a hang");
        Expect.Equal(0UL, clock.Ticks);
        Expect.True(interrupts.IsRequested(Pit.Line));

        interrupts.Unmask(Pit.Line);
        Expect.True(clock.WaitForTick());
        Processor.DisableInterrupts();
    }

    [KernelTest(Isolated = true)]
    public static void TheSecondControllersLinesAreServed()
    {
        // The real-time clock on line 8, 1024 times a second (MC146818, registers A to C).
        var ports = default(PortSpace);
        var interrupts = OpenController();
        s_observed = default;
        Expect.Equal(InterruptClaimFault.None, interrupts.Claim(8, default(Rtc)));
        interrupts.Unmask(8);
        WriteRtc(0x0A, 0x26);
        WriteRtc(0x0B, 0x42);
        ports.WriteByte(0x70, 0x0C);
        ports.ReadByte(0x71);
        for (var wait = 0; wait < 10; wait++)
        {
            Processor.WaitForInterrupt();
        }

        Processor.DisableInterrupts();
        Expect.Equal(10, s_observed.Count);

        void WriteRtc(byte register, byte value)
        {
            ports.WriteByte(0x70, register);
            ports.WriteByte(0x71, value);
        }
    }

    private static PicController OpenController()
    {
        Expect.True(PicController.TryOpen(out var controller, out _));
        return controller;
    }

    private static void Observe()
    {
        s_observed = default;
        Expect.Equal(InterruptClaimFault.None, InterruptVectors.Claim(ProbeVector, default(Observer)));
    }

    /// <summary>What a handler has seen.</summary>
    private struct Observation
    {
        public int Count;
        public ulong Flags;
        public uint Mxcsr;
        public bool IsMxcsrChanged;
        public bool IsMisaligned;
    }

    /// <summary>Looks around, and leaves no register as it was.</summary>
    private struct Observer : IInterruptHandler
    {
        public readonly void OnInterrupt()
        {
            s_observed.Count++;
            s_observed.Flags = ProcessorProbe.ReadFlags();
            s_observed.Mxcsr = ProcessorProbe.ReadMxcsr();
            s_observed.IsMxcsrChanged |= s_observed.Mxcsr != DefaultMxcsr;
            s_observed.IsMisaligned |= ProcessorProbe.ReadStackPointer() % 16 != 0;
            ProcessorProbe.Clobber();
        }
    }

    /// <summary>Does nothing.</summary>
    private struct Nothing : IInterruptHandler
    {
        public readonly void OnInterrupt()
        {
        }
    }

    /// <summary>Takes the real-time clock's interrupt; without reading register C there is no second one.</summary>
    private struct Rtc : IInterruptHandler
    {
        public readonly void OnInterrupt()
        {
            var ports = default(PortSpace);
            ports.WriteByte(0x70, 0x0C);
            ports.ReadByte(0x71);
            s_observed.Count++;
        }
    }

    /// <summary>A driver's handler, and then <see cref="Observer"/>.</summary>
    private struct Raining<THandler>(THandler handler) : IInterruptHandler
        where THandler : struct, IInterruptHandler
    {
        private THandler _handler = handler;

        public void OnInterrupt()
        {
            _handler.OnInterrupt();
            default(Observer).OnInterrupt();
        }
    }

    /// <summary>A controller that puts <see cref="Raining{THandler}"/> around each handler.</summary>
    private readonly struct RainingInterrupts(PicController controller) : IInterruptController
    {
        public InterruptClaimFault Claim<THandler>(int line, THandler handler)
            where THandler : struct, IInterruptHandler => controller.Claim(line, new Raining<THandler>(handler));

        public void Mask(int line) => controller.Mask(line);

        public void Unmask(int line) => controller.Unmask(line);

        public void End(int line) => controller.End(line);
    }
}
