using NUnit.Framework;
using Tarn.Arch.X86_64;

namespace Tarn.Tests.Host.Arch;

/// <summary>Whether a division that faulted was one by zero, decoded from its bytes as an assembler writes them.</summary>
[TestFixture]
public sealed unsafe class DivisionFaultTests
{
    // RAX, RCX and R8 are zero in all 64 bits, RBX and R12 in the lower 32; the other registers are not.
    [TestCase("F7F8", true, TestName = "idiv eax")]
    [TestCase("F7F9", true, TestName = "idiv ecx")]
    [TestCase("F7FB", true, TestName = "idiv ebx")]
    [TestCase("48F7FB", false, TestName = "idiv rbx")]
    [TestCase("F7FE", false, TestName = "idiv esi")]
    [TestCase("F7F6", false, TestName = "div esi")]
    [TestCase("48F7F9", true, TestName = "idiv rcx")]
    [TestCase("41F7F8", true, TestName = "idiv r8d")]
    [TestCase("49F7F8", true, TestName = "idiv r8")]
    [TestCase("41F7FC", true, TestName = "idiv r12d")]
    [TestCase("49F7FC", false, TestName = "idiv r12")]
    [TestCase("49F7FF", false, TestName = "idiv r15")]

    // RDI points at 0x00000001_00000000, eight bytes of zero behind it, and then at -1.
    [TestCase("F73F", true, TestName = "idiv dword ptr [rdi]")]
    [TestCase("48F73F", false, TestName = "idiv qword ptr [rdi]")]
    [TestCase("48F77F08", true, TestName = "idiv qword ptr [rdi+8]")]
    [TestCase("F77F10", false, TestName = "idiv dword ptr [rdi+16]")]
    [TestCase("48F7BF10000000", false, TestName = "idiv qword ptr [rdi+0x10]")]

    // RIP is 32 bytes before RDI.
    [TestCase("F73D1A000000", true, TestName = "idiv dword ptr [rip+26]")]
    [TestCase("48F73D19000000", false, TestName = "idiv qword ptr [rip+25]")]
    [TestCase("F73D2A000000", false, TestName = "idiv dword ptr [rip+42]")]
    [TestCase("F7", true, TestName = "cut off")]
    [TestCase("90909090909090", true, TestName = "no division")]
    public void IsByZero(string bytes, bool isZero)
    {
        var memory = stackalloc ulong[8];
        (memory[4], memory[5], memory[6]) = (0x1_0000_0000, 0, ulong.MaxValue);
        var frame = default(InterruptFrame);
        for (var register = &frame.R15; register <= &frame.Rax; register++)
        {
            *register = ulong.MaxValue;
        }

        (frame.Rax, frame.Rcx, frame.R8) = (0, 0, 0);
        (frame.Rbx, frame.R12) = (0x1_0000_0000, 0x2_0000_0000);
        frame.Rip = (ulong)memory;
        frame.Rdi = (ulong)(memory + 4);

        // What follows an instruction does no harm.
        var code = new byte[bytes.Length == 2 ? 1 : 15];
        Convert.FromHexString(bytes).CopyTo(code, 0);
        Assert.That(DivisionFault.HasZeroDivisor(&frame, code), Is.EqualTo(isZero));
    }
}
