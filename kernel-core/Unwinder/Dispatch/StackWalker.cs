using System.Runtime;

namespace Tarn.Unwinding;

/// <summary>Finds who called whom, for reports: from any registers, through interrupts and through the dispatcher itself.</summary>
internal static unsafe class StackWalker
{
    // The layout of the registers that a panic keeps: R15 to RAX, vector, error code, RIP, CS, flags, RSP, SS (Tarn.Arch.X86_64's InterruptFrame).
    private const int R15 = 0, R8 = 7, Rbp = 8, Rdi = 9, Rsi = 10, Rdx = 11, Rcx = 12, Rbx = 13, Rax = 14, Rip = 17, Rsp = 20;

    /// <summary>Collects the frames of a stack, the innermost first.</summary>
    /// <param name="registers">The registers of the innermost frame.</param>
    /// <param name="addresses">For each frame, an address inside the instruction that it is at.</param>
    /// <param name="capacity">How many fit.</param>
    /// <returns>How many there are, at most <paramref name="capacity"/>.</returns>
    /// <remarks>Neither allocates nor throws. A stack that is damaged ends the walk, or faults.</remarks>
    [RuntimeExport("tarn_walk_stack")]
    private static int Walk(ulong* registers, ulong* addresses, int capacity)
    {
        ref readonly var tables = ref *UnwinderMachine.GetTables();
        var frame = ReadRegisters(registers);
        var count = 0;
        while (count < capacity && FunctionTable.TryFind(in tables, frame.Address, out var description))
        {
            addresses[count++] = frame.Address;
            if (!FrameUnwinder.TryUnwind(in description, ref frame))
            {
                break;
            }
        }

        return count;
    }

    private static Registers ReadRegisters(ulong* registers)
    {
        // By DWARF's numbers.
        var frame = default(Registers);
        frame[0] = registers[Rax];
        frame[1] = registers[Rdx];
        frame[2] = registers[Rcx];
        frame[3] = registers[Rbx];
        frame[4] = registers[Rsi];
        frame[5] = registers[Rdi];
        frame[6] = registers[Rbp];
        frame[Registers.StackPointerNumber] = registers[Rsp];
        for (var number = R8; number >= R15; number--)
        {
            frame[15 - number] = registers[number];
        }

        frame[Registers.InstructionPointerNumber] = registers[Rip];
        frame.IsExact = true;
        return frame;
    }
}
