using System;
using System.Runtime;
using System.Threading.Tasks;
using Tarn.Arch.X86_64;
using Tarn.Image;
using Tarn.Kernel;

namespace OwnDriver;

/// <summary>Says the time, three times.</summary>
internal static class Program
{
    [RuntimeExport("tarn_main")]
    private static void Main(nint requests)
    {
        var machine = Machine.Boot(requests);
        if (machine.Interrupts is not { } interrupts || !CmosClock<PortSpace>.TryStart(machine.Ports, interrupts, out var clock))
        {
            Panic.Fail("this kernel is about the real-time clock, and its interrupt is not to be had");
            return;
        }

        machine.Executor.Spawn("clock", () => SayTheTime(machine, clock));
        machine.Run();
    }

    private static async Task SayTheTime(Machine machine, CmosClock<PortSpace> clock)
    {
        for (var count = 0; count < 3; count++)
        {
            await clock.WaitForSecondAsync();
            var (hour, minute, second) = clock.ReadTime();
            Console.WriteLine($"It is {hour:00}:{minute:00}:{second:00}");
        }

        machine.Leave(ExitOutcome.Success);
    }
}
