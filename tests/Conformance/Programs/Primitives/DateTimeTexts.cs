using System;
using System.Globalization;

namespace Tarn.Conformance;

/// <summary>DateTime, DateTimeOffset, DateOnly and TimeOnly to text and back: standard and custom formats, and the forms that are read.</summary>
public static class DateTimeTexts
{
    private static readonly string[] s_formats =
    [
        "d", "D", "f", "F", "g", "G", "m", "M", "o", "O", "r", "R", "s", "t", "T", "u", "U", "y", "Y", "yyyy-MM-dd HH:mm:ss.fff", "%d", "dd", "ddd", "dddd", "ddddd",
        "%M", "MM", "MMM", "MMMM", "%y", "yy", "yyy", "yyyy", "yyyyyy", "%h", "hh", "hhh", "%H", "HH", "%m", "mm", "%s", "ss", "%f", "ff", "fff", "ffff", "fffff", "ffffff",
        "fffffff", "%F", "FFF", "FFFFFFF", "ss.FFF", "ss.FFFFFFF", "%t", "tt", "ttt", "%g", "gg", "%z", "zz", "zzz", "%K", "yyyy'T'MM", "\"day\" d", "d \\d", "h:mm tt",
        "yyyy/MM/dd", "dddd, MMMM d, yyyy 'at' h:mm tt", "x", "i", "%", "%%", "'open", "d\\", "ffffffff", "yyyyMMddTHHmmssZ",
    ];

    public static void Run()
    {
        Formats();
        Offsets();
        DatesAlone();
        TimesAlone();
        Reading();
        ReadingExactly();
    }

    private static void Formats()
    {
        DateTime[] moments =
        [
            new(2024, 2, 9, 3, 4, 5, DateTimeKind.Utc), new DateTime(1999, 12, 31, 23, 59, 58, 120).AddTicks(3), new(7, 1, 1, 12, 0, 0, 900), new(2025, 9, 10, 0, 30, 0),
        ];
        foreach (var format in s_formats)
        {
            foreach (var moment in moments)
            {
                Try(format, () => moment.ToString(format, CultureInfo.InvariantCulture));
            }
        }

        var one = moments[1];
        Console.WriteLine($"{one} | {one:d} | {one,30:s} | {one,-12:t}|");
        Console.WriteLine(one.ToString() + " " + one.ToLongDateString() + " " + one.ToShortDateString() + " " + one.ToLongTimeString() + " " + one.ToShortTimeString());
        Span<char> small = stackalloc char[5];
        Console.WriteLine(one.TryFormat(small, out var written) + " " + written);
        Console.WriteLine(one.TryFormat(small, out written, "HH:mm") + " " + written + " " + small.ToString());
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, "{0:yyyy} {0:MMM} {1:R}", one, moments[0]));
    }

    private static void Offsets()
    {
        DateTimeOffset[] moments =
        [
            new(2024, 2, 9, 3, 4, 5, new TimeSpan(5, 30, 0)), new(1999, 12, 31, 23, 59, 58, 120, new TimeSpan(-8, 0, 0)), new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero),
            DateTimeOffset.UnixEpoch, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), DateTimeOffset.FromUnixTimeMilliseconds(-1),
        ];
        foreach (var moment in moments)
        {
            Console.WriteLine($"{moment} {moment.UtcTicks} {moment.Offset} {moment.UtcDateTime:o} {moment.DateTime:o} {moment.ToUnixTimeSeconds()} {moment.ToUnixTimeMilliseconds()}");
            foreach (var format in (string[])["o", "r", "u", "s", "zzz", "%z", "yyyy-MM-dd HH:mm:ss K", "U", "G"])
            {
                Try(format, () => moment.ToString(format, CultureInfo.InvariantCulture));
            }
        }

        Console.WriteLine(moments[0].ToOffset(new TimeSpan(-3, 0, 0)) + " " + moments[0].ToUniversalTime());
        Console.WriteLine($"{moments[0] == moments[0].ToOffset(TimeSpan.Zero)} {moments[0].EqualsExact(moments[0].ToOffset(TimeSpan.Zero))} {moments[0] - moments[1]}");
        Console.WriteLine($"{moments[0].AddDays(1):o} {moments[0].AddMonths(-1):o} {moments[0].CompareTo(moments[1])} {moments[0].GetHashCode() == moments[0].ToUniversalTime().GetHashCode()}");
        Try("whole", () => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromSeconds(30)));
        Try("far", () => new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(15)));
        Try("early", () => new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)));
        Try("utc", () => new DateTimeOffset(DateTime.UnixEpoch, TimeSpan.FromHours(1)));
        Try("seconds", () => DateTimeOffset.FromUnixTimeSeconds(long.MaxValue));
        Try("milliseconds", () => DateTimeOffset.FromUnixTimeMilliseconds(long.MinValue));
    }

    private static void DatesAlone()
    {
        var day = new DateOnly(2024, 2, 29);
        Console.WriteLine($"{day} {day.DayNumber} {day.DayOfWeek} {day.DayOfYear} {day.AddDays(366):o} {day.AddMonths(12):o} {day.AddYears(-1):o} {DateOnly.MinValue} {DateOnly.MaxValue}");
        foreach (var format in (string[])["d", "D", "o", "r", "m", "y", "yyyy/MM", "'h'd", "t", "HH", "g"])
        {
            Try(format, () => day.ToString(format, CultureInfo.InvariantCulture));
        }

        foreach (var text in (string[])["2024-02-29", "02/29/2024", "29 February 2024", "Feb 29, 2024", "2023-02-29", "2024-02-29 10:00", "", "x"])
        {
            Try(text, () => DateOnly.Parse(text, CultureInfo.InvariantCulture));
        }

        Try("exact", () => DateOnly.ParseExact("20240229", "yyyyMMdd"));
        Try("exact", () => DateOnly.ParseExact("2024029", "yyyyMMdd"));
        Try("number", () => DateOnly.FromDayNumber(-1));
        Try("add", () => DateOnly.MaxValue.AddDays(1));
        Console.WriteLine($"{day < DateOnly.MaxValue} {day.CompareTo(DateOnly.MinValue)} {day.Equals(new DateOnly(2024, 2, 29))} {day.GetHashCode()} {day.ToDateTime(new TimeOnly(13, 14)):o}");
    }

    private static void TimesAlone()
    {
        var time = new TimeOnly(13, 4, 5, 60, 7);
        Console.WriteLine($"{time} {time.Ticks} {time.Hour} {time.Minute} {time.Second} {time.Millisecond} {time.Microsecond} {TimeOnly.MinValue} {TimeOnly.MaxValue:o}");
        foreach (var format in (string[])["t", "T", "o", "r", "h:mm tt", "HH.fff", "d", "yyyy", "g"])
        {
            Try(format, () => time.ToString(format, CultureInfo.InvariantCulture));
        }

        Console.WriteLine($"{time.AddHours(11.5):o} {time.AddMinutes(-800):o} {time.Add(TimeSpan.FromDays(2.5), out var days):o} {days} {time.Add(TimeSpan.FromHours(-14), out days)} {days}");
        Console.WriteLine($"{time.IsBetween(new(13, 0), new(14, 0))} {time.IsBetween(new(22, 0), new(6, 0))} {new TimeOnly(23, 0).IsBetween(new(22, 0), new(6, 0))}");
        Console.WriteLine($"{time - new TimeOnly(14, 0)} {new TimeOnly(14, 0) - time} {time.CompareTo(new(1, 0))} {time.ToTimeSpan()}");
        foreach (var text in (string[])["13:04", "1:04 PM", "13:04:05.0607", "25:00", "noon", "", "2024-01-01 10:00"])
        {
            Try(text, () => TimeOnly.Parse(text, CultureInfo.InvariantCulture).Ticks);
        }

        Try("new", () => new TimeOnly(24, 0));
        Try("new", () => new TimeOnly(TimeSpan.TicksPerDay));
    }

    private static void Reading()
    {
        string[] texts =
        [
            "2024-02-09", "2024-02-09T03:04:05", "2024-02-09T03:04:05.1", "2024-02-09T03:04:05.1234567", "2024-02-09 03:04", "2024-2-9 3:4:5", "02/09/2024", "2/9/2024 3:04 PM",
            "2/9/2024 12:00 AM", "2/9/2024 12:30 pm", "2024/02/09", "9 Feb 2024", "February 9, 2024", "Fri, 09 Feb 2024 03:04:05", "Friday, 09 February 2024 03:04:05",
            "Feb 2024", "2/2024", "02/09/49", "02/09/50", "  2024-02-09  ", "2024-02-09T24:00:01", "13/13/2024", "2024-13-01", "2023-02-29", "Sat, 09 Feb 2024 03:04:05", "",
            " ", "text", "2024-02-09T03:04:05 and more", "2024-02-09T", "3:4:5:6 2024-01-01", "2024-02-09 13:00 PM", "20240209", "2024.02.09",
        ];
        foreach (var text in texts)
        {
            Console.WriteLine($"[{text}] {(DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var result) ? result.ToString("o") : "no")}");
        }

        foreach (var text in (string[])["2024-02-09T03:04:05Z", "2024-02-09T03:04:05+02:00", "2024-02-09 03:04:05 -0330", "Fri, 09 Feb 2024 03:04:05 GMT", "2024-02-09T03:04:05.5+00:00"])
        {
            Console.WriteLine($"{DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal):o}");
            Console.WriteLine($"{DateTimeOffset.Parse(text, CultureInfo.InvariantCulture):o}");
        }

        Console.WriteLine($"{DateTime.Parse("2024-02-09T03:04:05Z", null, DateTimeStyles.RoundtripKind):o}");
        Console.WriteLine($"{DateTime.Parse("2024-02-09T03:04:05", null, DateTimeStyles.RoundtripKind):o}");
        Console.WriteLine($"{DateTime.Parse("2024-02-09T03:04:05", null, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal):o}");
        Console.WriteLine($"{DateTime.Parse("3:04", CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault):o}");
        Try("Parse", () => DateTime.Parse("text", CultureInfo.InvariantCulture));
        Try("Parse", () => DateTime.Parse(null!, CultureInfo.InvariantCulture));
    }

    private static void ReadingExactly()
    {
        (string Text, string Format)[] pairs =
        [
            ("20240209", "yyyyMMdd"), ("2024-02-09", "yyyy-MM-dd"), ("2024-2-9", "yyyy-M-d"), ("2024-2-9", "yyyy-MM-dd"), ("09/02/24 3PM", "dd/MM/yy htt"), ("3:04:05.678", "H:mm:ss.fff"),
            ("2024-02-09 03:04:05.12", "yyyy-MM-dd HH:mm:ss.FFFFFFF"), ("2024-02-09 03:04:05", "yyyy-MM-dd HH:mm:ss.FFF"), ("Feb 9 2024", "MMM d yyyy"), ("February 9 2024", "MMMM d yyyy"),
            ("Fri 2024-02-09", "ddd yyyy-MM-dd"), ("Thu 2024-02-09", "ddd yyyy-MM-dd"), ("2024-02-09 at 7", "yyyy-MM-dd 'at' H"), ("2024", "yyyy"), ("2024-02", "yyyy-MM"),
            ("2024-02-09T03:04:05", "s"), ("Fri, 09 Feb 2024 03:04:05 GMT", "r"), ("2024-02-09 03:04:05Z", "u"), ("02/09/2024", "d"), ("2024-02-09T03:04:05.1234567", "o"),
            ("2024-02-09 ", "yyyy-MM-dd"), ("2024-02-30", "yyyy-MM-dd"), ("12 AM 2024", "h tt yyyy"), ("13 AM 2024", "h tt yyyy"), ("", "yyyy"), ("2024-02-09x", "yyyy-MM-dd\\x"),
        ];
        foreach (var (text, format) in pairs)
        {
            Console.WriteLine(
                $"[{text}] [{format}] "
                + (DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var result) ? result.ToString("o") : "no"));
        }

        Console.WriteLine($"{DateTimeOffset.ParseExact("2024-02-09 03:04 +05:30", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture):o}");
        Console.WriteLine($"{DateTime.ParseExact(" 2024-02-09 ", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces):o}");
        Console.WriteLine($"{DateTime.ParseExact("9.2.2024", ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None):o}");
        Try("ParseExact", () => DateTime.ParseExact("2024", "yyyy-MM", CultureInfo.InvariantCulture));
    }

    private static void Try<T>(string what, Func<T> action)
    {
        try
        {
            Console.WriteLine($"{what}: [{action()}]");
        }
        catch (Exception exception)
        {
            Console.WriteLine($"{what}: {exception.GetType().Name}: {exception.Message}");
        }
    }
}
