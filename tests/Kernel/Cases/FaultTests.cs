using System;
using System.Runtime.CompilerServices;
using Tarn.Arch.X86_64;
using Tarn.Image;
using Tarn.Kernel;
using Tarn.Testing;
using Tarn.Tests.Kernel.Harness;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Every exception is reported by its own name and in words, from wherever it strikes.</summary>
internal static unsafe class FaultTests
{
    private const ulong UnmappedAddress = 0x5555_0000_0000;
    private const ulong NonCanonicalAddress = 0x8000_0000_0000_1000;

    private const string OverflowWhileReporting = "PANIC while reporting a panic: page fault: stack overflow of the ";

    // Nobody sets it; the compiler does not know.
    private static ulong s_zero;
    private static byte[]? s_kept;

    [KernelTest(ShouldPanicLike = "divide error", LogContains = "#DE, vector 0\n")]
    public static void ADivisionByZero() => s_zero = 1000 / s_zero;

    [KernelTest(ShouldPanicLike = "debug exception", LogContains = "#DB, vector 1\n")]
    public static void ADebugException() => ProcessorProbe.Interrupt(1);

    [KernelTest(ShouldPanicLike = "non-maskable interrupt", LogContains = "  vector 2\n")]
    public static void ANonMaskableInterrupt() => ProcessorProbe.Interrupt(2);

    [KernelTest(LogContains = "breakpoint, and the kernel goes on\n  #BP, vector 3*still here")]
    public static void ABreakpointReturns()
    {
        var before = ProcessorProbe.ReadStackPointer();
        Processor.Breakpoint();
        Processor.Breakpoint();
        Expect.Equal(before, ProcessorProbe.ReadStackPointer());
        Expect.False(Panic.IsInProgress);
        Console.WriteLine("still here");
    }

    [KernelTest(ShouldPanicLike = "overflow", LogContains = "#OF, vector 4\n")]
    public static void AnOverflow() => ProcessorProbe.Interrupt(4);

    [KernelTest(ShouldPanicLike = "bound range exceeded", LogContains = "#BR, vector 5\n")]
    public static void ABoundRangeExceeded() => ProcessorProbe.Interrupt(5);

    [KernelTest(ShouldPanicLike = "invalid opcode", LogContains = "#UD, vector 6\n")]
    public static void AnInvalidOpcode() => Processor.RaiseInvalidOpcode();

    [KernelTest(ShouldPanicLike = "device not available", LogContains = "#NM, vector 7\n")]
    public static void ADeviceNotAvailable() => ProcessorProbe.Interrupt(7);

    [KernelTest(ShouldPanicLike = "double fault", LogContains = "#DF, vector 8, error code 0x0\n")]
    public static void ADoubleFaultHasAStackOfItsOwn() => ProcessorProbe.DoubleFault();

    [KernelTest(ShouldPanicLike = "coprocessor segment overrun", LogContains = "  vector 9\n")]
    public static void ACoprocessorSegmentOverrun() => ProcessorProbe.Interrupt(9);

    [KernelTest(
        ShouldPanicLike = "invalid task-state segment",
        LogContains = "#TS, vector 10, error code 0x29: entry 5 of the global descriptor table, by an interrupt or an earlier exception\n")]
    public static void AnInvalidTaskState() => ProcessorProbe.Exception(10, 0x29);

    [KernelTest(
        ShouldPanicLike = "segment not present",
        LogContains = "#NP, vector 11, error code 0x14: entry 2 of the local descriptor table\n")]
    public static void ASegmentNotPresent() => ProcessorProbe.Exception(11, 0x14);

    [KernelTest(
        ShouldPanicLike = "stack-segment fault",
        LogContains = "#SS, vector 12, error code 0x10: entry 2 of the global descriptor table\n")]
    public static void AStackSegmentFault() => ProcessorProbe.Exception(12, 0x10);

    [KernelTest(
        ShouldPanicLike = "general protection fault: access to non-canonical address 0x8000000000001000",
        LogContains = "#GP, vector 13, error code 0x0\n")]
    public static void AGeneralProtectionFault() => s_zero = *(ulong*)(NonCanonicalAddress + s_zero);

    [KernelTest(
        ShouldPanicLike = "general protection fault",
        LogContains = "error code 0x1230: entry 582 of the global descriptor table\n")]
    public static void ASelectorBeyondTheTable() => ProcessorProbe.LoadSelector(0x1230);

    [KernelTest(
        ShouldPanicLike = "general protection fault",
        LogContains = "error code 0x402: entry 128 of the interrupt descriptor table\n")]
    public static void AGateThatRefuses() => ProcessorProbe.Exception(13, 0x402);

    [KernelTest(ShouldPanicLike = "reserved exception", LogContains = "  vector 15\n")]
    public static void AReservedException() => ProcessorProbe.Interrupt(15);

    [KernelTest(ShouldPanicLike = "x87 floating-point error", LogContains = "#MF, vector 16\n")]
    public static void AnX87Error() => ProcessorProbe.RaiseX87Error();

    [KernelTest(ShouldPanicLike = "alignment check", LogContains = "#AC, vector 17, error code 0x0\n")]
    public static void AnAlignmentCheck() => ProcessorProbe.Exception(17, 0);

    [KernelTest(ShouldPanicLike = "machine check", LogContains = "#MC, vector 18\n")]
    public static void AMachineCheck() => ProcessorProbe.Interrupt(18);

    [KernelTest(ShouldPanicLike = "SIMD floating-point error", LogContains = "#XM, vector 19\n")]
    public static void ASimdError() => ProcessorProbe.Interrupt(19); // QEMU's own translator never raises it for a division

    [KernelTest(ShouldPanicLike = "virtualization exception", LogContains = "#VE, vector 20\n")]
    public static void AVirtualizationException() => ProcessorProbe.Interrupt(20);

    [KernelTest(ShouldPanicLike = "control protection fault", LogContains = "#CP, vector 21, error code 0x3\n")]
    public static void AControlProtectionFault() => ProcessorProbe.Exception(21, 3);

    [KernelTest(ShouldPanicLike = "hypervisor injection", LogContains = "#HV, vector 28\n")]
    public static void AHypervisorInjection() => ProcessorProbe.Interrupt(28);

    [KernelTest(ShouldPanicLike = "VMM communication exception", LogContains = "#VC, vector 29, error code 0x7b\n")]
    public static void AVmmCommunication() => ProcessorProbe.Exception(29, 0x7B);

    [KernelTest(ShouldPanicLike = "security exception", LogContains = "#SX, vector 30, error code 0x1\n")]
    public static void ASecurityException() => ProcessorProbe.Exception(30, 1);

    [KernelTest(
        ShouldPanicLike = "page fault: null reference: read of address 0x10",
        LogContains = "#PF, vector 14, error code 0x0: page not present, read, ring 0\n")]
    public static void AReadThroughNull() => s_zero = *(ulong*)(s_zero + 0x10);

    [KernelTest(
        ShouldPanicLike = "page fault: null reference: write to address 0xff8",
        LogContains = "error code 0x2: page not present, write, ring 0\n")]
    public static void AWriteThroughNull() => *(ulong*)(s_zero + 0xFF8) = 1;

    [KernelTest(
        ShouldPanicLike = "page fault: null reference: execute of address 0x0",
        LogContains = "error code 0x10: page not present, instruction fetch, ring 0\n")]
    public static void ACallThroughNull() => ((delegate*<void>)s_zero)();

    [KernelTest(ShouldPanicLike = "page fault: read of an address that is not mapped, 0x555500000000")]
    public static void AReadOfWhatIsNotMapped() => s_zero = *(ulong*)(UnmappedAddress + s_zero);

    [KernelTest(ShouldPanicLike = "page fault: write to read-only page 0xffffffff*(the kernel's read-only data)")]
    public static void AWriteToReadOnlyData() => *(ulong*)ImageLayout.Current.ReadOnlyDataStart = s_zero;

    [KernelTest(
        ShouldPanicLike = "page fault: write to read-only page 0xffffffff*(the kernel's code)",
        LogContains = "error code 0x3: page present, write, ring 0\n")]
    public static void AWriteToCode() => *(ulong*)ImageLayout.Current.TextStart = s_zero;

    [KernelTest(
        ShouldPanicLike = "page fault: execute of non-executable page 0xffffffff*(the kernel's data)",
        LogContains = "error code 0x11: page present, instruction fetch, ring 0\n")]
    public static void AnExecutionOfData() => ((delegate*<void>)Unsafe.AsPointer(ref s_zero))();

    [KernelTest(
        ShouldPanicLike = "page fault: ring 3: read of an address whose page tables are damaged (a reserved bit is set), 0x*",
        LogContains = "error code 0xd: page present, reserved bit, read, ring 3\n")]
    public static void DamagedPageTables() => ProcessorProbe.Exception(14, 0xD);

    [KernelTest(ShouldPanicLike = "page fault: write to an address that is not mapped, 0x55550000*")]
    public static void APageFaultHasAStackOfItsOwn() => ProcessorProbe.PushWithoutStack();

    [KernelTest(ShouldPanicLike = "non-maskable interrupt")]
    public static void ANonMaskableInterruptHasAStackOfItsOwn() => ProcessorProbe.InterruptWithoutStack(2);

    [KernelTest(ShouldPanicLike = "machine check")]
    public static void AMachineCheckHasAStackOfItsOwn() => ProcessorProbe.InterruptWithoutStack(18);

    [KernelTest(ShouldPanicLike = "page fault: stack overflow of the boot stack: guard page 0xffffffff*")]
    public static void AnOverflowOfTheBootStack() => s_zero = RecurseForEver(1);

    // A null reference would be reported where it was thrown, on the boot stack.
    [KernelTest(
        ShouldPanicLike = "page fault: read of an address that is not mapped, 0x555500000000",
        LogContains = OverflowWhileReporting + "page-fault stack: guard page 0x")]
    public static void AnOverflowOfThePageFaultStack()
    {
        ConsoleRouter.Add(new RecursingSink());
        AReadOfWhatIsNotMapped();
    }

    [KernelTest(ShouldPanicLike = "double fault", LogContains = OverflowWhileReporting + "double-fault stack: guard page 0x")]
    public static void AnOverflowOfTheDoubleFaultStack()
    {
        ConsoleRouter.Add(new RecursingSink());
        ProcessorProbe.DoubleFault();
    }

    [KernelTest(
        ShouldPanicLike = "non-maskable interrupt",
        LogContains = OverflowWhileReporting + "non-maskable-interrupt stack: guard page 0x")]
    public static void AnOverflowOfTheNonMaskableInterruptStack()
    {
        ConsoleRouter.Add(new RecursingSink());
        ProcessorProbe.Interrupt(2);
    }

    [KernelTest(ShouldPanicLike = "machine check", LogContains = OverflowWhileReporting + "machine-check stack: guard page 0x")]
    public static void AnOverflowOfTheMachineCheckStack()
    {
        ConsoleRouter.Add(new RecursingSink());
        ProcessorProbe.Interrupt(18);
    }

    [KernelTest(ShouldPanicLike = "page fault: stack overflow of the boot stack: guard page 0xffffffff*")]
    public static void AnOverflowInsideAHandler()
    {
        Expect.Equal(InterruptClaimFault.None, InterruptVectors.Claim(200, default(RecursingHandler)));
        ProcessorProbe.Interrupt(200);
    }

    [KernelTest(
        ShouldPanicLike = "page fault: null reference: read of address 0x10",
        LogContains = "a line that arrives\n\nPANIC: page fault")]
    public static void AFaultInsideTheConsole()
    {
        ConsoleRouter.Add(new FaultingSink(howOften: 1));
        Console.WriteLine("a line that arrives");
    }

    [KernelTest(
        ShouldPanicLike = "invalid opcode",
        LogContains = "PANIC while reporting a panic: page fault: null reference: read of address 0x10, at 0xffffffff")]
    public static void AFaultInsideTheReport()
    {
        ConsoleRouter.Add(new FaultingSink(howOften: int.MaxValue));
        Processor.RaiseInvalidOpcode();
    }

    [KernelTest(
        ShouldPanicLike = "the first one",
        LogContains = "PANIC while reporting a panic: page fault: null reference: read of address 0x10, at 0xffffffff")]
    public static void AFaultInsideAPanic()
    {
        ConsoleRouter.Add(new FaultingSink(howOften: int.MaxValue));
        Panic.Fail("the first one");
    }

    [KernelTest(ShouldPanicLike = "page fault: read of an address that is not mapped, 0xffff8*")]
    public static void AFaultInsideTheMapper()
    {
        // The kernel's own page tables, damaged: an entry of the top level leads to a table where there is no memory.
        const ulong address = 0x6666_0000_0000;
        const int entry = (int)(address >> 39);
        const ulong presentAndWritable = 3;
        var top = (ulong*)(Program.Boot.DirectMapOffset + KernelMemory.AddressSpace.Root.Start.Value);
        top[entry] = (PhysicalAddress.Maximum >> 8 & ~0xFFFUL) | presentAndWritable;
        KernelMemory.AddressSpace.TryMap(new Page<Size4KiB>(new VirtualAddress(address)), default, PageFlags.None, out _);
    }

    [KernelTest(ShouldPanicLike = "page fault: * an address that is not mapped, 0x4444*")]
    public static void AFaultInsideTheAllocator()
    {
        // What is free of the heap's memory, and the allocator's bookkeeping behind it, is taken away under it. (The bump allocator looks
        // at neither: there it is the object that cannot be zeroed.)
        const ulong inUse = 32 * 1024;
        const ulong bookkeeping = 4 * 1024 * 1024;
        const ulong end = KernelHeap.Start + KernelHeap.MaximumSize + bookkeeping;
        for (var address = KernelHeap.Start + inUse; address < end; address += Page<Size4KiB>.Size)
        {
            if (KernelMemory.AddressSpace.TryUnmap(new Page<Size4KiB>(new VirtualAddress(address)), out _, out var flush, out _))
            {
                flush.Settle();
            }
        }

        s_kept = new byte[64 * 1024];
    }

    [KernelTest(ShouldPanicLike = "page fault: null reference: read of address 0x10")]
    public static void AFaultInsideAHandler()
    {
        Expect.Equal(InterruptClaimFault.None, InterruptVectors.Claim(200, default(FaultingHandler)));
        ProcessorProbe.Interrupt(200);
    }

    [KernelTest(
        ShouldPanicLike = "invalid opcode",
        LogContains = "epitaph: PANIC: invalid opcode\n 26 registers, vector 6, rip in code: True")]
    public static void AFaultLeavesAnEpitaph()
    {
        ConsoleRouter.Add(new EpitaphReader());
        Processor.RaiseInvalidOpcode();
    }

    [KernelTest(
        ShouldPanicLike = "in words",
        LogContains = "epitaph: PANIC: in words\n 26 registers, vector 18446744073709551615, rip in code: True")]
    public static void APanicLeavesAnEpitaph()
    {
        ConsoleRouter.Add(new EpitaphReader());
        Panic.Fail("in words");
    }

    [KernelTest]
    public static void TheLivingHaveNoEpitaph() => Expect.False(ProcessorProbe.GetEpitaph()->IsWritten);

    // The addition after the call keeps it from becoming a jump.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong RecurseForEver(ulong depth) => RecurseForEver(depth + 1) + depth;

    private static void ReadThroughNull() => s_zero = *(ulong*)(s_zero + 0x10);

    /// <summary>A sink that needs more stack than there is.</summary>
    private sealed class RecursingSink : IConsoleSink
    {
        public void Write(ReadOnlySpan<byte> text) => s_zero = RecurseForEver(1);
    }

    /// <summary>A handler that needs more stack than there is.</summary>
    private struct RecursingHandler : IInterruptHandler
    {
        public readonly void OnInterrupt() => s_zero = RecurseForEver(1);
    }

    /// <summary>A handler that reads through null.</summary>
    private struct FaultingHandler : IInterruptHandler
    {
        public readonly void OnInterrupt() => ReadThroughNull();
    }

    /// <summary>Says what the epitaph is as soon as the panic's first line is out.</summary>
    private sealed class EpitaphReader : IConsoleSink
    {
        private bool _isDone;

        public void Write(ReadOnlySpan<byte> text)
        {
            var epitaph = ProcessorProbe.GetEpitaph();
            if (_isDone || !epitaph->IsWritten || text.IndexOf((byte)'\n') < 0)
            {
                return;
            }

            _isDone = true;
            var registers = epitaph->Registers;
            ref readonly var layout = ref ImageLayout.Current;
            var isInCode = registers[17] >= layout.TextStart && registers[17] < layout.TextEnd;
            var serial = Program.Serial!;
            serial.Write("epitaph: "u8);
            serial.Write(epitaph->Reason);
            Span<byte> line = stackalloc byte[100];
            var message = new MessageBuilder(line);
            message.Append(" ");
            message.AppendNumber(registers.Length);
            message.Append(" registers, vector ");
            message.Append(registers[15].ToString());
            message.Append(", rip in code: ");
            message.Append(isInCode.ToString());
            message.Append("\n");
            serial.Write(message.Written);
        }
    }
}
