using System.Globalization;

namespace System;

/// <summary>What a text said of a date and a time; parts that it did not mention are -1, or null.</summary>
internal struct ParsedDateTime()
{
    public int Year = -1;
    public int Month = -1;
    public int Day = -1;
    public int DayOfWeek = -1;
    public int Hour = -1;
    public int Minute;
    public int Second;

    /// <summary>Of a second, in ticks.</summary>
    public int Fraction;

    public bool? IsAfternoon;
    public TimeSpan? Offset;

    /// <summary>The text says Z or GMT, which also is an <see cref="Offset"/>.</summary>
    public bool IsUniversal;

    /// <summary>Where a word begins that is none of a date; -1 if there is none.</summary>
    public int UnknownWord = -1;

    public readonly bool HasDate => Year >= 0 || Month >= 0 || Day >= 0;

    /// <summary>Whether the parts are possible, and go together. Turns hours of half a day into those of a day.</summary>
    public bool Complete()
    {
        if (IsAfternoon is { } isAfternoon)
        {
            // After noon the hours may be those of a day as well.
            if (Hour < 0 || Hour > (isAfternoon ? 23 : 12))
            {
                return false;
            }

            Hour = isAfternoon && Hour >= 12 ? Hour : (Hour % 12) + (isAfternoon ? 12 : 0);
        }

        if (Hour >= 24 || Minute >= 60 || Second >= 60)
        {
            return false;
        }

        // A year that is not known may have 29 February.
        return !HasDate
            || (GregorianCalendarDays.TryGet(Year < 0 ? 4 : Year, Month < 0 ? 1 : Month, Day < 0 ? 1 : Day, out var days)
                && (DayOfWeek < 0 || Year < 0 || (days + 1) % 7 == DayOfWeek));
    }

    /// <summary>The moment by the clock on the wall, of no kind.</summary>
    /// <exception cref="NotSupportedException">It would be of this day or year.</exception>
    public readonly DateTime ToUnspecified(DateTimeStyles styles)
    {
        if (Year < 0 && (HasDate || (styles & DateTimeStyles.NoCurrentDateDefault) == 0))
        {
            throw new NotSupportedException(
                "A text without a year is of this year, and one without a date of today; the core library does not know what day it is.");
        }

        var date = new DateTime(Year < 0 ? 1 : Year, Month < 0 ? 1 : Month, Day < 0 ? 1 : Day, Math.Max(Hour, 0), Minute, Second);
        return date.AddTicks(Fraction);
    }

    public readonly DateTime ToDateTime(DateTimeStyles styles)
    {
        var moment = ToUnspecified(styles);
        if (Offset is null && (styles & (DateTimeStyles.AssumeLocal | DateTimeStyles.AssumeUniversal)) == 0)
        {
            return moment;
        }

        var isUniversal = (styles & DateTimeStyles.AdjustToUniversal) != 0
            || (IsUniversal && (styles & DateTimeStyles.RoundtripKind) != 0);
        return DateTime.SpecifyKind(moment - Offset.GetValueOrDefault(), isUniversal ? DateTimeKind.Utc : DateTimeKind.Local);
    }
}
