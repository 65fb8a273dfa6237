using System;

namespace Tarn.Arch.X86_64;

/// <summary>Finds the address that an instruction was about to access: for a general protection fault the processor does not say
/// it.</summary>
/// <remarks>
/// Decodes the instructions that a compiler makes, from prefixes to displacement (Intel SDM volume 2, sections 2.1 and 2.2.1, and the
/// opcode maps of appendix A). It knows which opcodes have a memory operand and not what they do with it. Neither allocates nor throws.
/// </remarks>
internal static unsafe class MemoryOperand
{
    /// <summary>No instruction has more bytes (Intel SDM volume 2, section 2.3.11).</summary>
    internal const ulong LongestInstruction = 15;

    private const byte RexFirst = 0x40, RexLast = 0x4F;
    private const byte TwoByteEscape = 0x0F, ThreeByteEscape38 = 0x38, ThreeByteEscape3A = 0x3A;
    private const int StackPointer = 4, BasePointer = 5;
    private const int RegisterOperand = 3, NoRegister = 16;

    /// <summary>Decodes the instruction at which an exception struck.</summary>
    /// <param name="frame">The registers.</param>
    /// <param name="code">The instruction's bytes; some bytes after it do no harm.</param>
    /// <param name="address">The address of its memory operand.</param>
    /// <returns>Whether it has one that is understood.</returns>
    internal static bool TryFind(InterruptFrame* frame, ReadOnlySpan<byte> code, out ulong address)
    {
        address = 0;
        var at = 0;
        while (at < code.Length && IsPrefix(code[at]))
        {
            at++;
        }

        var rex = 0;
        if (at < code.Length && code[at] is >= RexFirst and <= RexLast)
        {
            rex = code[at++];
        }

        if (at >= code.Length)
        {
            return false;
        }

        var opcode = code[at++];
        if (opcode == TwoByteEscape && at < code.Length)
        {
            var second = code[at++];
            if (second is ThreeByteEscape38 or ThreeByteEscape3A)
            {
                at++;
            }
            else if (!HasOperandInTwoByteMap(second))
            {
                return false;
            }
        }
        else if (IsStringStore(opcode))
        {
            address = frame->Rdi;
            return true;
        }
        else if (!HasOperand(opcode))
        {
            return false;
        }

        return TryDecode(frame, code[Math.Min(at, code.Length)..], rex, out address);
    }

    // ModRM, perhaps SIB, perhaps a displacement.
    private static bool TryDecode(InterruptFrame* frame, ReadOnlySpan<byte> code, int rex, out ulong address)
    {
        address = 0;
        if (code.Length < 6)
        {
            return false;
        }

        var mode = code[0] >> 6;
        var baseRegister = code[0] & 7;
        if (mode == RegisterOperand)
        {
            return false;
        }

        var at = 1;
        var index = NoRegister;
        var scale = 0;
        if (baseRegister == StackPointer)
        {
            scale = code[1] >> 6;
            index = (code[1] >> 3 & 7) | (rex & 2) << 2;
            baseRegister = code[1] & 7;
            at = 2;
        }
        else if (mode == 0 && baseRegister == BasePointer)
        {
            // Relative to the next instruction: near the code, and never the cause.
            return false;
        }

        if (mode == 0 && baseRegister == BasePointer)
        {
            baseRegister = NoRegister;
            mode = 2;
        }
        else
        {
            baseRegister |= (rex & 1) << 3;
        }

        address = RegisterOf(frame, baseRegister);
        if (index != StackPointer && index != NoRegister)
        {
            address += RegisterOf(frame, index) << scale;
        }

        if (mode == 1)
        {
            address += (ulong)(sbyte)code[at];
        }
        else if (mode == 2)
        {
            address += (ulong)(code[at] | code[at + 1] << 8 | code[at + 2] << 16 | code[at + 3] << 24);
        }

        return true;
    }

    /// <summary>A general register by the number that instructions have for it, 0 to 15.</summary>
    internal static ulong RegisterOf(InterruptFrame* frame, int number) => number switch
    {
        0 => frame->Rax,
        1 => frame->Rcx,
        2 => frame->Rdx,
        3 => frame->Rbx,
        4 => frame->Rsp,
        5 => frame->Rbp,
        6 => frame->Rsi,
        7 => frame->Rdi,

        // The frame has R15 first.
        < NoRegister => (&frame->R15)[15 - number],
        _ => 0,
    };

    private static bool IsPrefix(byte value) => value is 0x66 or 0xF2 or 0xF3 or 0xF0 or 0x2E or 0x36 or 0x3E or 0x26;

    private static bool IsStringStore(byte opcode) => opcode is 0xA4 or 0xA5 or 0xAA or 0xAB;

    private static bool HasOperand(byte opcode) => opcode switch
    {
        < 0x40 => (opcode & 7) < 4,
        0x63 or 0x69 or 0x6B => true,
        >= 0x80 and <= 0x8F => opcode != 0x8D,
        0xC0 or 0xC1 or 0xC6 or 0xC7 or 0xF6 or 0xF7 or 0xFE or 0xFF => true,
        >= 0xD0 and <= 0xD3 => true,
        >= 0xD8 and <= 0xDF => true,
        _ => false,
    };

    // Moves, SSE, conditional moves and sets, bit tests, exchanges; not the jumps, nor what has only registers.
    private static bool HasOperandInTwoByteMap(byte opcode) => opcode switch
    {
        >= 0x10 and <= 0x17 or >= 0x28 and <= 0x2F or >= 0x40 and <= 0x76 or >= 0x7E and <= 0x7F => true,
        >= 0x90 and <= 0x9F or >= 0xA3 and <= 0xA5 or >= 0xAB and <= 0xC7 or >= 0xD0 => true,
        _ => false,
    };
}
