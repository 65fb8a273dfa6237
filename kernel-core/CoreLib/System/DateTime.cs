using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>A moment, from the first of year 1 to the end of year 9999, counted in ticks of 100 ns.</summary>
/// <remarks>
/// A kernel's local time is universal time. What time it is, <c>Now</c>, is not here: nothing below the core library knows it. Text is that of the
/// invariant culture.
/// </remarks>
public readonly struct DateTime
    : IComparable, IComparable<DateTime>, IEquatable<DateTime>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<DateTime>
{
    internal const long MaximumTicks = (GregorianCalendarDays.Count * TimeSpan.TicksPerDay) - 1;

    private const int KindShift = 62;
    private const ulong TicksMask = (1UL << KindShift) - 1;
    private const int MaximumMonths = 120_000;
    private const int MaximumYears = 10_000;

    public static readonly DateTime MinValue = new(0);
    public static readonly DateTime MaxValue = new(MaximumTicks);
    public static readonly DateTime UnixEpoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    //  63  62 61                              0
    // +------+---------------------------------+
    // | kind | ticks                           |
    // +------+---------------------------------+
    private readonly ulong _data;

    /// <exception cref="ArgumentOutOfRangeException">No moment has so many ticks.</exception>
    public DateTime(long ticks)
    {
        if ((ulong)ticks > MaximumTicks)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ticks), "Ticks must be between DateTime.MinValue.Ticks and DateTime.MaxValue.Ticks.");
        }

        _data = (ulong)ticks;
    }

    /// <exception cref="ArgumentOutOfRangeException">No moment has so many ticks.</exception>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public DateTime(long ticks, DateTimeKind kind)
        : this(ticks)
    {
        CheckKind(kind);
        _data |= (ulong)kind << KindShift;
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public DateTime(int year, int month, int day)
    {
        _data = (ulong)DateTicks(year, month, day);
    }

    /// <exception cref="ArgumentOutOfRangeException">There is no such day, or no such time of day.</exception>
    public DateTime(int year, int month, int day, int hour, int minute, int second)
    {
        _data = (ulong)(DateTicks(year, month, day) + TimeTicks(hour, minute, second));
    }

    /// <inheritdoc cref="DateTime(int, int, int, int, int, int)"/>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public DateTime(int year, int month, int day, int hour, int minute, int second, DateTimeKind kind)
        : this(year, month, day, hour, minute, second)
    {
        CheckKind(kind);
        _data |= (ulong)kind << KindShift;
    }

    /// <inheritdoc cref="DateTime(int, int, int, int, int, int)"/>
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond)
        : this(year, month, day, hour, minute, second)
    {
        CheckThousandth(millisecond, nameof(millisecond));
        _data += (ulong)(millisecond * TimeSpan.TicksPerMillisecond);
    }

    /// <inheritdoc cref="DateTime(int, int, int, int, int, int, DateTimeKind)"/>
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, DateTimeKind kind)
        : this(year, month, day, hour, minute, second, millisecond)
    {
        CheckKind(kind);
        _data |= (ulong)kind << KindShift;
    }

    /// <inheritdoc cref="DateTime(int, int, int, int, int, int)"/>
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond)
        : this(year, month, day, hour, minute, second, millisecond)
    {
        CheckThousandth(microsecond, nameof(microsecond));
        _data += (ulong)(microsecond * TimeSpan.TicksPerMicrosecond);
    }

    /// <inheritdoc cref="DateTime(int, int, int, int, int, int, DateTimeKind)"/>
    public DateTime(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, DateTimeKind kind)
        : this(year, month, day, hour, minute, second, millisecond, microsecond)
    {
        CheckKind(kind);
        _data |= (ulong)kind << KindShift;
    }

    public DateTime(DateOnly date, TimeOnly time)
        : this((date.DayNumber * TimeSpan.TicksPerDay) + time.Ticks)
    {
    }

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public DateTime(DateOnly date, TimeOnly time, DateTimeKind kind)
        : this((date.DayNumber * TimeSpan.TicksPerDay) + time.Ticks, kind)
    {
    }

    public long Ticks => (long)(_data & TicksMask);

    public DateTimeKind Kind => (DateTimeKind)(_data >> KindShift);

    /// <summary>Midnight of the day, of the same kind.</summary>
    public DateTime Date => WithTicks(Ticks - (Ticks % TimeSpan.TicksPerDay));

    public TimeSpan TimeOfDay => new(Ticks % TimeSpan.TicksPerDay);

    public int Year => GregorianCalendarDays.YearOf(DayNumber);

    public int Month
    {
        get
        {
            GetDate(out _, out var month, out _);
            return month;
        }
    }

    public int Day
    {
        get
        {
            GetDate(out _, out _, out var day);
            return day;
        }
    }

    public int DayOfYear
    {
        get
        {
            GregorianCalendarDays.Split(DayNumber, out _, out _, out _, out var dayOfYear);
            return dayOfYear;
        }
    }

    /// <summary>1 January of year 1 is a Monday.</summary>
    public DayOfWeek DayOfWeek => (DayOfWeek)((DayNumber + 1) % 7);

    public int Hour => (int)(Ticks / TimeSpan.TicksPerHour % 24);

    public int Minute => (int)(Ticks / TimeSpan.TicksPerMinute % 60);

    public int Second => (int)(Ticks / TimeSpan.TicksPerSecond % 60);

    public int Millisecond => (int)(Ticks / TimeSpan.TicksPerMillisecond % 1000);

    public int Microsecond => (int)(Ticks / TimeSpan.TicksPerMicrosecond % 1000);

    public int Nanosecond => (int)(Ticks % TimeSpan.TicksPerMicrosecond * TimeSpan.NanosecondsPerTick);

    internal int DayNumber => (int)(Ticks / TimeSpan.TicksPerDay);

    /// <exception cref="ArgumentOutOfRangeException">There is no such month, or year.</exception>
    public static int DaysInMonth(int year, int month)
    {
        if (month is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(nameof(month), month, "Month must be between one and twelve.");
        }

        CheckYear(year);
        return GregorianCalendarDays.InMonth(year, month);
    }

    /// <exception cref="ArgumentOutOfRangeException">The year is not from 1 to 9999.</exception>
    public static bool IsLeapYear(int year)
    {
        CheckYear(year);
        return GregorianCalendarDays.IsLeap(year);
    }

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static DateTime SpecifyKind(DateTime value, DateTimeKind kind)
    {
        CheckKind(kind);
        return new(value.Ticks, kind);
    }

    /// <summary>The same moment in universal time; what is not said to be universal is taken for local.</summary>
    public DateTime ToUniversalTime() => new(Ticks, DateTimeKind.Utc);

    /// <summary>The same moment in local time, which is universal time; what is not said to be local is taken for universal.</summary>
    public DateTime ToLocalTime() => new(Ticks, DateTimeKind.Local);

    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range.</exception>
    public DateTime Add(TimeSpan value) => AddTicks(value.Ticks);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddDays(double value) => AddUnits(value, TimeSpan.TicksPerDay);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddHours(double value) => AddUnits(value, TimeSpan.TicksPerHour);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddMinutes(double value) => AddUnits(value, TimeSpan.TicksPerMinute);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddSeconds(double value) => AddUnits(value, TimeSpan.TicksPerSecond);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddMilliseconds(double value) => AddUnits(value, TimeSpan.TicksPerMillisecond);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddMicroseconds(double value) => AddUnits(value, TimeSpan.TicksPerMicrosecond);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTime AddTicks(long value) => Plus(value, nameof(value));

    /// <summary>So many months later, or earlier, at the same day of the month, or the last one where that month is shorter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range, or there are more than 120,000 months.</exception>
    public DateTime AddMonths(int months)
    {
        if (months is < -MaximumMonths or > MaximumMonths)
        {
            throw new ArgumentOutOfRangeException(nameof(months), "Months value must be between +/-120000.");
        }

        return AddMonths(months, nameof(months));
    }

    /// <inheritdoc cref="AddMonths(int)"/>
    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range, or there are more than 10,000 years.</exception>
    public DateTime AddYears(int value)
    {
        if (value is < -MaximumYears or > MaximumYears)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "Years value must be between +/-10000.");
        }

        return AddMonths(value * 12, nameof(value));
    }

    public TimeSpan Subtract(DateTime value) => this - value;

    /// <exception cref="ArgumentOutOfRangeException">The difference is out of range.</exception>
    public DateTime Subtract(TimeSpan value) => this - value;

    public static int Compare(DateTime t1, DateTime t2) => t1.Ticks.CompareTo(t2.Ticks);

    public static bool Equals(DateTime t1, DateTime t2) => t1 == t2;

    public int CompareTo(DateTime value) => Compare(this, value);

    /// <exception cref="ArgumentException">The value is no DateTime.</exception>
    public int CompareTo(object? value) => value switch
    {
        null => 1,
        DateTime other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type DateTime."),
    };

    /// <summary>Whether it is the same number of ticks; kinds are not compared.</summary>
    public bool Equals(DateTime value) => this == value;

    public override bool Equals([NotNullWhen(true)] object? value) => value is DateTime other && this == other;

    public override int GetHashCode() => (int)Ticks ^ (int)(Ticks >> 32);

    public void Deconstruct(out DateOnly date, out TimeOnly time)
    {
        date = DateOnly.FromDateTime(this);
        time = TimeOnly.FromDateTime(this);
    }

    public void Deconstruct(out int year, out int month, out int day) => GetDate(out year, out month, out day);

    public override string ToString() => ToString((string?)null);

    /// <summary>As the format says: one of the standard letters, or a custom format.</summary>
    /// <exception cref="FormatException">The format is invalid.</exception>
    public string ToString([StringSyntax(StringSyntaxAttribute.DateTimeFormat)] string? format) => DateTimeText.ToString(Parts, format);

    public string ToString(IFormatProvider? provider) => ToString((string?)null);

    /// <inheritdoc cref="ToString(string)"/>
    public string ToString([StringSyntax(StringSyntaxAttribute.DateTimeFormat)] string? format, IFormatProvider? provider) => ToString(format);

    public string ToLongDateString() => ToString("D");

    public string ToLongTimeString() => ToString("T");

    public string ToShortDateString() => ToString("d");

    public string ToShortTimeString() => ToString("t");

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        [StringSyntax(StringSyntaxAttribute.DateTimeFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(destination), Parts, format), destination.Length, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        [StringSyntax(StringSyntaxAttribute.DateTimeFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(utf8Destination), Parts, format), utf8Destination.Length, out bytesWritten);

    /// <summary>Reads a date, a time, or both, in one of the forms of the invariant culture or of ISO 8601.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    /// <exception cref="NotSupportedException">The text has no date, or no year, and would be of today: the core library does not know what day it is.</exception>
    public static DateTime Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static DateTime Parse(string s, IFormatProvider? provider) => Parse(s, provider, DateTimeStyles.None);

    /// <inheritdoc cref="Parse(string)"/>
    public static DateTime Parse(string s, IFormatProvider? provider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider, styles);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static DateTime Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s, provider, DateTimeStyles.None);

    /// <inheritdoc cref="Parse(string)"/>
    public static DateTime Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null, DateTimeStyles styles = DateTimeStyles.None) =>
        DateTimeParser.TryParse(s, styles, out var parsed) ? parsed.ToDateTime(styles) : throw DateTimeParser.NotRecognized(s, parsed);

    public static bool TryParse([NotNullWhen(true)] string? s, out DateTime result) => TryParse(s.AsSpan(), null, DateTimeStyles.None, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateTime result) =>
        TryParse(s.AsSpan(), provider, DateTimeStyles.None, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, DateTimeStyles styles, out DateTime result) =>
        TryParse(s.AsSpan(), provider, styles, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out DateTime result) => TryParse(s, null, DateTimeStyles.None, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DateTime result) =>
        TryParse(s, provider, DateTimeStyles.None, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, DateTimeStyles styles, out DateTime result)
    {
        var isParsed = DateTimeParser.TryParse(s, styles, out var parsed);
        result = isParsed ? parsed.ToDateTime(styles) : default;
        return isParsed;
    }

    /// <summary>Reads what the format writes.</summary>
    /// <exception cref="FormatException">The text is not of that form, or the format is invalid.</exception>
    /// <exception cref="NotSupportedException">The format has no date, or no year, and the text would be of today.</exception>
    public static DateTime ParseExact(string s, string format, IFormatProvider? provider) => ParseExact(s, format, provider, DateTimeStyles.None);

    /// <inheritdoc cref="ParseExact(string, string, IFormatProvider)"/>
    public static DateTime ParseExact(string s, string format, IFormatProvider? provider, DateTimeStyles style)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(format);
        return ParseExact(s.AsSpan(), format.AsSpan(), provider, style);
    }

    /// <inheritdoc cref="ParseExact(string, string, IFormatProvider)"/>
    public static DateTime ParseExact(
        ReadOnlySpan<char> s, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles style = DateTimeStyles.None) =>
        DateTimeParser.TryParseExact(s, format, style, out var parsed) ? parsed.ToDateTime(style) : throw DateTimeParser.NotRecognized(s);

    /// <inheritdoc cref="ParseExact(string, string, IFormatProvider)"/>
    public static DateTime ParseExact(string s, string[] formats, IFormatProvider? provider, DateTimeStyles style)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(formats);
        return TryParseExact(s, formats, provider, style, out var result) ? result : throw DateTimeParser.NotRecognized(s);
    }

    public static bool TryParseExact(
        [NotNullWhen(true)] string? s, string? format, IFormatProvider? provider, DateTimeStyles style, out DateTime result) =>
        TryParseExact(s.AsSpan(), format.AsSpan(), provider, style, out result);

    public static bool TryParseExact(
        ReadOnlySpan<char> s, ReadOnlySpan<char> format, IFormatProvider? provider, DateTimeStyles style, out DateTime result)
    {
        var isParsed = DateTimeParser.TryParseExact(s, format, style, out var parsed);
        result = isParsed ? parsed.ToDateTime(style) : default;
        return isParsed;
    }

    public static bool TryParseExact(
        [NotNullWhen(true)] string? s, string?[]? formats, IFormatProvider? provider, DateTimeStyles style, out DateTime result)
    {
        foreach (var format in formats ?? [])
        {
            if (TryParseExact(s, format, provider, style, out result))
            {
                return true;
            }
        }

        result = default;
        return false;
    }

    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range.</exception>
    public static DateTime operator +(DateTime d, TimeSpan t) => d.Plus(t.Ticks, nameof(t));

    /// <exception cref="ArgumentOutOfRangeException">The difference is out of range.</exception>
    public static DateTime operator -(DateTime d, TimeSpan t) => d.Plus(-t.Ticks, nameof(t));

    public static TimeSpan operator -(DateTime d1, DateTime d2) => new(d1.Ticks - d2.Ticks);

    public static bool operator ==(DateTime d1, DateTime d2) => d1.Ticks == d2.Ticks;

    public static bool operator !=(DateTime d1, DateTime d2) => d1.Ticks != d2.Ticks;

    public static bool operator <(DateTime t1, DateTime t2) => t1.Ticks < t2.Ticks;

    public static bool operator <=(DateTime t1, DateTime t2) => t1.Ticks <= t2.Ticks;

    public static bool operator >(DateTime t1, DateTime t2) => t1.Ticks > t2.Ticks;

    public static bool operator >=(DateTime t1, DateTime t2) => t1.Ticks >= t2.Ticks;

    internal void GetDate(out int year, out int month, out int day) => GregorianCalendarDays.Split(DayNumber, out year, out month, out day, out _);

    private DateTimeParts Parts => new(Ticks, Kind, null);

    private DateTime WithTicks(long ticks) => new(ticks, Kind);

    private DateTime Plus(long value, string parameter)
    {
        var ticks = unchecked((ulong)(Ticks + value));
        if (ticks > MaximumTicks)
        {
            ThrowSumOutOfRange(parameter);
        }

        return WithTicks((long)ticks);
    }

    private DateTime AddUnits(double value, long ticksPerUnit)
    {
        if (Math.Abs(value) > MaximumTicks / ticksPerUnit)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "Value to add was out of range.");
        }

        // The whole units exactly, and what is behind the point as exactly as a double has it.
        var whole = Math.Truncate(value);
        return AddTicks(((long)whole * ticksPerUnit) + (long)((value - whole) * ticksPerUnit));
    }

    private DateTime AddMonths(int months, string parameter)
    {
        GetDate(out var year, out var month, out var day);
        var index = (year * 12) + month - 1 + months;
        year = index / 12;
        month = (index % 12) + 1;
        if (index < 12 || !GregorianCalendarDays.IsYear(year))
        {
            ThrowSumOutOfRange(parameter);
        }

        day = Math.Min(day, GregorianCalendarDays.InMonth(year, month));
        return WithTicks(DateTicks(year, month, day) + (Ticks % TimeSpan.TicksPerDay));
    }

    private static long DateTicks(int year, int month, int day)
    {
        if (!GregorianCalendarDays.TryGet(year, month, day, out var days))
        {
            throw new ArgumentOutOfRangeException(null, "Year, Month, and Day parameters describe an un-representable DateTime.");
        }

        return days * TimeSpan.TicksPerDay;
    }

    private static long TimeTicks(int hour, int minute, int second)
    {
        if ((uint)hour >= 24 || (uint)minute >= 60 || (uint)second >= 60)
        {
            throw new ArgumentOutOfRangeException(null, "Hour, Minute, and Second parameters describe an un-representable DateTime.");
        }

        return ((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
    }

    private static void CheckKind(DateTimeKind kind)
    {
        if ((uint)kind > (uint)DateTimeKind.Local)
        {
            throw new ArgumentException("Invalid DateTimeKind value.", nameof(kind));
        }
    }

    private static void CheckThousandth(int value, string parameter)
    {
        if ((uint)value >= 1000)
        {
            throw new ArgumentOutOfRangeException(parameter, "Valid values are between 0 and 999, inclusive.");
        }
    }

    private static void CheckYear(int year)
    {
        if (!GregorianCalendarDays.IsYear(year))
        {
            throw new ArgumentOutOfRangeException(nameof(year), "Year must be between 1 and 9999.");
        }
    }

    [DoesNotReturn]
    private static void ThrowSumOutOfRange(string parameter) =>
        throw new ArgumentOutOfRangeException(parameter, "The added or subtracted value results in an un-representable DateTime.");
}
