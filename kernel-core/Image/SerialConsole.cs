using System;
using Tarn.Arch.X86_64;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Image;

/// <summary>The serial line, as a console and as what is typed on. It comes first of the devices: it needs nothing, and whatever fails after it can say so.</summary>
internal static class SerialConsole
{
    private static SerialFault s_fault;

    /// <summary>Opens the first serial port. The console goes there from then on.</summary>
    /// <returns>The port; null where there is none that works.</returns>
    internal static Serial16550<PortSpace>? Open(PortSpace ports)
    {
        if (Serial16550.TryOpen(ports, ComPort.Com1, out var serial, out s_fault))
        {
            ConsoleRouter.Add(serial);
        }

        return serial;
    }

    /// <summary>Says in one line, on the other consoles, why it is not used, where it is not.</summary>
    internal static void Report()
    {
        if (s_fault.Kind != SerialFaultKind.None)
        {
            Console.WriteLine($"Serial port at 0x{s_fault.BasePort:x} not used: {s_fault.Reason}");
        }
    }
}
