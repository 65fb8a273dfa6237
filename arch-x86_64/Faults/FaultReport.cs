using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>An exception in words: what it was, what it was about, and the registers.</summary>
/// <remarks>Written while anything may be broken: no allocation, no lock, no formatting but <see cref="PanicWriter"/>'s.</remarks>
internal readonly unsafe struct FaultReport : IPanicReport
{
    private const ulong NullReferenceLimit = 4096;

    /// <summary>A stack pointer this far from a guard page belongs to its stack: a big frame may jump over some of it.</summary>
    private const ulong GuardVicinity = KernelStack.GuardSize;

    private readonly InterruptFrame* _frame;
    private readonly ControlRegisters _control;
    private readonly Exception? _exception;

    /// <summary>The report of a fault that has just struck.</summary>
    internal FaultReport(InterruptFrame* frame)
    {
        _frame = frame;
        _control = ControlRegisters.Read();
    }

    /// <summary>The report of a fault that was thrown as an exception, which nobody catches.</summary>
    internal FaultReport(ProcessorFault* fault, Exception exception)
    {
        _frame = &fault->Frame;
        _control = fault->Control;
        _exception = exception;
    }

    /// <summary>The control registers at the time.</summary>
    internal ControlRegisters Control => _control;

    /// <summary>The exception as one of ring 3's.</summary>
    internal UserFault UserFault => new(in *_frame, Address);

    private ExceptionVector Vector => (ExceptionVector)_frame->Vector;

    /// <summary>The address of the last page fault.</summary>
    internal ulong Address => _control.Cr2;

    private PageFaultErrorCode PageFault => (PageFaultErrorCode)_frame->ErrorCode;

    /// <inheritdoc/>
    public void Write(ref PanicWriter writer)
    {
        WriteCause(ref writer);
        writer.Write("\n  "u8);
        WriteRing(ref writer);
        WriteVector(ref writer);
        WriteErrorCode(ref writer);
        writer.Write("\n"u8);
        WriteRegisters(ref writer);
        if (_exception is not null)
        {
            new UnhandledExceptionReport(_exception).Write(ref writer);
            return;
        }

        if (IsStackOverflow(out _))
        {
            writer.Write("A stack overflow is no exception: no catch clause and no finally block runs.\n"u8);
        }

        // Code of ring 3 has no names here, and its stack is its own.
        if (_frame->IsFromRing3)
        {
            return;
        }

        // The place before its callers are looked for: they are on a stack that may be damaged.
        var trace = default(PanicTrace);
        trace.Add(ref writer, _frame->Rip);
        trace.AddStack(ref writer, new ReadOnlySpan<ulong>(_frame, InterruptFrame.RegisterCount), skippedFrames: 1);
    }

    /// <inheritdoc/>
    public void WriteBriefly(ref PanicWriter writer)
    {
        WriteCause(ref writer);
        writer.Write(", at "u8);
        writer.WritePlace(_frame->Rip);
    }

    /// <inheritdoc/>
    public int CopyRegisters(Span<ulong> registers)
    {
        new ReadOnlySpan<ulong>(_frame, InterruptFrame.RegisterCount).CopyTo(registers);
        registers = registers[InterruptFrame.RegisterCount..];
        registers[0] = _control.Cr0;
        registers[1] = _control.Cr2;
        registers[2] = _control.Cr3;
        registers[3] = _control.Cr4;
        return InterruptFrame.RegisterCount + 4;
    }

    private void WriteCause(ref PanicWriter writer)
    {
        writer.Write(ExceptionNames.NameOf(Vector));
        switch (Vector)
        {
            case ExceptionVector.PageFault:
                writer.Write(": "u8);
                ExplainPageFault(ref writer);
                break;

            case ExceptionVector.DoubleFault:
                ExplainDoubleFault(ref writer);
                break;

            case ExceptionVector.GeneralProtection or ExceptionVector.StackSegmentFault when _frame->ErrorCode == 0:
                ExplainAddress(ref writer);
                break;

            case ExceptionVector.Breakpoint:
                writer.Write(", and the kernel goes on"u8);
                break;
        }
    }

    private void WriteRing(ref PanicWriter writer)
    {
        if (!_frame->IsFromRing3)
        {
            return;
        }

        writer.Write("in ring 3 of the address space "u8);
        writer.WriteHexadecimal(_control.Cr3);
        var isOver = Vector != ExceptionVector.Breakpoint && UserMode.HasRaised(_frame);
        writer.Write(isOver ? ": its code is ended, and the kernel goes on\n  "u8 : "\n  "u8);
    }

    // The causes from the most telling one to the least.
    private void ExplainPageFault(ref PanicWriter writer)
    {
        if (IsStackOverflow(out var stack))
        {
            WriteOverflow(ref writer, stack);
            return;
        }

        if (Address < NullReferenceLimit && (PageFault & PageFaultErrorCode.User) == 0)
        {
            writer.Write("null reference: "u8);
            WriteAccess(ref writer);
            writer.Write("address "u8);
            writer.WriteHexadecimal(Address);
            return;
        }

        WriteAccess(ref writer);
        if ((PageFault & PageFaultErrorCode.ReservedBit) != 0)
        {
            writer.Write("an address whose page tables are damaged (a reserved bit is set), "u8);
        }
        else if ((PageFault & PageFaultErrorCode.Present) == 0)
        {
            writer.Write("an address that is not mapped, "u8);
        }
        else if ((PageFault & PageFaultErrorCode.ProtectionKey) != 0)
        {
            writer.Write("a page that its protection key forbids, "u8);
        }
        else if ((PageFault & PageFaultErrorCode.User) != 0 && !UserRange.Contains(Address))
        {
            writer.Write("a page of the kernel's, "u8);
        }
        else if ((PageFault & PageFaultErrorCode.User) == 0 && UserRange.Contains(Address))
        {
            writer.Write("a page of ring 3, "u8);
        }
        else if ((PageFault & PageFaultErrorCode.InstructionFetch) != 0)
        {
            writer.Write("non-executable page "u8);
        }
        else if ((PageFault & PageFaultErrorCode.Write) != 0)
        {
            writer.Write("read-only page "u8);
        }
        else
        {
            writer.Write("a page that the kernel may not use, "u8);
        }

        writer.WriteHexadecimal(Address);
        WritePlace(ref writer, Address);
    }

    private void WriteAccess(ref PanicWriter writer)
    {
        if ((PageFault & PageFaultErrorCode.User) != 0)
        {
            writer.Write("ring 3: "u8);
        }

        writer.Write(
            (PageFault & PageFaultErrorCode.InstructionFetch) != 0 ? "execute of "u8
            : (PageFault & PageFaultErrorCode.Write) != 0 ? "write to "u8
            : "read of "u8);
    }

    private void ExplainDoubleFault(ref PanicWriter writer)
    {
        if (IsStackOverflow(out var stack))
        {
            writer.Write(": "u8);
            WriteOverflow(ref writer, stack);
        }
    }

    // A page fault in a guard page, and not of ring 3, which has no stack of the kernel's to overflow. For a double fault the processor could not push onto the stack of the exception before: CR2 or RSP tells.
    private bool IsStackOverflow(out KernelStack* stack)
    {
        stack = null;
        return Vector switch
        {
            ExceptionVector.PageFault => (PageFault & PageFaultErrorCode.User) == 0 && TryFindOverflown(Address, 0, out stack),
            ExceptionVector.DoubleFault => TryFindOverflown(Address, 0, out stack) || TryFindOverflown(_frame->Rsp, GuardVicinity, out stack),
            _ => false,
        };
    }

    private static void WriteOverflow(ref PanicWriter writer, KernelStack* stack)
    {
        writer.Write("stack overflow of the "u8);
        writer.Write(stack->Name);
        writer.Write(": guard page "u8);
        writer.WriteHexadecimal(stack->Guard);
    }

    // The processor does not say which address it was, so the instruction is asked; only where it can be read for certain.
    private void ExplainAddress(ref PanicWriter writer)
    {
        ref readonly var layout = ref ImageLayout.Current;
        if (!IsWithin(_frame->Rip, layout.TextStart, layout.TextEnd))
        {
            return;
        }

        var length = Math.Min(MemoryOperand.LongestInstruction, layout.TextEnd - _frame->Rip);
        var code = new ReadOnlySpan<byte>((byte*)_frame->Rip, (int)length);
        if (MemoryOperand.TryFind(_frame, code, out var address) && !IsCanonical(address))
        {
            writer.Write(": access to non-canonical address "u8);
            writer.WriteHexadecimal(address);
        }
    }

    // 48 bits, sign-extended (Intel SDM volume 1, section 3.3.7.1).
    private static bool IsCanonical(ulong address) => (ulong)((long)(address << 16) >> 16) == address;

    private static void WritePlace(ref PanicWriter writer, ulong address)
    {
        ref readonly var layout = ref ImageLayout.Current;
        var place =
            IsWithin(address, layout.TextStart, layout.TextEnd) ? " (the kernel's code)"u8
            : IsWithin(address, layout.ReadOnlyDataStart, layout.ReadOnlyDataEnd) ? " (the kernel's read-only data)"u8
            : IsWithin(address, layout.DataStart, layout.DataEnd) ? " (the kernel's data)"u8
            : default;
        writer.Write(place);
    }

    private void WriteVector(ref PanicWriter writer)
    {
        var mnemonic = ExceptionNames.MnemonicOf(Vector);
        if (!mnemonic.IsEmpty)
        {
            writer.Write("#"u8);
            writer.Write(mnemonic);
            writer.Write(", "u8);
        }

        writer.Write("vector "u8);
        writer.WriteDecimal(_frame->Vector);
    }

    private void WriteErrorCode(ref PanicWriter writer)
    {
        switch (Vector)
        {
            case ExceptionVector.PageFault:
                BeginErrorCode(ref writer);
                writer.Write((PageFault & PageFaultErrorCode.Present) != 0 ? ": page present"u8 : ": page not present"u8);
                WriteFlag(ref writer, PageFaultErrorCode.ReservedBit, ", reserved bit"u8);
                writer.Write(
                    (PageFault & PageFaultErrorCode.InstructionFetch) != 0 ? ", instruction fetch"u8
                    : (PageFault & PageFaultErrorCode.Write) != 0 ? ", write"u8
                    : ", read"u8);
                WriteFlag(ref writer, PageFaultErrorCode.ProtectionKey, ", protection key"u8);
                WriteFlag(ref writer, PageFaultErrorCode.ShadowStack, ", shadow stack"u8);
                writer.Write((PageFault & PageFaultErrorCode.User) != 0 ? ", ring 3"u8 : ", ring 0"u8);
                break;

            case ExceptionVector.InvalidTaskState:
            case ExceptionVector.SegmentNotPresent:
            case ExceptionVector.StackSegmentFault:
            case ExceptionVector.GeneralProtection:
                BeginErrorCode(ref writer);
                if (_frame->ErrorCode != 0)
                {
                    WriteSelector(ref writer, (uint)_frame->ErrorCode);
                }

                break;

            case ExceptionVector.DoubleFault:
            case ExceptionVector.AlignmentCheck:
            case ExceptionVector.ControlProtection:
            case ExceptionVector.VmmCommunication:
            case ExceptionVector.Security:
                BeginErrorCode(ref writer);
                break;
        }
    }

    private void BeginErrorCode(ref PanicWriter writer)
    {
        writer.Write(", error code "u8);
        writer.WriteHexadecimal(_frame->ErrorCode);
    }

    private void WriteFlag(ref PanicWriter writer, PageFaultErrorCode flag, ReadOnlySpan<byte> text)
    {
        if ((PageFault & flag) != 0)
        {
            writer.Write(text);
        }
    }

    // EXT, IDT, TI and the index (Intel SDM volume 3, section 6.13).
    private static void WriteSelector(ref PanicWriter writer, uint errorCode)
    {
        writer.Write(": entry "u8);
        writer.WriteDecimal((errorCode & 0xFFFF) >> 3);
        writer.Write(
            (errorCode & 2) != 0 ? " of the interrupt descriptor table"u8
            : (errorCode & 4) != 0 ? " of the local descriptor table"u8
            : " of the global descriptor table"u8);
        if ((errorCode & 1) != 0)
        {
            writer.Write(", by an interrupt or an earlier exception"u8);
        }
    }

    private void WriteRegisters(ref PanicWriter writer)
    {
        // Three to a line of 80; a name of three letters each.
        WriteRow(ref writer, "ripcs rfl"u8, _frame->Rip, _frame->Cs, _frame->Rflags);
        WriteRow(ref writer, "rspss rbp"u8, _frame->Rsp, _frame->Ss, _frame->Rbp);
        WriteRow(ref writer, "raxrbxrcx"u8, _frame->Rax, _frame->Rbx, _frame->Rcx);
        WriteRow(ref writer, "rdxrsirdi"u8, _frame->Rdx, _frame->Rsi, _frame->Rdi);
        WriteRow(ref writer, "r8 r9 r10"u8, _frame->R8, _frame->R9, _frame->R10);
        WriteRow(ref writer, "r11r12r13"u8, _frame->R11, _frame->R12, _frame->R13);
        WriteRow(ref writer, "r14r15cr0"u8, _frame->R14, _frame->R15, _control.Cr0);
        WriteRow(ref writer, "cr2cr3cr4"u8, _control.Cr2, _control.Cr3, _control.Cr4);
    }

    private static void WriteRow(ref PanicWriter writer, ReadOnlySpan<byte> names, ulong first, ulong second, ulong third)
    {
        WriteRegister(ref writer, names[..3], first);
        WriteRegister(ref writer, names[3..6], second);
        WriteRegister(ref writer, names[6..], third);
        writer.Write("\n"u8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRegister(ref PanicWriter writer, ReadOnlySpan<byte> name, ulong value)
    {
        writer.Write("  "u8);
        writer.Write(name);
        writer.Write(" "u8);
        writer.WriteHexadecimal(value, digits: 16);
    }

    private static bool TryFindOverflown(ulong address, ulong vicinity, out KernelStack* stack)
    {
        var stacks = ImageLayout.Current.Stacks;
        for (var index = 0; index < stacks.Length; index++)
        {
            if (stacks[index].Guards(address) || stacks[index].Guards(address - vicinity))
            {
                stack = (KernelStack*)Unsafe.AsPointer(ref Unsafe.AsRef(in stacks[index]));
                return true;
            }
        }

        stack = null;
        return false;
    }

    private static bool IsWithin(ulong address, ulong start, ulong end) => address >= start && address < end;
}
