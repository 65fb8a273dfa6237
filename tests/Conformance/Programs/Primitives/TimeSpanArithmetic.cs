using System;

namespace Tarn.Conformance;

/// <summary>Lengths of time: construction, parts, totals, arithmetic, comparison.</summary>
public static class TimeSpanArithmetic
{
    private static void Show(TimeSpan span)
    {
        Console.WriteLine(
            $"{span.Ticks}: {span.Days} {span.Hours} {span.Minutes} {span.Seconds} {span.Milliseconds} {span.Microseconds} "
            + $"{span.Nanoseconds} {span.GetHashCode()}");
        Console.WriteLine(
            $"  {span.TotalDays} {span.TotalHours} {span.TotalMinutes} {span.TotalSeconds} {span.TotalMilliseconds} "
            + $"{span.TotalMicroseconds} {span.TotalNanoseconds}");
    }

    public static void Run()
    {
        Show(TimeSpan.Zero);
        Show(TimeSpan.MaxValue);
        Show(TimeSpan.MinValue);
        Show(new TimeSpan(1, 2, 3));
        Show(new TimeSpan(1, 2, 3, 4, 5, 6));
        Show(new TimeSpan(-1, 30, 70, -80, 9000));
        Show(TimeSpan.FromDays(1.5));
        Show(TimeSpan.FromHours(-2.25));
        Show(TimeSpan.FromMinutes(90));
        Show(TimeSpan.FromSeconds(0.1));
        Show(TimeSpan.FromSeconds(59, 1500));
        Show(TimeSpan.FromMilliseconds(1.23456));
        Show(TimeSpan.FromMilliseconds(1500, 250));
        Show(TimeSpan.FromMicroseconds(7.5));
        Show(TimeSpan.FromTicks(-1));
        Show(TimeSpan.FromDays(10, 20, 30, 40, 50, 60));
        var left = TimeSpan.FromSeconds(100);
        var right = TimeSpan.FromSeconds(7);
        Show(left + right);
        Show(left - right);
        Show(-left);
        Show((right - left).Duration());
        Show(left * 1.5);
        Show(0.001 * left);
        Show(left / 3);
        Console.WriteLine(
            $"{left / right} {left.Divide(right)} {left > right} {left <= right} {left == right} {left != right} "
            + $"{left.CompareTo(right)} {TimeSpan.Compare(right, left)} {left.Equals(TimeSpan.FromSeconds(100))} {left.Equals(null)} "
            + $"{left.CompareTo(null)}");
        Show(left.Add(right).Subtract(left).Negate().Multiply(2).Divide(4.0));
        Console.WriteLine(
            $"{TimeSpan.TicksPerSecond} {TimeSpan.TicksPerDay} {TimeSpan.NanosecondsPerTick} {TimeSpan.MicrosecondsPerMinute} "
            + $"{TimeSpan.HoursPerDay} {TimeSpan.SecondsPerHour}");
    }
}
