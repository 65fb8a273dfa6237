using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Ring 3: what code there can do, how it ends, and that the kernel is as before.</summary>
internal static unsafe class UserModeTests
{
    // Ring 3's and mapped by nobody; the kernel's, in a top-level entry that is empty.
    private const ulong UnmappedAddress = 0x5000_0000;
    private const ulong KernelAddress = 0x6666_0000_0000;

    private const ulong Answer = 0x0123_4567_89AB_CDEF;
    private const ulong InterruptFlag = 1 << 9;
    private const string Ended = "in ring 3 of the address space 0x*: its code is ended, and the kernel goes on\n";

    private static Observation s_call;
    private static delegate*<void> s_action;
    private static Pit<PortSpace>? s_timer;

    // Nobody sets it; the compiler does not know.
    private static ulong s_zero;

    [KernelTest(
        LogContains = "page fault: ring 3: read of a page of the kernel's, 0xffffffff80200000 (the kernel's read-only data)\n  " + Ended +
            "  #PF, vector 14, error code 0x5: page present, read, ring 3\n*still here")]
    public static void AStubCallsTheKernelAndIsEndedByAFault() => CallAndFault();

    [KernelTest(Machine = "cpu=max", LogContains = "page fault: ring 3: read of a page of the kernel's, 0xffffffff80200000*still here")]
    public static void AStubCallsTheKernelAndIsEndedByAFaultOnAModernProcessor() => CallAndFault();

    [KernelTest(Isolated = true)]
    public static void TheReportNamesTheAddressSpace()
    {
        var sink = new RecordingSink();
        ConsoleRouter.Add(sink);
        var program = UserProgram.Load(UserStub.Halt);
        program.Run(0, default(Calls));

        Span<byte> line = stackalloc byte[100];
        var expected = new MessageBuilder(line);
        expected.Append("in ring 3 of the address space 0x");
        expected.Append(program.Space.Root.Start.Value.ToString("x"));
        expected.Append(":");
        Expect.True(sink.Text.IndexOf(expected.Written) > 0);
        Expect.True(program.Space.Root.Start.Value != KernelMemory.AddressSpace.Root.Start.Value);
        program.Space.Free();
    }

    [KernelTest(LogContains = "general protection fault\n  " + Ended + "  #GP, vector 13, error code 0x0\n")]
    public static void InstructionsOfTheKernelsAreRefused()
    {
        ExpectProtectionFault(UserStub.MaskInterrupts);
        ExpectProtectionFault(UserStub.Halt);
        ExpectProtectionFault(UserStub.ReadControlRegister);
        ExpectProtectionFault(UserStub.WritePort, 2);
    }

    [KernelTest(Machine = "cpu=max")]
    public static void WhereTheTablesLieIsASecretIfTheProcessorCanKeepIt() => ExpectProtectionFault(UserStub.ReadDescriptorTable);

    [KernelTest(LogContains = " of the interrupt descriptor table\n")]
    public static void NoOtherInterruptCanBeRaised()
    {
        // The error code is the gate's index and a bit for its table. (QEMU 7.2 says twice the index.)
        const ulong ofGates = 2;
        Expect.Equal(ofGates, ExpectProtectionFault(UserStub.RaiseDeviceInterrupt).ErrorCode & 7);
        Expect.Equal(ofGates, ExpectProtectionFault(UserStub.RaisePageFault).ErrorCode & 7);
        Expect.Equal(0u, InterruptVectors.UnclaimedCount(200));
    }

    [KernelTest(LogContains = "page fault: ring 3: read of an address that is not mapped, 0x50000000\n")]
    public static void AnUnmappedAddressIsAFault()
    {
        ExpectPageFault(UserStub.Read, UnmappedAddress, 0x4);
        ExpectPageFault(UserStub.Write, UnmappedAddress, 0x6);
        ExpectPageFault(UserStub.Jump, UnmappedAddress, 0x14);
    }

    [KernelTest(LogContains = "page fault: ring 3: read of an address that is not mapped, 0x0\n")]
    public static void ANullReferenceIsAFault() => ExpectPageFault(UserStub.Read, 0, 0x4);

    [KernelTest(
        LogContains = "page fault: ring 3: write to read-only page 0x400000\n*page fault: ring 3: execute of non-executable page 0x70000000\n")]
    public static void ItsPagesAreWritableOrExecutable()
    {
        ExpectPageFault(UserStub.Write, UserProgram.Code, 0x7);
        ExpectPageFault(UserStub.Jump, UserProgram.Stack, 0x15);
    }

    [KernelTest(LogContains = "page fault: ring 3: write to a page of the kernel's, 0xffffffff*")]
    public static void ThePagesOfTheKernelAreOutOfReach()
    {
        ref readonly var layout = ref ImageLayout.Current;
        ReadOnlySpan<ulong> addresses =
            [layout.ReadOnlyDataStart, layout.TextStart, layout.DataStart, KernelHeap.Start, Program.Boot.DirectMapOffset];
        foreach (var address in addresses)
        {
            ExpectPageFault(UserStub.Read, address, 0x5);
            ExpectPageFault(UserStub.Write, address, 0x7);
        }

        ExpectPageFault(UserStub.Jump, layout.TextStart, 0x15);
    }

    [KernelTest(LogContains = "page fault: ring 3: write to an address that is not mapped, 0xffffffff*")]
    public static void AGuardPageThatItTouchesIsNoOverflow() =>
        ExpectPageFault(UserStub.Write, ImageLayout.Current.Stacks[0].Guard, 0x6);

    [KernelTest(
        LogContains = "divide error\n  " + Ended + "*invalid opcode\n  " + Ended + "*overflow\n  " + Ended + "*debug exception\n  " + Ended)]
    public static void AnyExceptionEndsIt()
    {
        ExpectFault(UserStub.Divide, 0, ExceptionVector.DivideError, UserProgram.Code);
        ExpectFault(UserStub.InvalidOpcode, 0, ExceptionVector.InvalidOpcode, UserProgram.Code);
        ExpectFault(UserStub.RaiseOverflow, 0, ExceptionVector.Overflow, UserProgram.Code + 2);

        // After PUSHF, OR and POPF: the first instruction under the flag is NOP.
        ExpectFault(UserStub.SingleStep, 0, ExceptionVector.Debug, UserProgram.Code + 1 + 7 + 1 + 1);
    }

    [KernelTest(LogContains = "breakpoint, and the kernel goes on\n  in ring 3 of the address space 0x*\n  #BP, vector 3\n")]
    public static void ABreakpointDoesNotEndIt()
    {
        ExpectFault(UserStub.Breakpoint, 0, ExceptionVector.InvalidOpcode, UserProgram.Code + 1 + 5 + 2);
        Expect.Equal(1, s_call.Count);
        Expect.Equal(3UL, s_call.Number);
    }

    [KernelTest]
    public static void ItStartsWithNothingOfTheKernels()
    {
        // Every XMM register of the kernel's holds a pattern when ring 3 is entered.
        var program = UserProgram.Load(UserStub.TellRegisters);
        s_call = default;
        ProcessorProbe.FindChangedVectorRegisters(1);
        program.Run(0, default(Calls));
        program.Space.Free();
        Expect.Equal(1, s_call.Count);
        Expect.Equal(0UL, s_call.First, "general registers");
        Expect.Equal(0UL, s_call.Second, "XMM registers");
        Expect.Equal(0x037F_0000_1F80UL, s_call.Third, "x87 control word and MXCSR");
    }

    [KernelTest]
    public static void TheKernelsRegistersAreKept()
    {
        Expect.Equal(0u, FindChangedState(&Clobber));
        Expect.Equal(1, s_call.Count);
        Expect.Equal(ulong.MaxValue, s_call.First);

        Span<ushort> selectors = stackalloc ushort[7];
        fixed (ushort* first = selectors)
        {
            ProcessorProbe.ReadSegments(first);
        }

        Expect.Equal(new ushort[] { 0x08, 0x10, 0x10, 0x10, 0, 0, 0x28 }.AsSpan(), selectors);
        Expect.Equal(KernelMemory.AddressSpace.Root.Start.Value, ReadCr3());

        static void Clobber() => Run(UserStub.Clobber);
    }

    [KernelTest]
    public static void ACallIsServedWithFlagsOfTheKernels()
    {
        const ulong direction = 1 << 10;
        Run(UserStub.Clobber);
        Expect.Equal(1, s_call.Count);
        Expect.Equal(0UL, s_call.Flags & (direction | InterruptFlag));
        Expect.Equal(0x1F80u, s_call.Mxcsr);
        Expect.Equal(0UL, s_call.StackPointer % 16);
    }

    [KernelTest(Machine = "cpu=max")]
    public static void ACallIsServedUnderAccessPrevention()
    {
        // Where there is none, AC means nothing to the kernel.
        const ulong alignmentCheck = 1 << 18;
        Run(UserStub.Clobber);
        Expect.Equal(1, s_call.Count);
        Expect.Equal(0UL, s_call.Flags & alignmentCheck);
    }

    [KernelTest(Isolated = true)]
    public static void InterruptsAreServedWhileItRuns()
    {
        // 24,000 interrupts a second; the countdown takes longer than twenty of them.
        StartTimer();
        Processor.EnableInterrupts();
        var fault = Run(UserStub.CountDown, 500_000, &NoteTicks);
        var flags = ProcessorProbe.ReadFlags();
        Processor.DisableInterrupts();

        Expect.Equal((int)ExceptionVector.InvalidOpcode, (int)fault.Vector);
        Expect.Equal(2, s_call.Count);
        Expect.True(s_call.LastTicks > s_call.FirstTicks + 20, "interrupts came while it ran");
        Expect.Equal(0UL, s_call.First, "its general registers have not changed");
        Expect.Equal(0UL, s_call.Second, "its XMM registers have not changed");
        Expect.Equal(InterruptFlag, flags & InterruptFlag, "interrupts are let in again");
    }

    [KernelTest(Isolated = true)]
    public static void InterruptsStayMaskedWhereTheyWere()
    {
        StartTimer();
        Run(UserStub.CountDown, 500_000, &NoteTicks);
        Expect.Equal(2, s_call.Count);
        Expect.Equal(0UL, s_call.LastTicks);
        Expect.Equal(0UL, ProcessorProbe.ReadFlags() & InterruptFlag);
    }

    [KernelTest]
    public static void AllFramesComeBack()
    {
        // Once before, so that whatever is made once has been made.
        CallAndFault();
        var free = KernelMemory.Frames.FreeFrames;
        CallAndFault();
        Expect.Equal(free, KernelMemory.Frames.FreeFrames);
        Expect.False(KernelMemory.AddressSpace.TryTranslate(new VirtualAddress(UserProgram.Code), out _));
        Expect.False(KernelMemory.AddressSpace.TryTranslate(new VirtualAddress(UserProgram.Stack), out _));
    }

    [KernelTest(ShouldPanicLike = "page fault: read of an address that is not mapped, 0x400000")]
    public static void AfterwardsItsPagesAreGone()
    {
        CallAndFault();
        s_zero = *(ulong*)(UserProgram.Code + s_zero);
    }

    [KernelTest]
    public static void OneAddressSpaceIsEnteredAgainAndAgain()
    {
        var program = UserProgram.Load(UserStub.CallAndRead);
        s_call = default;
        for (var round = 1; round <= 10; round++)
        {
            Expect.Equal((int)ExceptionVector.PageFault, (int)program.Run(UnmappedAddress, default(Calls)).Vector);
            Expect.Equal(round, s_call.Count);
        }

        program.Space.Free();
    }

    [KernelTest]
    public static void WhatTheKernelMapsLaterIsThere()
    {
        var program = UserProgram.Load(UserStub.CallAndRead);
        var page = new Page<Size4KiB>(new VirtualAddress(KernelAddress));
        Expect.True(KernelMemory.Frames.TryAllocate(out var frame));
        Expect.True(KernelMemory.AddressSpace.TryMap(page, frame, PageFlags.Writable, out _));
        *(ulong*)KernelAddress = 42;

        s_call = default;
        s_action = &ReadIt;
        program.Run(0, default(Calls));
        s_action = null;
        Expect.Equal(42UL, s_call.Value);

        program.Space.Free();
        Expect.True(KernelMemory.AddressSpace.TryUnmap(page, out _, out var flush, out _));
        flush.Settle();
        KernelMemory.Frames.Free(frame);

        static void ReadIt() => s_call.Value = *(ulong*)KernelAddress;
    }

    [KernelTest]
    public static void NobodyElseCalls()
    {
        const int vector = InterruptDescriptorTable.CallVector;
        Expect.Equal(InterruptClaimFault.LineInUse, InterruptVectors.Claim(vector, default(FaultingHandler)));
        var before = InterruptVectors.UnclaimedCount(vector);
        ProcessorProbe.Interrupt(vector);
        Run(UserStub.CallAndRead, 0, &CallFromTheKernel);
        Expect.Equal(1, s_call.Count);
        Expect.Equal(before + 2, InterruptVectors.UnclaimedCount(vector));

        static void CallFromTheKernel() => ProcessorProbe.Interrupt(vector);
    }

    [KernelTest(ShouldPanicLike = "*Ring 3 has been entered already.*")]
    public static void ItIsNotEnteredFromACall()
    {
        Run(UserStub.CallAndRead, 0, &EnterAgain);

        static void EnterAgain() => UserProgram.Load(UserStub.Halt).Run(0, default(Calls));
    }

    [KernelTest(ShouldPanicLike = "page fault: null reference: read of address 0x10")]
    public static void APageFaultOfTheKernelsInACallIsAPanic() => Run(UserStub.CallAndRead, 0, &ReadThroughNull);

    [KernelTest(ShouldPanicLike = "invalid opcode")]
    public static void AnyFaultOfTheKernelsInACallIsAPanic() => Run(UserStub.CallAndRead, 0, &Processor.RaiseInvalidOpcode);

    [KernelTest(ShouldPanicLike = "page fault: null reference: read of address 0x10", LogContains = "counting down*PANIC")]
    public static void AFaultInsideAHandlerThatInterruptedItIsAPanic()
    {
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        Expect.Equal(InterruptClaimFault.None, interrupts.Claim(Pit.Line, default(FaultingHandler)));
        Processor.EnableInterrupts();
        Run(UserStub.CountDown, 10_000_000, &StartFaulting);

        // In call 1, just before the countdown: counter 0 of the timer, a square wave of 24 kHz (8254 data sheet, control word).
        static void StartFaulting()
        {
            Console.WriteLine("counting down");
            var ports = default(PortSpace);
            ports.WriteByte(0x43, 0x36);
            ports.WriteByte(0x40, 50);
            ports.WriteByte(0x40, 0);
            default(PicController).Unmask(Pit.Line);
        }
    }

    [KernelTest(ShouldPanicLike = "page fault: null reference: read of address 0x10", LogContains = "invalid opcode\n  in ring 3*PANIC")]
    public static void AFaultInsideTheReportIsAPanic()
    {
        ConsoleRouter.Add(new FaultingSink(howOften: 1));
        Run(UserStub.InvalidOpcode);
    }

    [KernelTest(ShouldPanicLike = "non-maskable interrupt", LogContains = "in ring 3 of the address space 0x*\n  vector 2\n")]
    public static void AFailureOfTheHardwareIsAPanicAlsoWhileItRuns()
    {
        // Its frame is made by hand: nothing here raises one while ring 3 runs.
        ProcessorProbe.ExceptionFromRing3(2);
    }

    [KernelTest(Machine = "cpu=max", ShouldPanicLike = "page fault: read of a page of ring 3, 0x70000000")]
    public static void TheKernelDoesNotReadItsPages() => Run(UserStub.CallAndRead, 0, &ReadItsStack);

    [KernelTest(Machine = "cpu=max", ShouldPanicLike = "page fault: read of a page of ring 3, 0x70000000")]
    public static void ItCannotTalkTheKernelIntoReadingItsPages()
    {
        // The stub has set AC, which lifts SMAP in ring 0.
        Run(UserStub.Clobber, 0, &ReadItsStack);
    }

    [KernelTest(Machine = "cpu=max", ShouldPanicLike = "page fault: write to a page of ring 3, 0x70000000")]
    public static void TheKernelDoesNotWriteItsPages()
    {
        Run(UserStub.CallAndRead, 0, &WriteItsStack);

        static void WriteItsStack() => *(ulong*)UserProgram.Stack = 1;
    }

    [KernelTest(Machine = "cpu=max", ShouldPanicLike = "page fault: execute of a page of ring 3, 0x400000")]
    public static void TheKernelDoesNotExecuteItsPages()
    {
        Run(UserStub.CallAndRead, 0, &CallItsCode);

        static void CallItsCode() => ((delegate*<void>)UserProgram.Code)();
    }

    private static void CallAndFault()
    {
        s_call = default;
        var program = UserProgram.Load(UserStub.CallAndRead);
        var address = ImageLayout.Current.ImageStart;
        var fault = program.Run(address, default(Calls));

        Expect.Equal(1, s_call.Count);
        Expect.Equal(7UL, s_call.Number);
        Expect.Equal(address, s_call.First);
        Expect.Equal(0x2222_2222_2222_2222UL, s_call.Second);
        Expect.Equal(0x3333_3333_3333_3333UL, s_call.Third);
        Expect.Equal(Answer, program.TopOfStack);
        Expect.Equal((int)ExceptionVector.PageFault, (int)fault.Vector);
        Expect.Equal(0x5UL, fault.ErrorCode);
        Expect.Equal(address, fault.AccessedAddress);
        Expect.InRange((long)fault.InstructionAddress, (long)UserProgram.Code + 1, (long)UserProgram.Code + 64);
        Expect.False(Panic.IsInProgress);
        program.Space.Free();
        Console.WriteLine("still here");
    }

    /// <summary>Runs a stub in an address space that is there for it alone.</summary>
    /// <param name="action">What is done in each of its calls.</param>
    private static UserFault Run(UserStub stub, ulong argument = 0, delegate*<void> action = null)
    {
        s_call = default;
        s_action = action;
        var program = UserProgram.Load(stub);
        var fault = program.Run(argument, default(Calls));
        program.Space.Free();
        s_action = null;
        return fault;
    }

    private static UserFault ExpectFault(UserStub stub, ulong argument, ExceptionVector vector, ulong instruction)
    {
        var fault = Run(stub, argument);
        Expect.Equal((int)vector, (int)fault.Vector);
        Expect.Equal(instruction, fault.InstructionAddress);
        return fault;
    }

    /// <param name="offset">Where in the stub the instruction is that faults.</param>
    private static UserFault ExpectProtectionFault(UserStub stub, ulong offset = 0) =>
        ExpectFault(stub, 0, ExceptionVector.GeneralProtection, UserProgram.Code + offset);

    private static void ExpectPageFault(UserStub stub, ulong address, ulong errorCode)
    {
        var fault = ExpectFault(stub, address, ExceptionVector.PageFault, stub == UserStub.Jump ? address : UserProgram.Code);
        Expect.Equal(address, fault.AccessedAddress);
        Expect.Equal(errorCode, fault.ErrorCode);
    }

    private static void StartTimer()
    {
        Expect.True(PicController.TryOpen(out var interrupts, out _));
        Expect.True(Pit.TryStart(default(PortSpace), interrupts, out s_timer, out _, 50));
    }

    /// <summary>In the calls of <see cref="UserStub.CountDown"/>: 1 comes before, 2 after it.</summary>
    private static void NoteTicks()
    {
        if (s_call.Number == 1)
        {
            s_call.FirstTicks = s_timer!.Ticks;
        }
        else
        {
            s_call.LastTicks = s_timer!.Ticks;
        }
    }

    private static void ReadItsStack() => s_zero = *(ulong*)UserProgram.Stack;

    private static void ReadThroughNull() => s_zero = *(ulong*)(s_zero + 0x10);

    [RuntimeImport("*", "probe_kept_state")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint FindChangedState(delegate*<void> action);

    [RuntimeImport("*", "tarn_read_cr3")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong ReadCr3();

    /// <summary>What the kernel has seen of the calls.</summary>
    private struct Observation
    {
        public int Count;
        public ulong Number, First, Second, Third;
        public ulong Flags, StackPointer;
        public uint Mxcsr;
        public ulong FirstTicks, LastTicks;
        public ulong Value;
    }

    /// <summary>Looks around, does what a case asks for, and answers.</summary>
    private struct Calls : IUserCallHandler
    {
        public readonly ulong OnCall(ulong number, ulong first, ulong second, ulong third)
        {
            s_call.Count++;
            s_call.Number = number;
            s_call.First = first;
            s_call.Second = second;
            s_call.Third = third;
            s_call.Flags = ProcessorProbe.ReadFlags();
            s_call.StackPointer = ProcessorProbe.ReadStackPointer();
            s_call.Mxcsr = ProcessorProbe.ReadMxcsr();
            if (s_action != null)
            {
                s_action();
            }

            return Answer;
        }
    }

    /// <summary>Reads through null.</summary>
    private struct FaultingHandler : IInterruptHandler
    {
        public readonly void OnInterrupt() => ReadThroughNull();
    }
}
