using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>Waiting for times.</summary>
public static class Delays
{
    private static async Task After(int milliseconds, string name, List<string> log)
    {
        await Task.Delay(milliseconds);
        lock (log)
        {
            log.Add(name);
        }
    }

    private static async Task Program()
    {
        var log = new List<string>();
        await Task.WhenAll(After(300, "third", log), After(100, "first", log), After(200, "second", log), After(0, "at once", log));
        Console.WriteLine(string.Join(", ", log));

        var fast = Task.Delay(TimeSpan.FromMilliseconds(50));
        var slow = Task.Delay(TimeSpan.FromSeconds(100));
        Console.WriteLine(await Task.WhenAny(slow, fast) == fast);
        Console.WriteLine(Task.Delay(0).IsCompleted);
        Console.WriteLine(slow.Wait(20));
        Console.WriteLine(fast.Wait(20));

        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var ticks = 0;
        while (ticks < 5 && await timer.WaitForNextTickAsync())
        {
            ticks++;
        }

        Console.WriteLine(ticks);
        timer.Dispose();
        Console.WriteLine(await timer.WaitForNextTickAsync());
        Console.WriteLine(await Task.FromResult(3).WaitAsync(TimeSpan.FromSeconds(1)));
    }

    public static void Run() => Program().Wait();
}
