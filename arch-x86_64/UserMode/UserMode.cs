using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Runs code in ring 3, until it raises an exception.</summary>
/// <remarks>
/// <code>
///                     ┌─────────────────────── ring 3 ───────────────────────┐
///            IRETQ    │ interrupt      │ INT 0x80         │ any exception     │
///   Run ──►──────────►┘  ▲             ▼  ▲               ▼                   ▼
///    ▲                IRETQ      handler   IRETQ     OnCall          report, and never back
///    └──────────────────────────────────────────────────────────────────────┘ tarn_leave_user_mode
/// </code>
/// <para>
/// For Run it is one long call: whatever ring 3 does, it returns, with its own registers, SSE state, segments, address space and
/// interrupt flag. An exception of the kernel's that strikes meanwhile, in a handler, say, ends the kernel as ever.
/// </para>
/// </remarks>
public static unsafe class UserMode
{
    private static UserFault s_fault;

    /// <summary>Enters ring 3.</summary>
    /// <param name="space">The address space that it runs in; not freed meanwhile.</param>
    /// <param name="entry">Its first instruction.</param>
    /// <param name="stack">Its stack pointer.</param>
    /// <param name="argument">What it finds in RDI. The other general registers are 0, SSE and x87 state are those after reset.</param>
    /// <param name="calls">Who serves its calls.</param>
    /// <returns>What ended it. It has been reported.</returns>
    /// <exception cref="InvalidOperationException">Ring 3 has been entered already: this is called by a handler of its calls.</exception>
    /// <remarks>
    /// Allocates nothing. Not for interrupt handlers. Interrupts are let in while ring 3 runs if they are at the call. Nothing ends ring 3
    /// but itself.
    /// </remarks>
    public static UserFault Run<TFrames, TCalls>(
        UserAddressSpace<DirectMap, TFrames> space, VirtualAddress entry, VirtualAddress stack, ulong argument, TCalls calls)
        where TFrames : struct, IFrameAllocator
        where TCalls : struct, IUserCallHandler
    {
        if (ProcessorTables.PrivilegedStack != 0)
        {
            throw new InvalidOperationException("Ring 3 has been entered already.");
        }

        space.ShareKernel();
        UserCallGate<TCalls>.Open(calls);
        var where = new UserModeEntry
        {
            Root = space.Root.Start.Value,
            Argument = argument,
            Rip = entry.Value,
            Cs = SegmentSelector.UserCode.Value,
            Rsp = stack.Value,
            Ss = SegmentSelector.UserData.Value,
        };
        fixed (ulong* privilegedStack = &ProcessorTables.PrivilegedStack)
        {
            Enter(&where, privilegedStack);
            *privilegedStack = 0;
        }

        InterruptVectors.Set(InterruptDescriptorTable.CallVector, &InterruptVectors.CountUnclaimed);
        return s_fault;
    }

    /// <summary>Whether an exception is ring 3's own doing. Those that tell of broken hardware, or of a kernel that cannot take an
    /// exception, are not, although they may come while ring 3 runs.</summary>
    internal static bool HasRaised(InterruptFrame* frame) =>
        frame->IsFromRing3 && (ExceptionVector)frame->Vector is not
            (ExceptionVector.NonMaskableInterrupt or ExceptionVector.DoubleFault or ExceptionVector.MachineCheck);

    /// <summary>Ends the code in ring 3: goes on where it was entered, and leaves this stack for good.</summary>
    /// <param name="fault">What <see cref="Run"/> returns.</param>
    [DoesNotReturn]
    internal static void End(in UserFault fault)
    {
        s_fault = fault;
        Leave(ProcessorTables.PrivilegedStack);
    }

    [RuntimeImport("*", "tarn_enter_user_mode")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Enter(UserModeEntry* entry, ulong* privilegedStack);

    [DoesNotReturn]
    [RuntimeImport("*", "tarn_leave_user_mode")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Leave(ulong privilegedStack);
}
