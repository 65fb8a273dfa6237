using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>A moment, and how far the clock on the wall was ahead of universal time.</summary>
/// <remarks>Two are equal if they are the same moment, whatever the clocks on the wall say. What time it is, <c>Now</c>, is not here.</remarks>
public readonly struct DateTimeOffset
    : IComparable, IComparable<DateTimeOffset>, IEquatable<DateTimeOffset>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<DateTimeOffset>
{
    private const long MaximumOffset = 14 * TimeSpan.TicksPerHour;
    private const long MillisecondsBeforeUnixEpoch = 62_135_596_800_000;

    public static readonly DateTimeOffset MinValue = new(0, TimeSpan.Zero);
    public static readonly DateTimeOffset MaxValue = new(DateTime.MaximumTicks, TimeSpan.Zero);
    public static readonly DateTimeOffset UnixEpoch = new(DateTime.UnixEpoch.Ticks, TimeSpan.Zero);

    private readonly DateTime _universal;
    private readonly short _offsetMinutes;

    /// <param name="ticks">By the clock on the wall.</param>
    /// <param name="offset">Whole minutes, 14 hours at most.</param>
    /// <exception cref="ArgumentException">The offset is not in whole minutes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The offset, or the moment, is out of range.</exception>
    public DateTimeOffset(long ticks, TimeSpan offset)
        : this(new DateTime(ticks), offset)
    {
    }

    /// <summary>A moment of local time, which is universal time.</summary>
    public DateTimeOffset(DateTime dateTime)
        : this(dateTime, TimeSpan.Zero)
    {
    }

    /// <inheritdoc cref="DateTimeOffset(long, TimeSpan)"/>
    /// <exception cref="ArgumentException">The offset is not in whole minutes, or not that of the kind.</exception>
    public DateTimeOffset(DateTime dateTime, TimeSpan offset)
    {
        if (dateTime.Kind != DateTimeKind.Unspecified && offset != TimeSpan.Zero)
        {
            throw new ArgumentException(
                dateTime.Kind == DateTimeKind.Utc
                    ? "The UTC Offset for Utc DateTime instances must be 0."
                    : "The UTC Offset of the local dateTime parameter does not match the offset argument.",
                nameof(offset));
        }

        if (offset.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            throw new ArgumentException("Offset must be specified in whole minutes.", nameof(offset));
        }

        if (offset.Ticks is < -MaximumOffset or > MaximumOffset)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), "Offset must be within plus or minus 14 hours.");
        }

        var ticks = dateTime.Ticks - offset.Ticks;
        if ((ulong)ticks > DateTime.MaximumTicks)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), "The UTC time represented when the offset is applied must be between year 0 and 10,000.");
        }

        _universal = new(ticks);
        _offsetMinutes = (short)(offset.Ticks / TimeSpan.TicksPerMinute);
    }

    public DateTimeOffset(DateOnly date, TimeOnly time, TimeSpan offset)
        : this(new DateTime(date, time), offset)
    {
    }

    /// <inheritdoc cref="DateTimeOffset(long, TimeSpan)"/>
    public DateTimeOffset(int year, int month, int day, int hour, int minute, int second, TimeSpan offset)
        : this(new DateTime(year, month, day, hour, minute, second), offset)
    {
    }

    /// <inheritdoc cref="DateTimeOffset(long, TimeSpan)"/>
    public DateTimeOffset(int year, int month, int day, int hour, int minute, int second, int millisecond, TimeSpan offset)
        : this(new DateTime(year, month, day, hour, minute, second, millisecond), offset)
    {
    }

    /// <inheritdoc cref="DateTimeOffset(long, TimeSpan)"/>
    public DateTimeOffset(int year, int month, int day, int hour, int minute, int second, int millisecond, int microsecond, TimeSpan offset)
        : this(new DateTime(year, month, day, hour, minute, second, millisecond, microsecond), offset)
    {
    }

    /// <summary>By the clock on the wall.</summary>
    public DateTime DateTime => new(_universal.Ticks + Offset.Ticks);

    public DateTime UtcDateTime => DateTime.SpecifyKind(_universal, DateTimeKind.Utc);

    public DateTime LocalDateTime => UtcDateTime.ToLocalTime();

    public TimeSpan Offset => new(_offsetMinutes * TimeSpan.TicksPerMinute);

    public int TotalOffsetMinutes => _offsetMinutes;

    public DateTime Date => DateTime.Date;

    public TimeSpan TimeOfDay => DateTime.TimeOfDay;

    public long Ticks => DateTime.Ticks;

    public long UtcTicks => _universal.Ticks;

    public int Year => DateTime.Year;

    public int Month => DateTime.Month;

    public int Day => DateTime.Day;

    public int DayOfYear => DateTime.DayOfYear;

    public DayOfWeek DayOfWeek => DateTime.DayOfWeek;

    public int Hour => DateTime.Hour;

    public int Minute => DateTime.Minute;

    public int Second => DateTime.Second;

    public int Millisecond => DateTime.Millisecond;

    public int Microsecond => DateTime.Microsecond;

    public int Nanosecond => DateTime.Nanosecond;

    /// <exception cref="ArgumentOutOfRangeException">The moment is out of range.</exception>
    public static DateTimeOffset FromUnixTimeSeconds(long seconds)
    {
        const long Minimum = -MillisecondsBeforeUnixEpoch / 1000;
        const long Maximum = (DateTime.MaximumTicks / TimeSpan.TicksPerSecond) + Minimum;
        if (seconds is < Minimum or > Maximum)
        {
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"Valid values are between {Minimum} and {Maximum}, inclusive.");
        }

        return UnixEpoch.AddTicks(seconds * TimeSpan.TicksPerSecond);
    }

    /// <inheritdoc cref="FromUnixTimeSeconds(long)"/>
    public static DateTimeOffset FromUnixTimeMilliseconds(long milliseconds)
    {
        const long Maximum = (DateTime.MaximumTicks / TimeSpan.TicksPerMillisecond) - MillisecondsBeforeUnixEpoch;
        if (milliseconds is < -MillisecondsBeforeUnixEpoch or > Maximum)
        {
            throw new ArgumentOutOfRangeException(
                nameof(milliseconds), milliseconds, $"Valid values are between {-MillisecondsBeforeUnixEpoch} and {Maximum}, inclusive.");
        }

        return UnixEpoch.AddTicks(milliseconds * TimeSpan.TicksPerMillisecond);
    }

    public long ToUnixTimeSeconds() => (_universal.Ticks / TimeSpan.TicksPerSecond) - (MillisecondsBeforeUnixEpoch / 1000);

    public long ToUnixTimeMilliseconds() => (_universal.Ticks / TimeSpan.TicksPerMillisecond) - MillisecondsBeforeUnixEpoch;

    /// <summary>The same moment by the clock of another zone.</summary>
    /// <inheritdoc cref="DateTimeOffset(long, TimeSpan)"/>
    public DateTimeOffset ToOffset(TimeSpan offset) => new(_universal.Add(offset), offset);

    public DateTimeOffset ToUniversalTime() => new(_universal, TimeSpan.Zero);

    public DateTimeOffset ToLocalTime() => ToUniversalTime();

    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range.</exception>
    public DateTimeOffset Add(TimeSpan timeSpan) => new(DateTime.Add(timeSpan), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddDays(double days) => new(DateTime.AddDays(days), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddHours(double hours) => new(DateTime.AddHours(hours), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddMinutes(double minutes) => new(DateTime.AddMinutes(minutes), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddSeconds(double seconds) => new(DateTime.AddSeconds(seconds), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddMilliseconds(double milliseconds) => new(DateTime.AddMilliseconds(milliseconds), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddMicroseconds(double microseconds) => new(DateTime.AddMicroseconds(microseconds), Offset);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public DateTimeOffset AddTicks(long ticks) => new(DateTime.AddTicks(ticks), Offset);

    /// <inheritdoc cref="DateTime.AddMonths(int)"/>
    public DateTimeOffset AddMonths(int months) => new(DateTime.AddMonths(months), Offset);

    /// <inheritdoc cref="DateTime.AddYears(int)"/>
    public DateTimeOffset AddYears(int years) => new(DateTime.AddYears(years), Offset);

    public TimeSpan Subtract(DateTimeOffset value) => _universal - value._universal;

    /// <exception cref="ArgumentOutOfRangeException">The difference is out of range.</exception>
    public DateTimeOffset Subtract(TimeSpan value) => new(DateTime.Subtract(value), Offset);

    public static int Compare(DateTimeOffset first, DateTimeOffset second) => DateTime.Compare(first._universal, second._universal);

    public static bool Equals(DateTimeOffset first, DateTimeOffset second) => first._universal == second._universal;

    public int CompareTo(DateTimeOffset other) => Compare(this, other);

    /// <exception cref="ArgumentException">The value is no DateTimeOffset.</exception>
    int IComparable.CompareTo(object? obj) => obj switch
    {
        null => 1,
        DateTimeOffset other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type DateTimeOffset."),
    };

    public bool Equals(DateTimeOffset other) => _universal == other._universal;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is DateTimeOffset other && Equals(other);

    /// <summary>Whether moment and offset are the same.</summary>
    public bool EqualsExact(DateTimeOffset other) => _universal == other._universal && _offsetMinutes == other._offsetMinutes;

    public override int GetHashCode() => _universal.GetHashCode();

    public void Deconstruct(out DateOnly date, out TimeOnly time, out TimeSpan offset)
    {
        (date, time) = DateTime;
        offset = Offset;
    }

    public override string ToString() => ToString((string?)null);

    /// <inheritdoc cref="DateTime.ToString(string)"/>
    public string ToString([StringSyntax(StringSyntaxAttribute.DateTimeFormat)] string? format) => DateTimeText.ToString(Parts, format);

    public string ToString(IFormatProvider? formatProvider) => ToString((string?)null);

    /// <inheritdoc cref="DateTime.ToString(string)"/>
    public string ToString([StringSyntax(StringSyntaxAttribute.DateTimeFormat)] string? format, IFormatProvider? formatProvider) => ToString(format);

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        [StringSyntax(StringSyntaxAttribute.DateTimeFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? formatProvider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(destination), Parts, format), destination.Length, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        [StringSyntax(StringSyntaxAttribute.DateTimeFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? formatProvider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(utf8Destination), Parts, format), utf8Destination.Length, out bytesWritten);

    /// <inheritdoc cref="DateTime.Parse(string)"/>
    public static DateTimeOffset Parse(string input) => Parse(input, null);

    /// <inheritdoc cref="DateTime.Parse(string)"/>
    public static DateTimeOffset Parse(string input, IFormatProvider? formatProvider) => Parse(input, formatProvider, DateTimeStyles.None);

    /// <inheritdoc cref="DateTime.Parse(string)"/>
    public static DateTimeOffset Parse(string input, IFormatProvider? formatProvider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(input);
        return TryParse(input, formatProvider, styles, out var result) ? result : throw DateTimeParser.NotRecognized(input);
    }

    /// <inheritdoc cref="DateTime.Parse(string)"/>
    public static DateTimeOffset Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw DateTimeParser.NotRecognized(s);

    public static bool TryParse([NotNullWhen(true)] string? input, out DateTimeOffset result) => TryParse(input.AsSpan(), null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateTimeOffset result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DateTimeOffset result) =>
        From(DateTimeParser.TryParse(s, DateTimeStyles.None, out var parsed), parsed, DateTimeStyles.None, out result);

    public static bool TryParse([NotNullWhen(true)] string? input, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result) =>
        From(DateTimeParser.TryParse(input, styles, out var parsed), parsed, styles, out result);

    /// <inheritdoc cref="DateTime.ParseExact(string, string, IFormatProvider)"/>
    public static DateTimeOffset ParseExact(string input, string format, IFormatProvider? formatProvider) =>
        ParseExact(input, format, formatProvider, DateTimeStyles.None);

    /// <inheritdoc cref="DateTime.ParseExact(string, string, IFormatProvider)"/>
    public static DateTimeOffset ParseExact(string input, string format, IFormatProvider? formatProvider, DateTimeStyles styles)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(format);
        return TryParseExact(input, format, formatProvider, styles, out var result) ? result : throw DateTimeParser.NotRecognized(input);
    }

    public static bool TryParseExact(
        [NotNullWhen(true)] string? input, string? format, IFormatProvider? formatProvider, DateTimeStyles styles, out DateTimeOffset result) =>
        From(DateTimeParser.TryParseExact(input, format, styles, out var parsed), parsed, styles, out result);

    public static implicit operator DateTimeOffset(DateTime dateTime) => new(dateTime);

    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range.</exception>
    public static DateTimeOffset operator +(DateTimeOffset dateTimeOffset, TimeSpan timeSpan) => dateTimeOffset.Add(timeSpan);

    /// <exception cref="ArgumentOutOfRangeException">The difference is out of range.</exception>
    public static DateTimeOffset operator -(DateTimeOffset dateTimeOffset, TimeSpan timeSpan) => dateTimeOffset.Subtract(timeSpan);

    public static TimeSpan operator -(DateTimeOffset left, DateTimeOffset right) => left.Subtract(right);

    public static bool operator ==(DateTimeOffset left, DateTimeOffset right) => left._universal == right._universal;

    public static bool operator !=(DateTimeOffset left, DateTimeOffset right) => left._universal != right._universal;

    public static bool operator <(DateTimeOffset left, DateTimeOffset right) => left._universal < right._universal;

    public static bool operator <=(DateTimeOffset left, DateTimeOffset right) => left._universal <= right._universal;

    public static bool operator >(DateTimeOffset left, DateTimeOffset right) => left._universal > right._universal;

    public static bool operator >=(DateTimeOffset left, DateTimeOffset right) => left._universal >= right._universal;

    private DateTimeParts Parts => new(Ticks, DateTimeKind.Unspecified, Offset);

    private static bool From(bool isParsed, in ParsedDateTime parsed, DateTimeStyles styles, out DateTimeOffset result)
    {
        result = isParsed ? new(parsed.ToUnspecified(styles), parsed.Offset.GetValueOrDefault()) : default;
        result = (styles & DateTimeStyles.AdjustToUniversal) != 0 ? result.ToUniversalTime() : result;
        return isParsed;
    }
}
