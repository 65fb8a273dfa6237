using System.Diagnostics.CodeAnalysis;

namespace System;

/// <summary>A length of time, counted in ticks of 100 ns.</summary>
public readonly struct TimeSpan
    : IComparable, IComparable<TimeSpan>, IEquatable<TimeSpan>, ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<TimeSpan>
{
    public const long NanosecondsPerTick = 100;

    public const long TicksPerMicrosecond = 10;
    public const long TicksPerMillisecond = TicksPerMicrosecond * 1000;
    public const long TicksPerSecond = TicksPerMillisecond * 1000;
    public const long TicksPerMinute = TicksPerSecond * 60;
    public const long TicksPerHour = TicksPerMinute * 60;
    public const long TicksPerDay = TicksPerHour * 24;

    public const long MicrosecondsPerMillisecond = TicksPerMillisecond / TicksPerMicrosecond;
    public const long MicrosecondsPerSecond = TicksPerSecond / TicksPerMicrosecond;
    public const long MicrosecondsPerMinute = TicksPerMinute / TicksPerMicrosecond;
    public const long MicrosecondsPerHour = TicksPerHour / TicksPerMicrosecond;
    public const long MicrosecondsPerDay = TicksPerDay / TicksPerMicrosecond;

    public const long MillisecondsPerSecond = TicksPerSecond / TicksPerMillisecond;
    public const long MillisecondsPerMinute = TicksPerMinute / TicksPerMillisecond;
    public const long MillisecondsPerHour = TicksPerHour / TicksPerMillisecond;
    public const long MillisecondsPerDay = TicksPerDay / TicksPerMillisecond;

    public const long SecondsPerMinute = TicksPerMinute / TicksPerSecond;
    public const long SecondsPerHour = TicksPerHour / TicksPerSecond;
    public const long SecondsPerDay = TicksPerDay / TicksPerSecond;

    public const long MinutesPerHour = TicksPerHour / TicksPerMinute;
    public const long MinutesPerDay = TicksPerDay / TicksPerMinute;

    public const int HoursPerDay = (int)(TicksPerDay / TicksPerHour);

    public static readonly TimeSpan Zero = new(0);
    public static readonly TimeSpan MaxValue = new(long.MaxValue);
    public static readonly TimeSpan MinValue = new(long.MinValue);

    private readonly long _ticks;

    public TimeSpan(long ticks)
    {
        _ticks = ticks;
    }

    /// <exception cref="ArgumentOutOfRangeException">The sum is out of range.</exception>
    public TimeSpan(int hours, int minutes, int seconds)
        : this(0, hours, minutes, seconds)
    {
    }

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public TimeSpan(int days, int hours, int minutes, int seconds)
        : this(days, hours, minutes, seconds, 0)
    {
    }

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds)
        : this(days, hours, minutes, seconds, milliseconds, 0)
    {
    }

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public TimeSpan(int days, int hours, int minutes, int seconds, int milliseconds, int microseconds)
    {
        _ticks = FromParts(days, hours, minutes, seconds, milliseconds, microseconds)._ticks;
    }

    public long Ticks => _ticks;

    public int Days => (int)(_ticks / TicksPerDay);

    public int Hours => (int)(_ticks / TicksPerHour % HoursPerDay);

    public int Minutes => (int)(_ticks / TicksPerMinute % MinutesPerHour);

    public int Seconds => (int)(_ticks / TicksPerSecond % SecondsPerMinute);

    public int Milliseconds => (int)(_ticks / TicksPerMillisecond % MillisecondsPerSecond);

    public int Microseconds => (int)(_ticks / TicksPerMicrosecond % MicrosecondsPerMillisecond);

    public int Nanoseconds => (int)(_ticks % TicksPerMicrosecond * NanosecondsPerTick);

    public double TotalDays => (double)_ticks / TicksPerDay;

    public double TotalHours => (double)_ticks / TicksPerHour;

    public double TotalMinutes => (double)_ticks / TicksPerMinute;

    public double TotalSeconds => (double)_ticks / TicksPerSecond;

    public double TotalMilliseconds =>
        Math.Clamp((double)_ticks / TicksPerMillisecond, long.MinValue / TicksPerMillisecond, long.MaxValue / TicksPerMillisecond);

    public double TotalMicroseconds => (double)_ticks / TicksPerMicrosecond;

    public double TotalNanoseconds => (double)_ticks * NanosecondsPerTick;

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromDays(int days) => FromUnits(days, TicksPerDay);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromDays(
        int days, int hours = 0, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0) =>
        FromParts(days, hours, minutes, seconds, milliseconds, microseconds);

    /// <exception cref="ArgumentException">The value is not a number.</exception>
    /// <exception cref="OverflowException">The value is out of range.</exception>
    public static TimeSpan FromDays(double value) => FromTicks(value * TicksPerDay, value);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromHours(int hours) => FromUnits(hours, TicksPerHour);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromHours(int hours, long minutes = 0, long seconds = 0, long milliseconds = 0, long microseconds = 0) =>
        FromParts(0, hours, minutes, seconds, milliseconds, microseconds);

    /// <exception cref="ArgumentException">The value is not a number.</exception>
    /// <exception cref="OverflowException">The value is out of range.</exception>
    public static TimeSpan FromHours(double value) => FromTicks(value * TicksPerHour, value);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromMinutes(long minutes) => FromUnits(minutes, TicksPerMinute);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromMinutes(long minutes, long seconds = 0, long milliseconds = 0, long microseconds = 0) =>
        FromParts(0, 0, minutes, seconds, milliseconds, microseconds);

    /// <exception cref="ArgumentException">The value is not a number.</exception>
    /// <exception cref="OverflowException">The value is out of range.</exception>
    public static TimeSpan FromMinutes(double value) => FromTicks(value * TicksPerMinute, value);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromSeconds(long seconds) => FromUnits(seconds, TicksPerSecond);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromSeconds(long seconds, long milliseconds = 0, long microseconds = 0) =>
        FromParts(0, 0, 0, seconds, milliseconds, microseconds);

    /// <exception cref="ArgumentException">The value is not a number.</exception>
    /// <exception cref="OverflowException">The value is out of range.</exception>
    public static TimeSpan FromSeconds(double value) => FromTicks(value * TicksPerSecond, value);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromMilliseconds(long milliseconds) => FromUnits(milliseconds, TicksPerMillisecond);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromMilliseconds(long milliseconds, long microseconds) => FromParts(0, 0, 0, 0, milliseconds, microseconds);

    /// <exception cref="ArgumentException">The value is not a number.</exception>
    /// <exception cref="OverflowException">The value is out of range.</exception>
    public static TimeSpan FromMilliseconds(double value) => FromTicks(value * TicksPerMillisecond, value);

    /// <inheritdoc cref="TimeSpan(int, int, int)"/>
    public static TimeSpan FromMicroseconds(long microseconds) => FromUnits(microseconds, TicksPerMicrosecond);

    /// <exception cref="ArgumentException">The value is not a number.</exception>
    /// <exception cref="OverflowException">The value is out of range.</exception>
    public static TimeSpan FromMicroseconds(double value) => FromTicks(value * TicksPerMicrosecond, value);

    public static TimeSpan FromTicks(long value) => new(value);

    public static int Compare(TimeSpan t1, TimeSpan t2) => t1._ticks.CompareTo(t2._ticks);

    public static bool Equals(TimeSpan t1, TimeSpan t2) => t1._ticks == t2._ticks;

    public int CompareTo(TimeSpan value) => _ticks.CompareTo(value._ticks);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        TimeSpan other => CompareTo(other),
        _ => throw Number.NotComparable(),
    };

    public bool Equals(TimeSpan obj) => _ticks == obj._ticks;

    public override bool Equals([NotNullWhen(true)] object? value) => value is TimeSpan other && _ticks == other._ticks;

    public override int GetHashCode() => _ticks.GetHashCode();

    /// <exception cref="OverflowException">The sum is out of range.</exception>
    public TimeSpan Add(TimeSpan ts) => this + ts;

    /// <exception cref="OverflowException">The difference is out of range.</exception>
    public TimeSpan Subtract(TimeSpan ts) => this - ts;

    /// <exception cref="OverflowException">This is the smallest value.</exception>
    public TimeSpan Negate() => -this;

    /// <exception cref="OverflowException">This is the smallest value.</exception>
    public TimeSpan Duration() => _ticks >= 0 ? this : -this;

    /// <exception cref="ArgumentException">The factor is not a number.</exception>
    /// <exception cref="OverflowException">The product is out of range.</exception>
    public TimeSpan Multiply(double factor) => this * factor;

    /// <exception cref="ArgumentException">The divisor is not a number.</exception>
    /// <exception cref="OverflowException">The quotient is out of range.</exception>
    public TimeSpan Divide(double divisor) => this / divisor;

    public double Divide(TimeSpan ts) => this / ts;

    public static TimeSpan operator +(TimeSpan t) => t;

    public static TimeSpan operator -(TimeSpan t) => new(checked(-t._ticks));

    public static TimeSpan operator +(TimeSpan t1, TimeSpan t2) => new(checked(t1._ticks + t2._ticks));

    public static TimeSpan operator -(TimeSpan t1, TimeSpan t2) => new(checked(t1._ticks - t2._ticks));

    public static TimeSpan operator *(TimeSpan timeSpan, double factor) => FromTicks(Math.Round(timeSpan._ticks * factor), factor);

    public static TimeSpan operator *(double factor, TimeSpan timeSpan) => timeSpan * factor;

    public static TimeSpan operator /(TimeSpan timeSpan, double divisor) => FromTicks(Math.Round(timeSpan._ticks / divisor), divisor);

    public static double operator /(TimeSpan t1, TimeSpan t2) => t1._ticks / (double)t2._ticks;

    public static bool operator ==(TimeSpan t1, TimeSpan t2) => t1._ticks == t2._ticks;

    public static bool operator !=(TimeSpan t1, TimeSpan t2) => t1._ticks != t2._ticks;

    public static bool operator <(TimeSpan t1, TimeSpan t2) => t1._ticks < t2._ticks;

    public static bool operator <=(TimeSpan t1, TimeSpan t2) => t1._ticks <= t2._ticks;

    public static bool operator >(TimeSpan t1, TimeSpan t2) => t1._ticks > t2._ticks;

    public static bool operator >=(TimeSpan t1, TimeSpan t2) => t1._ticks >= t2._ticks;

    public override string ToString() => TimeSpanText.ToString(_ticks, default);

    /// <summary>
    /// As the format says: c (constant), g or G (general, short or long), or a custom format of d, h, m, s, f, F and literals.
    /// </summary>
    /// <exception cref="FormatException">The format is invalid.</exception>
    public string ToString(string? format) => TimeSpanText.ToString(_ticks, format);

    /// <inheritdoc cref="ToString(string)"/>
    public string ToString(string? format, IFormatProvider? formatProvider) => TimeSpanText.ToString(_ticks, format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null)
    {
        var length = TimeSpanText.Format(new NumberWriter(destination), _ticks, format);
        return NumberWriter.TryFinish(length, destination.Length, out charsWritten);
    }

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? formatProvider = null)
    {
        var length = TimeSpanText.Format(new NumberWriter(utf8Destination), _ticks, format);
        return NumberWriter.TryFinish(length, utf8Destination.Length, out bytesWritten);
    }

    /// <summary>Reads what the formats c, g and G write.</summary>
    /// <exception cref="FormatException">The text is not a length of time.</exception>
    /// <exception cref="OverflowException">It is out of range, or one of its parts is.</exception>
    public static TimeSpan Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static TimeSpan Parse(string input, IFormatProvider? formatProvider)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Parse(input.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static TimeSpan Parse(ReadOnlySpan<char> input, IFormatProvider? formatProvider = null) =>
        TimeSpanText.TryParse(input, out var ticks) switch
    {
        Number.ParseStatus.Valid => new(ticks),
        Number.ParseStatus.OutOfRange => throw new OverflowException("The length of time, or one of its parts, is out of range."),
        _ => throw new FormatException("The text is not a length of time."),
    };

    public static bool TryParse([NotNullWhen(true)] string? s, out TimeSpan result) => TryParse(s.AsSpan(), out result);

    public static bool TryParse([NotNullWhen(true)] string? input, IFormatProvider? formatProvider, out TimeSpan result) =>
        TryParse(input.AsSpan(), out result);

    public static bool TryParse(ReadOnlySpan<char> s, out TimeSpan result)
    {
        var status = TimeSpanText.TryParse(s, out var ticks);
        result = new(ticks);
        return status == Number.ParseStatus.Valid;
    }

    public static bool TryParse(ReadOnlySpan<char> input, IFormatProvider? formatProvider, out TimeSpan result) =>
        TryParse(input, out result);

    private static TimeSpan FromUnits(long count, long ticksPerUnit)
    {
        if (count > long.MaxValue / ticksPerUnit || count < long.MinValue / ticksPerUnit)
        {
            ThrowOutOfRange();
        }

        return new(count * ticksPerUnit);
    }

    private static TimeSpan FromParts(long days, long hours, long minutes, long seconds, long milliseconds, long microseconds)
    {
        // Parts may be out of range for themselves and make up for each other, so they are added in 128 bits.
        long high = 0;
        ulong low = 0;
        Accumulate(days, MicrosecondsPerDay, ref high, ref low);
        Accumulate(hours, MicrosecondsPerHour, ref high, ref low);
        Accumulate(minutes, MicrosecondsPerMinute, ref high, ref low);
        Accumulate(seconds, MicrosecondsPerSecond, ref high, ref low);
        Accumulate(milliseconds, MicrosecondsPerMillisecond, ref high, ref low);
        Accumulate(microseconds, 1, ref high, ref low);
        if (high != (long)low >> 63)
        {
            ThrowOutOfRange();
        }

        return FromUnits((long)low, TicksPerMicrosecond);
    }

    private static void Accumulate(long count, long unit, ref long high, ref ulong low)
    {
        var productHigh = Math.BigMul(count, unit, out var productLow);
        low += (ulong)productLow;
        high += productHigh + (low < (ulong)productLow ? 1 : 0);
    }

    // The value is what the ticks come from.
    private static TimeSpan FromTicks(double ticks, double value)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentException("Not a number is no length of time.");
        }

        if (!(ticks >= long.MinValue && ticks <= long.MaxValue))
        {
            throw new OverflowException("The length of time is out of range.");
        }

        // As a double, the largest value is one more.
        return ticks == long.MaxValue ? MaxValue : new((long)ticks);
    }

    private static void ThrowOutOfRange() => throw new ArgumentOutOfRangeException(null, "The length of time is out of range.");
}
