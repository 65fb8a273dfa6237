using System;

namespace Tarn.Conformance;

/// <summary>Lengths of time as text and back.</summary>
public static class TimeSpanText
{
    public static void Run()
    {
        string[] formats =
        [
            "c", "t", "T", "g", "G", "hh\\:mm\\:ss", "d\\.hh", "%d", "%h", "%m", "%s", "%f", "fff", "FFF", "fffffff", "FFFFFFF", "dddd",
            "'days: 'd", "\"q\"s", "mm'm 'ss's'", "%F",
        ];
        long[] ticks =
        [
            0, 1, -1, 10_000_000, 12_345_678_901, -98_765_432_109_876, 863_999_999_999, 864_000_000_000, 36_000_000_000, 1_230_000,
            long.MaxValue, long.MinValue,
        ];
        foreach (var format in formats)
        {
            var line = format + ":";
            foreach (var count in ticks)
            {
                line += " [" + new TimeSpan(count).ToString(format) + "]";
            }

            Console.WriteLine(line);
        }

        string?[] texts =
        [
            null, "", " ", "0", "1", "-5", " 7 ", "10675199", "10675200", "1:2", "23:59", "24:0", "1:60", "1:2:3", "24:2:3", "1:2:60",
            "1.2:3", "1.2:3:4", "1.2:3:4.5", "1:2:3:4", "1:2:3:4.5", "1:2:3.4567891", "1:2:3.45678912",
            "1:2:3.00000005", "1:2:3.0000000000", "-1.2:3:4.5", "+1", "1.5", "1:2:3.", "1::2", ":1", "1:", "1:2:.5", "1;2", "a",
            "00:00:00", "-00:00:01", "10675199.02:48:05.4775807", "10675199.02:48:05.4775808", "-10675199.02:48:05.4775808",
            "01.02:03:04.005", "1 :2", "99999999999",
        ];
        foreach (var text in texts)
        {
            Console.WriteLine($"[{text}] {(TimeSpan.TryParse(text, out var span) ? span.Ticks.ToString() : "no")}");
        }

        Console.WriteLine(
            $"{new TimeSpan(1, 2, 3)} {TimeSpan.FromMilliseconds(-1):g} {TimeSpan.FromSeconds(3661.5):G} "
            + $"{TimeSpan.Parse("6:12:14:45.3448")}");
        Span<char> memory = stackalloc char[12];
        Console.WriteLine(
            $"{new TimeSpan(1, 2, 3).TryFormat(memory, out var written)} {written} {TimeSpan.MaxValue.TryFormat(memory, out written)} "
            + $"{written}");
    }
}
