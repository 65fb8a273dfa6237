using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Finds the timer of a PC and starts it.</summary>
public static class Pit
{
    /// <summary>The timer's input clock in hertz: a third of the colour subcarrier's fourfold, 14.31818 MHz / 12.</summary>
    public const uint InputFrequency = 1_193_182;

    /// <summary>What makes the timer interrupt a thousand times a second, to 0.015 %.</summary>
    public const ushort MillisecondDivisor = 1193;

    /// <summary>The interrupt line that the timer is wired to.</summary>
    public const int Line = 0;

    /// <summary>Programs the timer, finds out whether it counts, and claims its interrupt.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="interrupts">Where the interrupt is claimed.</param>
    /// <param name="timer">The timer, ticking as soon as interrupts are let in; null where this returns false.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <param name="divisor">Periods of <see cref="InputFrequency"/> in a tick: 2 to 65535.</param>
    /// <returns>Whether a timer is there and counts. Whether its interrupts arrive is for <see cref="Pit{TPorts}.WaitForTick"/> to
    /// tell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is less than 2.</exception>
    /// <remarks>For start-up, once. Allocates the timer object. Every wait is bounded.</remarks>
    public static bool TryStart<TPorts, TInterrupts>(
        TPorts ports,
        TInterrupts interrupts,
        [NotNullWhen(true)] out Pit<TPorts>? timer,
        out PitFault fault,
        ushort divisor = MillisecondDivisor)
        where TPorts : struct, IPortSpace
        where TInterrupts : struct, IInterruptController =>
        TryStart(ports, interrupts, default(PitTickAlone), out timer, out fault, divisor);

    /// <summary>Programs the timer, finds out whether it counts, and claims its interrupt for it and for another handler.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="interrupts">Where the interrupt is claimed.</param>
    /// <param name="onTick">What the interrupt does besides, once the tick is counted.</param>
    /// <param name="timer">The timer, ticking as soon as interrupts are let in; null where this returns false.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <param name="divisor">Periods of <see cref="InputFrequency"/> in a tick: 2 to 65535.</param>
    /// <returns>Whether a timer is there and counts.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is less than 2.</exception>
    /// <remarks>For start-up, once. Allocates the timer object. Every wait is bounded.</remarks>
    public static bool TryStart<TPorts, TInterrupts, TOnTick>(
        TPorts ports,
        TInterrupts interrupts,
        TOnTick onTick,
        [NotNullWhen(true)] out Pit<TPorts>? timer,
        out PitFault fault,
        ushort divisor = MillisecondDivisor)
        where TPorts : struct, IPortSpace
        where TInterrupts : struct, IInterruptController
        where TOnTick : struct, IInterruptHandler
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(divisor, (ushort)2);
        timer = null;
        var candidate = new Pit<TPorts>(ports, divisor);
        candidate.Start();
        fault = candidate.Probe();
        if (fault.Kind != PitFaultKind.None)
        {
            return false;
        }

        var claim = interrupts.Claim(Line, new PitTick<TPorts, TOnTick>(candidate, onTick));
        if (claim != InterruptClaimFault.None)
        {
            fault = new PitFault(PitFaultKind.LineNotGiven, fault.Count, claim);
            return false;
        }

        interrupts.Unmask(Line);
        timer = candidate;
        return true;
    }
}
