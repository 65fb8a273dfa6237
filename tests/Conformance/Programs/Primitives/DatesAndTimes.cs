using System;

namespace Tarn.Conformance;

/// <summary>DateTime: its parts, arithmetic, comparison, limits and what is thrown beyond them.</summary>
public static class DatesAndTimes
{
    public static void Run()
    {
        Parts();
        Arithmetic();
        Comparisons();
        Calendar();
        Failures();
    }

    private static void Parts()
    {
        DateTime[] moments =
        [
            DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, new(2024, 2, 29), new(2023, 12, 31, 23, 59, 59, 999),
            new(1900, 3, 1, 12, 0, 0, DateTimeKind.Utc), new(2000, 2, 29, 1, 2, 3, 4, 5, DateTimeKind.Local), new(638_000_000_000_000_007),
        ];
        foreach (var moment in moments)
        {
            Console.WriteLine(
                $"{moment.Year} {moment.Month} {moment.Day} {moment.DayOfWeek} {moment.DayOfYear} {moment.Hour} {moment.Minute} {moment.Second} "
                + $"{moment.Millisecond} {moment.Microsecond} {moment.Nanosecond} {moment.Ticks} {moment.Kind} {moment.TimeOfDay} {moment.Date.Ticks} {moment.GetHashCode()}");
            var (year, month, day) = moment;
            var (date, time) = moment;
            Console.WriteLine($"{year}-{month}-{day} {date:o} {time:o}");
        }
    }

    private static void Arithmetic()
    {
        var start = new DateTime(2024, 1, 31, 22, 30, 0, DateTimeKind.Utc);
        Console.WriteLine(start.AddDays(1.5).ToString("o"));
        Console.WriteLine(start.AddDays(-31.25).ToString("o"));
        Console.WriteLine(start.AddHours(1.75).ToString("o"));
        Console.WriteLine(start.AddMinutes(-90.5).ToString("o"));
        Console.WriteLine(start.AddSeconds(0.1234567).ToString("o"));
        Console.WriteLine(start.AddMilliseconds(1.6).ToString("o"));
        Console.WriteLine(start.AddMicroseconds(2.75).ToString("o"));
        Console.WriteLine(start.AddTicks(-1).ToString("o"));
        for (var months = -14; months <= 14; months += 3)
        {
            Console.WriteLine($"{months}: {start.AddMonths(months):u}");
        }

        Console.WriteLine(new DateTime(2024, 2, 29).AddYears(1).ToString("u"));
        Console.WriteLine(new DateTime(2024, 2, 29).AddYears(4).ToString("u"));
        Console.WriteLine(new DateTime(2024, 2, 29).AddYears(-2023).ToString("u"));
        Console.WriteLine(start - new DateTime(1969, 7, 20, 20, 17, 40));
        Console.WriteLine((start - TimeSpan.FromDays(400)).ToString("s"));
        Console.WriteLine((start + new TimeSpan(1, 2, 3, 4, 5)).ToString("o"));
        Console.WriteLine(start.Subtract(TimeSpan.FromHours(5)) + " " + start.Subtract(start.AddDays(-1)) + " " + start.Add(TimeSpan.FromTicks(5)).Ticks);
        Console.WriteLine(DateTime.SpecifyKind(start, DateTimeKind.Unspecified).Kind + " " + start.AddDays(1).Kind + " " + start.Date.Kind);
    }

    private static void Comparisons()
    {
        var first = new DateTime(2020, 5, 6, 7, 8, 9, DateTimeKind.Utc);
        var second = new DateTime(2020, 5, 6, 7, 8, 9, DateTimeKind.Local);
        var third = first.AddTicks(1);
        Console.WriteLine($"{first == second} {first != third} {first < third} {third <= first} {third > second} {first >= second}");
        Console.WriteLine($"{first.Equals(second)} {first.Equals((object)third)} {first.Equals("no")} {first.CompareTo(third)} {DateTime.Compare(third, first)}");
        Console.WriteLine($"{first.CompareTo(null)} {((IComparable)third).CompareTo(first)} {DateTime.Equals(first, second)}");
        DateTime[] moments = [third, DateTime.MaxValue, first, DateTime.MinValue, DateTime.UnixEpoch];
        Array.Sort(moments);
        Console.WriteLine(string.Join(" ", moments));
    }

    private static void Calendar()
    {
        foreach (var year in (int[])[1, 4, 100, 400, 1600, 1900, 2000, 2023, 2024, 2100, 9999])
        {
            Console.WriteLine($"{year} {DateTime.IsLeapYear(year)} {DateTime.DaysInMonth(year, 2)} {new DateTime(year, 12, 31).DayOfYear} {new DateTime(year, 1, 1).DayOfWeek}");
        }

        var sum = 0L;
        for (var day = DateTime.MinValue; day.Year < 9999; day = day.AddDays(97))
        {
            sum = (sum * 31) + (day.Year * 10_000) + (day.Month * 100) + day.Day + (int)day.DayOfWeek + day.DayOfYear;
            if (new DateTime(day.Year, day.Month, day.Day) != day)
            {
                Console.WriteLine("not the same: " + day);
            }
        }

        Console.WriteLine(sum);
    }

    private static void Failures()
    {
        Try(() => new DateTime(2023, 2, 29));
        Try(() => new DateTime(0, 1, 1));
        Try(() => new DateTime(2023, 13, 1));
        Try(() => new DateTime(2023, 1, 1, 24, 0, 0));
        Try(() => new DateTime(2023, 1, 1, 0, 60, 0));
        Try(() => new DateTime(2023, 1, 1, 0, 0, 0, 1000));
        Try(() => new DateTime(-1L));
        Try(() => new DateTime(long.MaxValue));
        Try(() => new DateTime(0, (DateTimeKind)3));
        Try(() => DateTime.MaxValue.AddTicks(1));
        Try(() => DateTime.MaxValue.AddDays(1));
        Try(() => DateTime.MinValue.AddDays(-0.5));
        Try(() => DateTime.MinValue.AddDays(1e9));
        Try(() => DateTime.MinValue.AddMonths(-1));
        Try(() => DateTime.MinValue.AddMonths(120_001));
        Try(() => DateTime.MaxValue.AddMonths(1));
        Try(() => DateTime.MaxValue.AddYears(1));
        Try(() => DateTime.MaxValue.AddYears(10_001));
        Try(() => DateTime.MinValue - TimeSpan.FromTicks(1));
        Try(() => DateTime.MaxValue + TimeSpan.FromTicks(1));
        Try(() => DateTime.MinValue.CompareTo("text"));
        Try(() => DateTime.DaysInMonth(2023, 0));
        Try(() => DateTime.DaysInMonth(0, 1));
        Try(() => DateTime.IsLeapYear(10_000));
    }

    private static void Try<T>(Func<T> action)
    {
        try
        {
            Console.WriteLine(action());
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{exception.GetType().Name}: {exception.Message}");
        }
    }
}
