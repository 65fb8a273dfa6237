using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;

namespace Tarn.Drivers;

/// <summary>Finds the PS/2 keyboard of a PC and brings it up.</summary>
public static class Ps2Keyboard
{
    /// <summary>The interrupt line that the keyboard is wired to.</summary>
    public const int Line = 1;

    /// <summary>Brings controller and keyboard up, has both test themselves, and claims the keyboard's interrupt.</summary>
    /// <param name="ports">The machine's port space.</param>
    /// <param name="interrupts">Where the interrupt is claimed.</param>
    /// <param name="receiver">Where the interrupt handler puts the scan codes: the writing end of <paramref name="scanCodes"/>.</param>
    /// <param name="scanCodes">Where the keyboard's reader gets them.</param>
    /// <param name="layout">What the keys type.</param>
    /// <param name="keyboard">The keyboard, sending as soon as interrupts are let in; null where this returns false.</param>
    /// <param name="fault">Why not, where this returns false.</param>
    /// <param name="scanCodeSet">What the scan codes are to be: <see cref="ScanCodeSet.Set1"/> is made by the controller from the
    /// keyboard's
    /// set 2, as firmware leaves it; <see cref="ScanCodeSet.Set2"/> is the keyboard's own.</param>
    /// <returns>Whether a working keyboard is there.</returns>
    /// <remarks>
    /// For start-up, once, with the line masked. Allocates the keyboard object. Every wait is bounded: where nothing answers, one read is
    /// all that happens; a keyboard that is not plugged in takes some tenths of a second.
    /// </remarks>
    public static bool TryStart<TPorts, TInterrupts, TReceiver>(
        TPorts ports,
        TInterrupts interrupts,
        TReceiver receiver,
        IByteSource scanCodes,
        KeyboardLayout layout,
        [NotNullWhen(true)] out Ps2Keyboard<TPorts>? keyboard,
        out Ps2KeyboardFault fault,
        ScanCodeSet scanCodeSet = ScanCodeSet.Set1)
        where TPorts : struct, IPortSpace
        where TInterrupts : struct, IInterruptController
        where TReceiver : struct, IByteReceiver
    {
        ArgumentNullException.ThrowIfNull(scanCodes);
        ArgumentNullException.ThrowIfNull(layout);
        keyboard = null;
        var controller = new Ps2Controller<TPorts>(ports);
        fault = controller.Initialize(out var configuration);
        if (fault.Kind == Ps2KeyboardFaultKind.ControllerAbsent)
        {
            return false;
        }

        if (fault.Kind == Ps2KeyboardFaultKind.None)
        {
            fault = controller.ResetKeyboard();
        }

        if (fault.Kind == Ps2KeyboardFaultKind.None)
        {
            var claim = interrupts.Claim(Line, new Ps2KeyboardInterrupt<TPorts, TReceiver>(ports, receiver));
            fault = claim == InterruptClaimFault.None
                ? controller.Configure(configuration | ControllerConfiguration.KeyboardInterrupt
                    | (scanCodeSet == ScanCodeSet.Set1 ? ControllerConfiguration.Translate : 0))
                : new Ps2KeyboardFault(Ps2KeyboardFaultKind.LineNotGiven, claim: claim);
        }

        if (fault.Kind == Ps2KeyboardFaultKind.None)
        {
            fault = controller.EnableScanning();
        }

        if (fault.Kind != Ps2KeyboardFaultKind.None)
        {
            controller.GiveUp();
            return false;
        }

        // A byte that waits already has raised its interrupt, and another one will not: it would block all that follow.
        interrupts.Unmask(Line);
        controller.TryEmpty();
        keyboard = new Ps2Keyboard<TPorts>(ports, scanCodes, layout, scanCodeSet);
        return true;
    }
}
