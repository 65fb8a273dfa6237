using System.Runtime.InteropServices;

namespace Tarn.Unwinding;

/// <summary>An exception under way: on the stack of who threw it, until it is caught and its handler has ended.</summary>
/// <remarks>
/// Those of one execution context (the task level, or one level of interrupts) form a chain, the latest first. Its head is
/// <c>tarn_exceptions</c>; an interrupt starts a chain of its own. Throw.s makes records and knows the layout.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ExceptionRecord
{
    /// <summary>The one that was under way when this was thrown.</summary>
    internal ExceptionRecord* Previous;

    /// <summary>What runs on its behalf at the moment.</summary>
    internal DispatchState State;

    /// <summary>Which of its method's handlers runs in <see cref="Frame"/>.</summary>
    internal uint Clause;

    /// <summary>The exception.</summary>
    internal nint Exception;

    /// <summary>What the processor knew; null where no fault was the reason.</summary>
    internal void* Fault;

    /// <summary>The frame that threw.</summary>
    internal Registers Origin;

    /// <summary>The frame whose handler runs.</summary>
    internal Registers Frame;
}
