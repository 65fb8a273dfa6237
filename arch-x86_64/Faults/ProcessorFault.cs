using System;
using System.Runtime.InteropServices;

namespace Tarn.Arch.X86_64;

/// <summary>What the processor knew when compiled code faulted in a way that is an exception in C#. It lies on the stack of that code as long as
/// the exception is under way, for the report of one that nobody catches.</summary>
/// <remarks>The core library and the unwinder (Throw.s) know where the function and the frame are.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ProcessorFault
{
    /// <summary>Reports the fault and ends the run.</summary>
    internal delegate*<ProcessorFault*, Exception, void> Report;

    /// <summary>Where the exception is thrown from: the instruction that faulted, or the call of the stub that did.</summary>
    internal ulong Rip;

    /// <summary>The stack pointer there.</summary>
    internal ulong Rsp;

    /// <summary>The registers at the fault.</summary>
    internal InterruptFrame Frame;

    /// <summary>The control registers.</summary>
    internal ControlRegisters Control;
}
