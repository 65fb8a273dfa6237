using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>A time of day, counted in ticks of 100 ns from midnight.</summary>
public readonly struct TimeOnly
    : IComparable, IComparable<TimeOnly>, IEquatable<TimeOnly>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<TimeOnly>
{
    private readonly long _ticks;

    /// <exception cref="ArgumentOutOfRangeException">There is no such time of day.</exception>
    public TimeOnly(int hour, int minute)
        : this(hour, minute, 0)
    {
    }

    /// <inheritdoc cref="TimeOnly(int, int)"/>
    public TimeOnly(int hour, int minute, int second)
    {
        _ticks = new DateTime(1, 1, 1, hour, minute, second).Ticks;
    }

    /// <inheritdoc cref="TimeOnly(int, int)"/>
    public TimeOnly(int hour, int minute, int second, int millisecond)
    {
        _ticks = new DateTime(1, 1, 1, hour, minute, second, millisecond).Ticks;
    }

    /// <inheritdoc cref="TimeOnly(int, int)"/>
    public TimeOnly(int hour, int minute, int second, int millisecond, int microsecond)
    {
        _ticks = new DateTime(1, 1, 1, hour, minute, second, millisecond, microsecond).Ticks;
    }

    /// <inheritdoc cref="TimeOnly(int, int)"/>
    public TimeOnly(long ticks)
    {
        if ((ulong)ticks >= TimeSpan.TicksPerDay)
        {
            throw new ArgumentOutOfRangeException(nameof(ticks), "Ticks must be between 0 and and TimeOnly.MaxValue.Ticks.");
        }

        _ticks = ticks;
    }

    public static TimeOnly MinValue => default;

    public static TimeOnly MaxValue => new(TimeSpan.TicksPerDay - 1);

    public long Ticks => _ticks;

    public int Hour => Time.Hour;

    public int Minute => Time.Minute;

    public int Second => Time.Second;

    public int Millisecond => Time.Millisecond;

    public int Microsecond => Time.Microsecond;

    public int Nanosecond => Time.Nanosecond;

    private DateTime Time => new(_ticks);

    /// <exception cref="ArgumentOutOfRangeException">There is no such time of day.</exception>
    public static TimeOnly FromTimeSpan(TimeSpan timeSpan) => new(timeSpan.Ticks);

    public static TimeOnly FromDateTime(DateTime dateTime) => new(dateTime.Ticks % TimeSpan.TicksPerDay);

    public TimeSpan ToTimeSpan() => new(_ticks);

    /// <summary>Later by so much; midnight starts over.</summary>
    public TimeOnly Add(TimeSpan value) => Add(value, out _);

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public TimeOnly Add(TimeSpan value, out int wrappedDays)
    {
        wrappedDays = (int)(value.Ticks / TimeSpan.TicksPerDay);
        var ticks = _ticks + (value.Ticks % TimeSpan.TicksPerDay);
        if (ticks < 0)
        {
            wrappedDays--;
            ticks += TimeSpan.TicksPerDay;
        }
        else if (ticks >= TimeSpan.TicksPerDay)
        {
            wrappedDays++;
            ticks -= TimeSpan.TicksPerDay;
        }

        return new(ticks);
    }

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public TimeOnly AddHours(double value) => Add(TimeSpan.FromHours(value));

    /// <inheritdoc cref="Add(TimeSpan)"/>
    public TimeOnly AddMinutes(double value) => Add(TimeSpan.FromMinutes(value));

    /// <summary>Whether it is from the start on, and before the end; over midnight where the end is before the start.</summary>
    public bool IsBetween(TimeOnly start, TimeOnly end) =>
        start._ticks <= end._ticks ? start._ticks <= _ticks && _ticks < end._ticks : start._ticks <= _ticks || _ticks < end._ticks;

    public void Deconstruct(out int hour, out int minute)
    {
        hour = Hour;
        minute = Minute;
    }

    public void Deconstruct(out int hour, out int minute, out int second)
    {
        (hour, minute) = this;
        second = Second;
    }

    public int CompareTo(TimeOnly value) => _ticks.CompareTo(value._ticks);

    /// <exception cref="ArgumentException">The value is no TimeOnly.</exception>
    public int CompareTo(object? value) => value switch
    {
        null => 1,
        TimeOnly other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type TimeOnly."),
    };

    public bool Equals(TimeOnly value) => _ticks == value._ticks;

    public override bool Equals([NotNullWhen(true)] object? value) => value is TimeOnly other && Equals(other);

    public override int GetHashCode() => _ticks.GetHashCode();

    public override string ToString() => ToString((string?)null);

    /// <exception cref="FormatException">The format is invalid, or has a date.</exception>
    public string ToString([StringSyntax(StringSyntaxAttribute.TimeOnlyFormat)] string? format) => DateTimeText.ToString(Parts, Format(format));

    public string ToString(IFormatProvider? provider) => ToString((string?)null);

    /// <inheritdoc cref="ToString(string)"/>
    public string ToString([StringSyntax(StringSyntaxAttribute.TimeOnlyFormat)] string? format, IFormatProvider? provider) => ToString(format);

    public string ToLongTimeString() => ToString("T");

    public string ToShortTimeString() => ToString("t");

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        [StringSyntax(StringSyntaxAttribute.TimeOnlyFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(destination), Parts, Format(format)), destination.Length, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        [StringSyntax(StringSyntaxAttribute.TimeOnlyFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(utf8Destination), Parts, Format(format)), utf8Destination.Length, out bytesWritten);

    /// <summary>Reads hours with minutes, seconds and their fractions, or with AM and PM.</summary>
    /// <exception cref="FormatException">The text is no time of day.</exception>
    public static TimeOnly Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static TimeOnly Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static TimeOnly Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw DateTimeParser.NotRecognized(s, "TimeOnly", IsMoment(s));

    public static bool TryParse([NotNullWhen(true)] string? s, out TimeOnly result) => TryParse(s.AsSpan(), null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimeOnly result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out TimeOnly result) => TryParse(s, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TimeOnly result) =>
        From(DateTimeParser.TryParse(s, DateTimeStyles.None, out var parsed), parsed, out result);

    /// <summary>Reads what the format writes.</summary>
    /// <exception cref="FormatException">The text is not of that form, or the format is invalid.</exception>
    public static TimeOnly ParseExact(string s, string format)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParseExact(s, format, out var result) ? result : throw DateTimeParser.NotRecognized(s, "TimeOnly");
    }

    public static bool TryParseExact([NotNullWhen(true)] string? s, string? format, out TimeOnly result) =>
        From(DateTimeParser.TryParseExact(s, Format(format), DateTimeStyles.None, out var parsed), parsed, out result);

    public static bool operator ==(TimeOnly left, TimeOnly right) => left._ticks == right._ticks;

    public static bool operator !=(TimeOnly left, TimeOnly right) => left._ticks != right._ticks;

    public static bool operator <(TimeOnly left, TimeOnly right) => left._ticks < right._ticks;

    public static bool operator <=(TimeOnly left, TimeOnly right) => left._ticks <= right._ticks;

    public static bool operator >(TimeOnly left, TimeOnly right) => left._ticks > right._ticks;

    public static bool operator >=(TimeOnly left, TimeOnly right) => left._ticks >= right._ticks;

    /// <summary>From the second time to the first, over midnight where the first is earlier.</summary>
    public static TimeSpan operator -(TimeOnly t1, TimeOnly t2) =>
        new(t1._ticks - t2._ticks + (t1._ticks < t2._ticks ? TimeSpan.TicksPerDay : 0));

    private DateTimeParts Parts => new(_ticks, DateTimeKind.Unspecified, null);

    private static bool IsMoment(ReadOnlySpan<char> text) => DateTimeParser.TryParse(text, DateTimeStyles.None, out _);

    private static bool From(bool isParsed, in ParsedDateTime parsed, out TimeOnly result)
    {
        var isTime = isParsed && parsed is { HasDate: false, DayOfWeek: < 0, Offset: null };
        result = isTime ? FromDateTime(parsed.ToUnspecified(DateTimeStyles.NoCurrentDateDefault)) : default;
        return isTime;
    }

    /// <summary>The custom format that says the same, if it is one of a time.</summary>
    private static ReadOnlySpan<char> Format(ReadOnlySpan<char> format) => format switch
    {
        [] => DateTimeText.TimeFormat,
        ['o' or 'O'] => "HH:mm:ss.fffffff",
        ['r' or 'R'] => "HH:mm:ss",
        [var letter] when letter is not ('t' or 'T') => throw new FormatException(DateTimeText.InvalidFormat),
        [_] => DateTimeText.Expand(format[0]),
        _ when format.ContainsAny("yMdgzK/") => throw new FormatException(DateTimeText.InvalidFormat),
        _ => format,
    };
}
