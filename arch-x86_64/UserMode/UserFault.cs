using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>What ended a run of ring 3: an exception that its code raised.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly struct UserFault
{
    internal UserFault(in InterruptFrame frame, ulong pageFaultAddress)
    {
        Vector = (ExceptionVector)frame.Vector;
        ErrorCode = frame.ErrorCode;
        InstructionAddress = frame.Rip;
        AccessedAddress = Vector == ExceptionVector.PageFault ? pageFaultAddress : 0;
    }

    /// <summary>Which exception.</summary>
    public ExceptionVector Vector { get; }

    /// <summary>The processor's error code (Intel SDM volume 3, sections 4.7 and 6.13); 0 for exceptions that have none.</summary>
    public ulong ErrorCode { get; }

    /// <summary>The instruction that raised it; for a trap (a single step, INT 4) the one after.</summary>
    public ulong InstructionAddress { get; }

    /// <summary>For a page fault the address that could not be accessed; else 0.</summary>
    public ulong AccessedAddress { get; }
}
