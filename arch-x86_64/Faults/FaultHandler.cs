using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Serves the processor's exceptions. One of the kernel's that is an exception of C# is thrown where it struck; any other is reported and, unless
/// it is a breakpoint, ends the run. One that ring 3 has raised is reported and ends the code there.</summary>
/// <remarks>
/// <para>
/// It runs on a stack of its own for a double fault, a page fault, a non-maskable interrupt and a machine check, else on the one that was
/// in use. An exception inside the report comes here again: that is a panic inside a panic, which says less and ends all the same.
/// </para>
/// <para>
/// Nothing is thrown from here. The frame is kept where the code that faulted has its stack, below what it uses (nobody uses a red zone), and that code
/// is let go on in the unwinder:
/// </para>
/// <code>
///   stack of the code that faulted               this stack
///     … its frame                                  InterruptFrame of the fault   RIP := tarn_throw_fault
///     ProcessorFault: registers, CR2     ◄── copy ──                             RSP := there
///   ► tarn_throw_fault                   ◄── IRETQ ──
/// </code>
/// </remarks>
internal static unsafe class FaultHandler
{
    private const ulong NullReferenceLimit = 4096;
    private const ulong StackAlignment = 16;

    internal static void Handle(InterruptFrame* frame)
    {
        var report = new FaultReport(frame);
        if ((ExceptionVector)frame->Vector == ExceptionVector.Breakpoint)
        {
            Panic.Say(in report);
            return;
        }

        if (UserMode.HasRaised(frame))
        {
            Panic.Say(in report);
            UserMode.End(report.UserFault);
        }

        var thrower = GetFaultThrower();
        if (!TryTranslate(frame, report.Address, out var exception) || thrower == 0 || Panic.IsInProgress)
        {
            Panic.Fail(in report);
            return;
        }

        var fault = (ProcessorFault*)((frame->Rsp - (ulong)sizeof(ProcessorFault)) & ~(StackAlignment - 1));
        fault->Report = &Report;
        fault->Rip = frame->Rip;
        fault->Rsp = frame->Rsp;
        if (IsInStub(frame->Rip))
        {
            // In the call of the stub: an address inside of that instruction.
            fault->Rip = *(ulong*)frame->Rsp - 1;
            fault->Rsp += sizeof(ulong);
        }

        fault->Frame = *frame;
        fault->Control = report.Control;
        frame->Rdi = (ulong)exception;
        frame->Rsi = (ulong)fault;
        frame->Rsp = (ulong)fault;
        frame->Rip = thrower;
    }

    /// <summary>Says what a fault is in C#, if .NET makes an exception of it.</summary>
    private static bool TryTranslate(InterruptFrame* frame, ulong address, out ThrownException exception)
    {
        exception = ThrownException.NullReference;
        ref readonly var layout = ref ImageLayout.Current;
        if ((frame->Rip < layout.ThrowingCodeStart || frame->Rip >= layout.ThrowingCodeEnd) && !IsInStub(frame->Rip))
        {
            return false;
        }

        switch ((ExceptionVector)frame->Vector)
        {
            case ExceptionVector.PageFault:
                // A read or a write by the kernel, of a page that is not mapped.
                return address < NullReferenceLimit && ((PageFaultErrorCode)frame->ErrorCode & ~PageFaultErrorCode.Write) == PageFaultErrorCode.None;

            case ExceptionVector.DivideError:
                var code = new ReadOnlySpan<byte>((byte*)frame->Rip, (int)Math.Min(MemoryOperand.LongestInstruction, layout.TextEnd - frame->Rip));
                exception = DivisionFault.HasZeroDivisor(frame, code) ? ThrownException.DivideByZero : ThrownException.Overflow;
                return true;

            default:
                return false;
        }
    }

    private static bool IsInStub(ulong address) => address >= ImageLayout.Current.StubsStart && address < ImageLayout.Current.StubsEnd;

    private static void Report(ProcessorFault* fault, Exception exception) => Panic.Fail(new FaultReport(fault, exception));

    /// <summary>Where an image throws for a fault; null without an unwinder.</summary>
    [RuntimeImport("*", "tarn_get_fault_thrower")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong GetFaultThrower();

    /// <summary>What the core library calls these exceptions (its <c>HardwareException</c>).</summary>
    private enum ThrownException : ulong
    {
        NullReference = 0,
        DivideByZero = 2,
        Overflow = 3,
    }
}
