using System;
using NUnit.Framework;
using Tarn.Arch.X86_64;

namespace Tarn.Tests.Host.Arch;

/// <summary>The address that an instruction accesses, decoded from its bytes as an assembler writes them.</summary>
[TestFixture]
public unsafe class MemoryOperandTests
{
    // Every register has a value of its own: 0x1000 times its number plus one, RSP included.
    [TestCase("488B07", 0x8000UL, TestName = "mov rax, [rdi]")]
    [TestCase("8B00", 0x1000UL, TestName = "mov eax, [rax]")]
    [TestCase("488B4708", 0x8008UL, TestName = "mov rax, [rdi+8]")]
    [TestCase("488B47F8", 0x7FF8UL, TestName = "mov rax, [rdi-8]")]
    [TestCase("488B8700020000", 0x8200UL, TestName = "mov rax, [rdi+0x200]")]
    [TestCase("488B8700FEFFFF", 0x7E00UL, TestName = "mov rax, [rdi-0x200]")]
    [TestCase("498B07", 0x10000UL, TestName = "mov rax, [r15]")]
    [TestCase("498B0424", 0xD000UL, TestName = "mov rax, [r12]")]
    [TestCase("488B0424", 0x5000UL, TestName = "mov rax, [rsp]")]
    [TestCase("488B442410", 0x5010UL, TestName = "mov rax, [rsp+16]")]
    [TestCase("488B4500", 0x6000UL, TestName = "mov rax, [rbp+0]")]
    [TestCase("498B4500", 0xE000UL, TestName = "mov rax, [r13+0]")]
    [TestCase("488B04C8", 0x11000UL, TestName = "mov rax, [rax+rcx*8]")]
    [TestCase("4A8B44C808", 0x51008UL, TestName = "mov rax, [rax+r9*8+8]")]
    [TestCase("4E8B1CE0", 0x69000UL, TestName = "mov r11, [rax+r12*8]")]
    [TestCase("488B04CD00010000", 0x10100UL, TestName = "mov rax, [rcx*8+0x100]")]
    [TestCase("C70701000000", 0x8000UL, TestName = "mov dword ptr [rdi], 1")]
    [TestCase("66C7060100", 0x7000UL, TestName = "mov word ptr [rsi], 1")]
    [TestCase("FF10", 0x1000UL, TestName = "call [rax]")]
    [TestCase("0FB607", 0x8000UL, TestName = "movzx eax, byte ptr [rdi]")]
    [TestCase("0F2807", 0x8000UL, TestName = "movaps xmm0, [rdi]")]
    [TestCase("F30F6F06", 0x7000UL, TestName = "movdqu xmm0, [rsi]")]
    [TestCase("F0480FB10F", 0x8000UL, TestName = "lock cmpxchg [rdi], rcx")]
    [TestCase("F348AB", 0x8000UL, TestName = "rep stosq")]
    [TestCase("48F737", 0x8000UL, TestName = "div qword ptr [rdi]")]
    [TestCase("660F380007", 0x8000UL, TestName = "pshufb xmm0, [rdi]")]
    public void IsFound(string bytes, ulong address)
    {
        Assert.That(TryFind(bytes, out var found), Is.True);
        Assert.That(found, Is.EqualTo(address));
    }

    [TestCase("4889C7", TestName = "mov rdi, rax")]
    [TestCase("488B0500010000", TestName = "mov rax, [rip+0x100]")]
    [TestCase("488D07", TestName = "lea rax, [rdi]")]
    [TestCase("C3", TestName = "ret")]
    [TestCase("0F0B", TestName = "ud2")]
    [TestCase("0F8400000000", TestName = "je")]
    [TestCase("0F22C0", TestName = "mov cr0, rax")]
    [TestCase("0F30", TestName = "wrmsr")]
    [TestCase("8EE0", TestName = "mov fs, eax")]
    [TestCase("B801000000", TestName = "mov eax, 1")]
    [TestCase("48CF", TestName = "iretq")]
    public void IsNotFoundWhereThereIsNone(string bytes) => Assert.That(TryFind(bytes, out _), Is.False);

    [Test]
    public void NothingIsReadBeyondTheBytes()
    {
        // Every opcode, with too few bytes after it in all lengths, and after every prefix.
        var frame = default(InterruptFrame);
        int foundInNothing = 0, foundInAll = 0;
        for (var first = 0; first < 0x10000; first++)
        {
            ReadOnlySpan<byte> code = [(byte)(first >> 8), (byte)first, 0x84, 0x84, 0x84, 0x84, 0x84, 0x84];
            for (var length = 0; length <= code.Length; length++)
            {
                // A read beyond the span would throw here.
                var found = MemoryOperand.TryFind(&frame, code[..length], out _);
                foundInNothing += found && length == 0 ? 1 : 0;
                foundInAll += found && length == code.Length ? 1 : 0;
            }
        }

        Assert.That(foundInNothing, Is.Zero);
        Assert.That(foundInAll, Is.Positive);
    }

    private static bool TryFind(string bytes, out ulong address)
    {
        var frame = new InterruptFrame
        {
            Rax = 0x1000, Rcx = 0x2000, Rdx = 0x3000, Rbx = 0x4000, Rsp = 0x5000, Rbp = 0x6000, Rsi = 0x7000, Rdi = 0x8000,
            R8 = 0x9000, R9 = 0xA000, R10 = 0xB000, R11 = 0xC000, R12 = 0xD000, R13 = 0xE000, R14 = 0xF000, R15 = 0x10000,
        };

        // What follows an instruction in memory is the next one.
        var code = new byte[15];
        Array.Fill(code, (byte)0x90);
        Convert.FromHexString(bytes).CopyTo(code, 0);
        return MemoryOperand.TryFind(&frame, code, out address);
    }
}
