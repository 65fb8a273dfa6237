using System;

namespace Tarn.Arch.X86_64;

/// <summary>Tells the two reasons apart for which a division faults: the processor raises one exception for both (Intel SDM volume 2, DIV and
/// IDIV).</summary>
/// <remarks>Knows the divisions of 32 and 64 bits; a compiler of C# makes no others.</remarks>
internal static unsafe class DivisionFault
{
    private const byte RexFirst = 0x40, RexLast = 0x4F, RexWide = 0x08, RexBase = 0x01;
    private const byte Divide = 0xF7;
    private const byte RegisterMode = 0xC0, RelativeMode = 0x05, ModeAndRegister = 0xC7;
    private const int BytesOfDisplacement = 4;

    /// <summary>Whether the divisor is zero; if not, the quotient was too large.</summary>
    /// <param name="frame">The registers.</param>
    /// <param name="code">The instruction's bytes; some bytes after it do no harm.</param>
    /// <remarks>Reads the memory that the instruction has read just now. What it does not understand counts as zero: that is by far the
    /// likelier. Neither allocates nor throws.</remarks>
    internal static bool HasZeroDivisor(InterruptFrame* frame, ReadOnlySpan<byte> code)
    {
        var at = 0;
        var rex = 0;
        if (code.Length > 0 && code[0] is >= RexFirst and <= RexLast)
        {
            rex = code[0];
            at = 1;
        }

        if (code.Length < at + 2 + BytesOfDisplacement || code[at] != Divide)
        {
            return true;
        }

        var operand = code[at + 1];
        if ((operand & RegisterMode) == RegisterMode)
        {
            return IsZero(MemoryOperand.RegisterOf(frame, (operand & 7) | (rex & RexBase) << 3), rex);
        }

        ulong address;
        if ((operand & ModeAndRegister) == RelativeMode)
        {
            // Relative to the next instruction: nothing stands between the displacement and that.
            at += 2;
            var displacement = code[at] | code[at + 1] << 8 | code[at + 2] << 16 | code[at + 3] << 24;
            address = frame->Rip + (ulong)(at + BytesOfDisplacement + displacement);
        }
        else if (!MemoryOperand.TryFind(frame, code, out address))
        {
            return true;
        }

        return (rex & RexWide) != 0 ? *(ulong*)address == 0 : *(uint*)address == 0;
    }

    private static bool IsZero(ulong value, int rex) => (rex & RexWide) != 0 ? value == 0 : (uint)value == 0;
}
