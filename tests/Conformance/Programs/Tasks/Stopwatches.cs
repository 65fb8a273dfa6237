using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Tarn.Conformance;

/// <summary>Stopwatch and Environment.TickCount: what they measure is never the same, but how measurements relate to each other is.</summary>
public static class Stopwatches
{
    public static void Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task RunAsync()
    {
        var stopwatch = new Stopwatch();
        Console.WriteLine($"{stopwatch.IsRunning} {stopwatch.Elapsed} {stopwatch.ElapsedTicks} {stopwatch.ElapsedMilliseconds} {stopwatch}");
        var ticks = Environment.TickCount64;
        var started = Stopwatch.GetTimestamp();
        stopwatch.Start();
        await Task.Delay(60);
        stopwatch.Stop();
        var elapsed = stopwatch.Elapsed;
        Console.WriteLine($"{elapsed.TotalMilliseconds >= 50} {stopwatch.ElapsedMilliseconds >= 50} {Stopwatch.GetElapsedTime(started) >= elapsed}");
        Console.WriteLine($"{Environment.TickCount64 - ticks >= 40} {Environment.TickCount - (int)ticks >= 40} {Stopwatch.Frequency > 0} {Stopwatch.IsHighResolution}");
        await Task.Delay(20);
        Console.WriteLine($"{stopwatch.Elapsed == elapsed} {stopwatch.IsRunning}");
        stopwatch.Start();
        await Task.Delay(40);
        Console.WriteLine($"{stopwatch.Elapsed > elapsed} {stopwatch.IsRunning}");
        stopwatch.Restart();
        Console.WriteLine(stopwatch.IsRunning);
        stopwatch.Reset();
        Console.WriteLine($"{stopwatch.IsRunning} {stopwatch.ElapsedTicks}");
        var other = Stopwatch.StartNew();
        Console.WriteLine($"{other.IsRunning} {other.ElapsedTicks >= 0}");
    }
}
