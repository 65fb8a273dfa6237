using System;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;
using Tarn.Tasks;

namespace Tarn.Image;

/// <summary>The interrupts of devices, and the first of them: the tick that the clock lives on.</summary>
internal static class DeviceInterrupts
{
    /// <summary>Opens the interrupt controllers. Lines that nobody has claimed stay masked.</summary>
    /// <returns>They; null where there are none, which is said.</returns>
    internal static PicController? Open()
    {
        if (PicController.TryOpen(out var interrupts, out var fault))
        {
            return interrupts;
        }

        Console.WriteLine($"No device interrupts: {fault.Reason} (port 0x{fault.Port:x})");
        return null;
    }

    /// <summary>Starts the timer, lets interrupts in, and waits for the first tick.</summary>
    /// <param name="interrupts">Where its line is claimed.</param>
    /// <param name="alarm">What counts the ticks.</param>
    /// <returns>The clock; null where it does not go, which is said.</returns>
    internal static Pit<PortSpace>? StartClock(PicController interrupts, TickAlarm alarm)
    {
        var isStarted = Pit.TryStart(default(PortSpace), interrupts, alarm.Handler, out var clock, out var fault);
        Processor.EnableInterrupts();
        if (!isStarted)
        {
            Console.WriteLine($"Timer not used: {fault.Reason} (count 0x{fault.Count:x})");
        }
        else if (!clock!.WaitForTick())
        {
            Console.WriteLine("Timer silent: it counts, and its interrupts do not arrive");
            return null;
        }

        return clock;
    }
}
