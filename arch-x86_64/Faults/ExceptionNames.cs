using System;

namespace Tarn.Arch.X86_64;

/// <summary>What the exceptions are called. Does not allocate.</summary>
internal static class ExceptionNames
{
    /// <summary>The exception in words.</summary>
    internal static ReadOnlySpan<byte> NameOf(ExceptionVector vector) => vector switch
    {
        ExceptionVector.DivideError => "divide error"u8,
        ExceptionVector.Debug => "debug exception"u8,
        ExceptionVector.NonMaskableInterrupt => "non-maskable interrupt"u8,
        ExceptionVector.Breakpoint => "breakpoint"u8,
        ExceptionVector.Overflow => "overflow"u8,
        ExceptionVector.BoundRangeExceeded => "bound range exceeded"u8,
        ExceptionVector.InvalidOpcode => "invalid opcode"u8,
        ExceptionVector.DeviceNotAvailable => "device not available"u8,
        ExceptionVector.DoubleFault => "double fault"u8,
        ExceptionVector.CoprocessorSegmentOverrun => "coprocessor segment overrun"u8,
        ExceptionVector.InvalidTaskState => "invalid task-state segment"u8,
        ExceptionVector.SegmentNotPresent => "segment not present"u8,
        ExceptionVector.StackSegmentFault => "stack-segment fault"u8,
        ExceptionVector.GeneralProtection => "general protection fault"u8,
        ExceptionVector.PageFault => "page fault"u8,
        ExceptionVector.FloatingPoint => "x87 floating-point error"u8,
        ExceptionVector.AlignmentCheck => "alignment check"u8,
        ExceptionVector.MachineCheck => "machine check"u8,
        ExceptionVector.SimdFloatingPoint => "SIMD floating-point error"u8,
        ExceptionVector.Virtualization => "virtualization exception"u8,
        ExceptionVector.ControlProtection => "control protection fault"u8,
        ExceptionVector.HypervisorInjection => "hypervisor injection"u8,
        ExceptionVector.VmmCommunication => "VMM communication exception"u8,
        ExceptionVector.Security => "security exception"u8,
        _ => "reserved exception"u8,
    };

    /// <summary>The manuals' abbreviation; empty where they have none.</summary>
    internal static ReadOnlySpan<byte> MnemonicOf(ExceptionVector vector)
    {
        // Two letters each, by vector; blanks where there is no exception.
        var mnemonics = "DEDB  BPOFBRUDNMDF  TSNPSSGPPF  MFACMCXMVECP            HVVCSX  "u8;
        var start = (int)vector * 2;
        if ((uint)start >= (uint)mnemonics.Length || mnemonics[start] == (byte)' ')
        {
            return default;
        }

        return mnemonics.Slice(start, 2);
    }
}
