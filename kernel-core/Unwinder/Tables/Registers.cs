using System.Runtime.InteropServices;

namespace Tarn.Unwinding;

/// <summary>The general registers of a frame, and where its code goes on.</summary>
/// <remarks>In DWARF's order for x86_64 (System V ABI, AMD64 supplement, figure 3.36): RAX, RDX, RCX, RBX, RSI, RDI, RBP, RSP, R8 to R15, and the
/// return address. Throw.s knows the layout.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Registers
{
    internal const int StackPointerNumber = 7;
    internal const int InstructionPointerNumber = 16;
    internal const int Count = 17;

    private fixed ulong _values[Count];

    /// <summary>Not zero where the instruction at <see cref="InstructionPointer"/> is the one that the frame is about: it faulted or was
    /// interrupted. Else that is the return address of a call, which may belong to whatever stands behind the call.</summary>
    private ulong _isExact;

    internal ulong InstructionPointer
    {
        readonly get => _values[InstructionPointerNumber];
        set => _values[InstructionPointerNumber] = value;
    }

    internal ulong StackPointer
    {
        readonly get => _values[StackPointerNumber];
        set => _values[StackPointerNumber] = value;
    }

    internal bool IsExact
    {
        readonly get => _isExact != 0;
        set => _isExact = value ? 1UL : 0;
    }

    /// <summary>An address inside the instruction that the frame is about.</summary>
    internal readonly ulong Address => InstructionPointer - 1 + _isExact;

    /// <summary>A register by its number, which is below <see cref="Count"/>.</summary>
    internal ref ulong this[int number] => ref _values[number];
}
