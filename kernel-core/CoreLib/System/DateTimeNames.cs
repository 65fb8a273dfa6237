namespace System;

/// <summary>The names of months and days in the invariant culture, which are English. The short ones are their first three letters.</summary>
internal static class DateTimeNames
{
    public const int ShortLength = 3;

    public static string Month(int month) => month switch
    {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    };

    public static string Day(DayOfWeek day) => day switch
    {
        DayOfWeek.Sunday => "Sunday",
        DayOfWeek.Monday => "Monday",
        DayOfWeek.Tuesday => "Tuesday",
        DayOfWeek.Wednesday => "Wednesday",
        DayOfWeek.Thursday => "Thursday",
        DayOfWeek.Friday => "Friday",
        _ => "Saturday",
    };

    /// <summary>The number of the month with which a text begins, from 1, and how many characters its name has; 0 for none.</summary>
    public static int FindMonth(ReadOnlySpan<char> text, bool isShort, bool isLong, out int length)
    {
        for (var month = 1; month <= 12; month++)
        {
            if (Matches(text, Month(month), isShort, isLong, out length))
            {
                return month;
            }
        }

        length = 0;
        return 0;
    }

    /// <summary>The day of the week with which a text begins, and how many characters its name has; -1 for none.</summary>
    public static int FindDay(ReadOnlySpan<char> text, bool isShort, bool isLong, out int length)
    {
        for (var day = 0; day < 7; day++)
        {
            if (Matches(text, Day((DayOfWeek)day), isShort, isLong, out length))
            {
                return day;
            }
        }

        length = 0;
        return -1;
    }

    private static bool Matches(ReadOnlySpan<char> text, string name, bool isShort, bool isLong, out int length)
    {
        length = isLong && text.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? name.Length
            : isShort && text.StartsWith(name.AsSpan(0, ShortLength), StringComparison.OrdinalIgnoreCase) ? ShortLength
            : 0;
        return length != 0;
    }
}
