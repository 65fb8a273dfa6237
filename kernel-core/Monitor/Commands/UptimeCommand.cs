using System;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary><c>uptime</c>: how long the clock has been running.</summary>
/// <param name="clock">The clock; null where there is none.</param>
public sealed class UptimeCommand(IClock? clock) : MonitorCommand
{
    private const long SecondsPerDay = 86_400, SecondsPerHour = 3_600, SecondsPerMinute = 60, MillisecondsPerSecond = 1_000;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => "uptime"u8;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Summary => "tells how long the kernel has been running"u8;

    /// <inheritdoc/>
    public override void Run(CommandArguments arguments)
    {
        if (clock is null)
        {
            Console.WriteLine("Nobody knows: there is no clock.");
            return;
        }

        var milliseconds = clock.Elapsed.Ticks / TimeSpan.TicksPerMillisecond;
        var seconds = milliseconds / MillisecondsPerSecond;
        var minutes = seconds % SecondsPerHour / SecondsPerMinute;
        Console.WriteLine(
            $"{seconds / SecondsPerDay} d {seconds % SecondsPerDay / SecondsPerHour} h {minutes} min {seconds % SecondsPerMinute} s {milliseconds % MillisecondsPerSecond} ms");
    }
}
