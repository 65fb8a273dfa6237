using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace System;

/// <summary>A day, from the first of year 1 to the last of year 9999.</summary>
public readonly struct DateOnly
    : IComparable, IComparable<DateOnly>, IEquatable<DateOnly>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<DateOnly>
{
    private readonly int _dayNumber;

    /// <exception cref="ArgumentOutOfRangeException">There is no such day.</exception>
    public DateOnly(int year, int month, int day)
    {
        _dayNumber = new DateTime(year, month, day).DayNumber;
    }

    private DateOnly(int dayNumber)
    {
        _dayNumber = dayNumber;
    }

    public static DateOnly MinValue => new(0);

    public static DateOnly MaxValue => new(GregorianCalendarDays.Count - 1);

    /// <summary>Counted from 1 January of year 1, which is 0.</summary>
    public int DayNumber => _dayNumber;

    public int Year => Midnight.Year;

    public int Month => Midnight.Month;

    public int Day => Midnight.Day;

    public int DayOfYear => Midnight.DayOfYear;

    public DayOfWeek DayOfWeek => Midnight.DayOfWeek;

    private DateTime Midnight => new(_dayNumber * TimeSpan.TicksPerDay);

    /// <exception cref="ArgumentOutOfRangeException">No day has that number.</exception>
    public static DateOnly FromDayNumber(int dayNumber)
    {
        if ((uint)dayNumber >= GregorianCalendarDays.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(dayNumber), dayNumber, "Day number must be between 0 and DateOnly.MaxValue.DayNumber.");
        }

        return new(dayNumber);
    }

    public static DateOnly FromDateTime(DateTime dateTime) => new(dateTime.DayNumber);

    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range.</exception>
    public DateOnly AddDays(int value)
    {
        var dayNumber = unchecked(_dayNumber + value);
        if ((uint)dayNumber >= GregorianCalendarDays.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "Value to add was out of range.");
        }

        return new(dayNumber);
    }

    /// <inheritdoc cref="DateTime.AddMonths(int)"/>
    public DateOnly AddMonths(int value) => FromDateTime(Midnight.AddMonths(value));

    /// <inheritdoc cref="DateTime.AddYears(int)"/>
    public DateOnly AddYears(int value) => FromDateTime(Midnight.AddYears(value));

    public DateTime ToDateTime(TimeOnly time) => new(this, time);

    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public DateTime ToDateTime(TimeOnly time, DateTimeKind kind) => new(this, time, kind);

    public void Deconstruct(out int year, out int month, out int day) => Midnight.GetDate(out year, out month, out day);

    public int CompareTo(DateOnly value) => _dayNumber.CompareTo(value._dayNumber);

    /// <exception cref="ArgumentException">The value is no DateOnly.</exception>
    public int CompareTo(object? value) => value switch
    {
        null => 1,
        DateOnly other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type DateOnly."),
    };

    public bool Equals(DateOnly value) => _dayNumber == value._dayNumber;

    public override bool Equals([NotNullWhen(true)] object? value) => value is DateOnly other && Equals(other);

    public override int GetHashCode() => _dayNumber;

    public override string ToString() => ToString((string?)null);

    /// <exception cref="FormatException">The format is invalid, or has a time.</exception>
    public string ToString([StringSyntax(StringSyntaxAttribute.DateOnlyFormat)] string? format) => DateTimeText.ToString(Parts, Format(format));

    public string ToString(IFormatProvider? provider) => ToString((string?)null);

    /// <inheritdoc cref="ToString(string)"/>
    public string ToString([StringSyntax(StringSyntaxAttribute.DateOnlyFormat)] string? format, IFormatProvider? provider) => ToString(format);

    public string ToLongDateString() => ToString("D");

    public string ToShortDateString() => ToString("d");

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        [StringSyntax(StringSyntaxAttribute.DateOnlyFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(destination), Parts, Format(format)), destination.Length, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        [StringSyntax(StringSyntaxAttribute.DateOnlyFormat)] ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        NumberWriter.TryFinish(DateTimeText.Format(new NumberWriter(utf8Destination), Parts, Format(format)), utf8Destination.Length, out bytesWritten);

    /// <summary>Reads a date in one of the forms of the invariant culture or of ISO 8601.</summary>
    /// <exception cref="FormatException">The text is no date.</exception>
    /// <exception cref="NotSupportedException">The text has no year, and would be of this one: the core library does not know which it is.</exception>
    public static DateOnly Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static DateOnly Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static DateOnly Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result) ? result : throw DateTimeParser.NotRecognized(s, "DateOnly", IsMoment(s));

    public static bool TryParse([NotNullWhen(true)] string? s, out DateOnly result) => TryParse(s.AsSpan(), null, out result);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DateOnly result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out DateOnly result) => TryParse(s, null, out result);

    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DateOnly result) =>
        From(DateTimeParser.TryParse(s, DateTimeStyles.None, out var parsed), parsed, out result);

    /// <summary>Reads what the format writes.</summary>
    /// <exception cref="FormatException">The text is not of that form, or the format is invalid.</exception>
    public static DateOnly ParseExact(string s, string format)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParseExact(s, format, out var result) ? result : throw DateTimeParser.NotRecognized(s, "DateOnly");
    }

    public static bool TryParseExact([NotNullWhen(true)] string? s, string? format, out DateOnly result) =>
        From(DateTimeParser.TryParseExact(s, Format(format), DateTimeStyles.None, out var parsed), parsed, out result);

    public static bool operator ==(DateOnly left, DateOnly right) => left._dayNumber == right._dayNumber;

    public static bool operator !=(DateOnly left, DateOnly right) => left._dayNumber != right._dayNumber;

    public static bool operator <(DateOnly left, DateOnly right) => left._dayNumber < right._dayNumber;

    public static bool operator <=(DateOnly left, DateOnly right) => left._dayNumber <= right._dayNumber;

    public static bool operator >(DateOnly left, DateOnly right) => left._dayNumber > right._dayNumber;

    public static bool operator >=(DateOnly left, DateOnly right) => left._dayNumber >= right._dayNumber;

    private DateTimeParts Parts => new(Midnight.Ticks, DateTimeKind.Unspecified, null);

    private static bool IsMoment(ReadOnlySpan<char> text) => DateTimeParser.TryParse(text, DateTimeStyles.None, out _);

    private static bool From(bool isParsed, in ParsedDateTime parsed, out DateOnly result)
    {
        var isDate = isParsed && parsed is { HasDate: true, Hour: < 0, Offset: null };
        result = isDate ? FromDateTime(parsed.ToUnspecified(DateTimeStyles.None)) : default;
        return isDate;
    }

    /// <summary>The custom format that says the same, if it is one of a date.</summary>
    private static ReadOnlySpan<char> Format(ReadOnlySpan<char> format) => format switch
    {
        [] => DateTimeText.DateFormat,
        ['o' or 'O'] => "yyyy-MM-dd",
        ['r' or 'R'] => "ddd, dd MMM yyyy",
        [var letter] when letter is not ('d' or 'D' or 'm' or 'M' or 'y' or 'Y') => throw new FormatException(DateTimeText.InvalidFormat),
        [_] => DateTimeText.Expand(format[0]),
        _ when format.ContainsAny("hHmsfFtzK") && !IsQuoted(format) => throw new FormatException(DateTimeText.InvalidFormat),
        _ => format,
    };

    private static bool IsQuoted(ReadOnlySpan<char> format)
    {
        var quotation = '\0';
        for (var i = 0; i < format.Length; i++)
        {
            var letter = format[i];
            if (quotation != '\0')
            {
                quotation = letter == quotation ? '\0' : quotation;
            }
            else if (letter is '\'' or '"')
            {
                quotation = letter;
            }
            else if (letter == '\\')
            {
                i++;
            }
            else if ("hHmsfFtzK".Contains(letter))
            {
                return false;
            }
        }

        return true;
    }
}
