namespace Tarn.Kernel;

/// <summary>Brings the interrupts of devices to their drivers' handlers.</summary>
/// <remarks>
/// Drivers take it as a struct type argument (<c>where TInterrupts : struct, IInterruptController</c>): claims are generic, and a call
/// through the interface itself would have to be dispatched for each type of handler.
/// </remarks>
public interface IInterruptController
{
    /// <summary>Gives a line to a handler of this type. The line stays masked until <see cref="Unmask"/>.</summary>
    /// <param name="line">The line, as the machine numbers it (on a PC, 0 is the timer and 1 the keyboard).</param>
    /// <param name="handler">The handler; from now on it belongs to the controller.</param>
    /// <returns>Why not, or <see cref="InterruptClaimFault.None"/>. A claim is for the kernel's life.</returns>
    /// <remarks>For start-up. Neither allocates nor throws.</remarks>
    InterruptClaimFault Claim<THandler>(int line, THandler handler)
        where THandler : struct, IInterruptHandler;

    /// <summary>Holds back the interrupts of a line. One that comes meanwhile is served after <see cref="Unmask"/>.</summary>
    /// <param name="line">The line; one that the controller does not have is ignored.</param>
    void Mask(int line);

    /// <summary>Lets the interrupts of a line through.</summary>
    /// <param name="line">The line; one that the controller does not have is ignored.</param>
    void Unmask(int line);

    /// <summary>Tells the controller that an interrupt has been served, so that it sends the next one. Done after each handler, not by
    /// it.</summary>
    /// <param name="line">The line.</param>
    void End(int line);
}
