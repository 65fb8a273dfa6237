using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>Who serves which of the 256 vectors.</summary>
/// <remarks>
/// <para>
/// How a handler's type becomes a direct call. The stubs call through one table of code addresses, <c>tarn_interrupt_handlers</c>
/// (InterruptStubs.s): that is the only indirect call between a device and its handler. A claim stores there the address of a static
/// method of a generic class, <c>ClaimedHandler&lt;THandler&gt;.RunLine</c>. ILC compiles that method anew for every struct that is its
/// type argument, so <c>handler.OnInterrupt()</c> inside it names one method, is called directly and mostly inlined; and the handler's
/// state lies in a static field of that class, so a claim allocates nothing and a handler is found without a search. The handlers of an
/// image are therefore the <c>Run…</c> methods in it, which is what a check over the image starts from; and the price of it is that a
/// type can be claimed once.
/// </para>
/// <code>
///   device ─► IDT ─► stub ─► call tarn_interrupt_handlers[vector] ─► ClaimedHandler&lt;Tick&gt;.RunLine ─► Tick.OnInterrupt
///                                        indirect                          direct, inlined
/// </code>
/// </remarks>
public static unsafe class InterruptVectors
{
    /// <summary>The vectors before this one are the processor's exceptions.</summary>
    public const int FirstFree = 32;

    private static VectorStates s_vectors;

    private static delegate*<InterruptFrame*, void>* Handlers => GetInterruptHandlers();

    /// <summary>Gives a vector to a handler of this type: an interrupt that no controller needs to be told the end of.</summary>
    /// <param name="vector">The vector, <see cref="FirstFree"/> to 255; not <see cref="InterruptDescriptorTable.CallVector"/>.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Why not, or <see cref="InterruptClaimFault.None"/>.</returns>
    /// <remarks>Neither allocates nor throws.</remarks>
    public static InterruptClaimFault Claim<THandler>(int vector, THandler handler)
        where THandler : struct, IInterruptHandler
    {
        using (InterruptLock.Enter())
        {
            if (vector is < FirstFree or >= InterruptDescriptorTable.VectorCount)
            {
                return InterruptClaimFault.NoSuchLine;
            }

            if (!IsFree(vector))
            {
                return InterruptClaimFault.LineInUse;
            }

            if (!ClaimedHandler<THandler>.TryTake(handler, vector))
            {
                return InterruptClaimFault.HandlerInUse;
            }

            Set(vector, &ClaimedHandler<THandler>.RunVector);
            return InterruptClaimFault.None;
        }
    }

    /// <summary>How often a vector came that nobody has claimed.</summary>
    /// <param name="vector">The vector, <see cref="FirstFree"/> to 255.</param>
    public static uint UnclaimedCount(int vector)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vector, (uint)InterruptDescriptorTable.VectorCount);
        return s_vectors.UnclaimedCounts[vector];
    }

    internal static void Initialize()
    {
        for (var vector = 0; vector < InterruptDescriptorTable.VectorCount; vector++)
        {
            Handlers[vector] = vector < FirstFree ? &FaultHandler.Handle : &CountUnclaimed;
        }

        // Nobody else's: ring 3 may raise it, and no device is to be mistaken for that.
        s_vectors.AreClaimed[InterruptDescriptorTable.CallVector] = true;
    }

    internal static bool IsFree(int vector) => !s_vectors.AreClaimed[vector];

    internal static void Set(int vector, delegate*<InterruptFrame*, void> handler)
    {
        s_vectors.AreClaimed[vector] = true;
        Handlers[vector] = handler;
    }

    internal static void CountUnclaimed(InterruptFrame* frame) => s_vectors.UnclaimedCounts[(byte)frame->Vector]++;

    [RuntimeImport("*", "tarn_get_interrupt_handlers")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern delegate*<InterruptFrame*, void>* GetInterruptHandlers();

    // Fixed buffers: an access to one calls no bounds check, which a handler may not reach.
    private struct VectorStates
    {
        internal fixed uint UnclaimedCounts[InterruptDescriptorTable.VectorCount];
        internal fixed bool AreClaimed[InterruptDescriptorTable.VectorCount];
    }
}
