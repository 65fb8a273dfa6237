using System;
using System.Collections.Generic;
using System.Runtime;
using Tarn.Arch.X86_64;
using Tarn.Image;
using Tarn.Kernel;

namespace OwnExecutor;

/// <summary>Two tasks of different haste.</summary>
internal static class Program
{
    [RuntimeExport("tarn_main")]
    private static void Main(nint requests)
    {
        var machine = Machine.Boot(requests);
        if (machine.Clock is not { } clock)
        {
            Panic.Fail("this kernel is about deadlines, and the machine has no timer");
            return;
        }

        var executor = new DeadlineExecutor<ProcessorPlatform>(clock);
        executor.Spawn(Count("slow", 3, TimeSpan.FromMilliseconds(50)));
        executor.Spawn(Count("quick", 5, TimeSpan.FromMilliseconds(20)));
        executor.Run();
        Console.WriteLine("Nobody is left");
        machine.Leave(ExitOutcome.Success);
    }

    private static IEnumerable<TimeSpan> Count(string name, int times, TimeSpan pause)
    {
        for (var number = 1; number <= times; number++)
        {
            yield return pause;
            Console.WriteLine($"{name} {number}");
        }
    }
}
