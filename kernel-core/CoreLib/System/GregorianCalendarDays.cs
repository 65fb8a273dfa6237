namespace System;

/// <summary>Days of the Gregorian calendar, as if it had always been in use, counted from 1 January of year 1, which is day 0.</summary>
internal static class GregorianCalendarDays
{
    /// <summary>The number of days from year 1 to year 9999.</summary>
    public const int Count = 3_652_059;

    private const int MaximumYear = 9999;
    private const int DaysPerYear = 365;
    private const int DaysPer4Years = (4 * DaysPerYear) + 1;
    private const int DaysPer100Years = (25 * DaysPer4Years) - 1;
    private const int DaysPer400Years = (4 * DaysPer100Years) + 1;

    /// <summary>The days of a year that is no leap year before each month, and all of them.</summary>
    private static ReadOnlySpan<ushort> DaysBeforeMonth => [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

    public static bool IsYear(int year) => year is >= 1 and <= MaximumYear;

    /// <summary>Whether the year, from 1 to 9999, has 29 February.</summary>
    public static bool IsLeap(int year) => (year & 3) == 0 && (year % 100 != 0 || (year & 15) == 0);

    public static int InMonth(int year, int month) =>
        DaysBeforeMonth[month] - DaysBeforeMonth[month - 1] + (month == 2 && IsLeap(year) ? 1 : 0);

    /// <returns>False if there is no such day.</returns>
    public static bool TryGet(int year, int month, int day, out int days)
    {
        days = 0;
        if (!IsYear(year) || month is < 1 or > 12 || day < 1 || day > InMonth(year, month))
        {
            return false;
        }

        days = Before(year) + DaysBeforeMonth[month - 1] + (month > 2 && IsLeap(year) ? 1 : 0) + day - 1;
        return true;
    }

    /// <param name="days">From 0 to <see cref="Count"/> - 1.</param>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <param name="day">From 1 to 31.</param>
    /// <param name="dayOfYear">From 1 to 366.</param>
    public static void Split(int days, out int year, out int month, out int day, out int dayOfYear)
    {
        year = YearOf(days);
        var inYear = days - Before(year);
        dayOfYear = inYear + 1;
        var leapDay = IsLeap(year) ? 1 : 0;
        month = 1;
        while (inYear >= DaysBeforeMonth[month] + (month >= 2 ? leapDay : 0))
        {
            month++;
        }

        day = inYear - DaysBeforeMonth[month - 1] - (month > 2 ? leapDay : 0) + 1;
    }

    public static int YearOf(int days)
    {
        var year = (days / DaysPer400Years) * 400;
        days %= DaysPer400Years;
        // The last day of four centuries, and of four years, belongs to a year that is longer than the others.
        var centuries = Math.Min(days / DaysPer100Years, 3);
        days -= centuries * DaysPer100Years;
        year += (centuries * 100) + (days / DaysPer4Years * 4);
        days %= DaysPer4Years;
        return year + Math.Min(days / DaysPerYear, 3) + 1;
    }

    private static int Before(int year)
    {
        year--;
        return (year * DaysPerYear) + (year / 4) - (year / 100) + (year / 400);
    }
}
