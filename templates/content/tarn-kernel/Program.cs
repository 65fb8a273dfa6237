using System;
using System.Runtime;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Image;

namespace MyKernel;

/// <summary>Where your kernel begins.</summary>
internal static class Program
{
    // There is no operating system that could call Main: the boot code calls the symbol tarn_main. `requests` is what the boot loader has filled in.
    [RuntimeExport("tarn_main")]
    private static void Main(nint requests)
    {
        // Brings up the parts that the project file names, in order: processor tables, serial port, memory, heap, screen, interrupts, timer, tasks.
        // Before this line there is no `new`; after it, it is C# as you know it.
        var machine = Machine.Boot(requests);
        Console.WriteLine("Hello from MyKernel!");

        // A task: it waits without blocking anybody else. While no task has anything to do, the processor sleeps.
        machine.Executor.Spawn("clock", () => TellTheTime(new RealTimeClock<PortSpace>(machine.Ports)));

        // Runs the tasks, and does not return.
        machine.Run();
    }

    private static async Task TellTheTime(RealTimeClock<PortSpace> clock)
    {
        for (var count = 0; count < 3; count++)
        {
            var (hour, minute, second) = clock.ReadTime();
            Console.WriteLine($"It is {hour:00}:{minute:00}:{second:00}");
            await Task.Delay(1000);
        }

        Console.WriteLine("That is all. (Ctrl-A X leaves QEMU.)");
    }
}
