namespace System;

/// <summary>Dates and times to text, as the invariant culture writes them.</summary>
internal static class DateTimeText
{
    public const string DateFormat = "MM/dd/yyyy";
    public const string TimeFormat = "HH:mm";
    public const string RoundTripFormat = "yyyy-MM-ddTHH:mm:ss.fffffffK";
    public const string InvalidFormat = "Input string was not in a correct format.";

    private const int FractionDigits = 7;

    // Enough for the longest standard format, Wednesday, 30 September 2026 12:00:00.
    private const int ScratchLength = 48;

    public static string ToString(in DateTimeParts parts, scoped ReadOnlySpan<char> format)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        var length = Format(new NumberWriter(scratch), parts, format);
        if (length <= ScratchLength)
        {
            return new string(scratch[..length]);
        }

        var text = Number.NewString(length, out var characters);
        Format(new NumberWriter(characters), parts, format);
        return text;
    }

    /// <returns>How many units the text has, also when fewer fitted.</returns>
    public static int Format(scoped NumberWriter writer, DateTimeParts parts, scoped ReadOnlySpan<char> format)
    {
        if (format.Length <= 1)
        {
            var letter = format.IsEmpty ? 'G' : format[0];
            if (letter == 'U' && parts.Offset is not null)
            {
                ThrowInvalidFormat();
            }

            // These are of universal time, which the others only name.
            parts = letter == 'U' || (letter is 'R' or 'r' or 'u' && parts.Offset is not null) ? parts.Universal : parts;
            format = format.IsEmpty && parts.Offset is not null ? "MM/dd/yyyy HH:mm:ss zzz" : Expand(letter);
        }

        for (var i = 0; i < format.Length;)
        {
            i += WriteNext(ref writer, parts, format[i..]);
        }

        return writer.Length;
    }

    /// <summary>The custom format that a standard one stands for.</summary>
    /// <exception cref="FormatException">There is no such standard format.</exception>
    public static string Expand(char letter)
    {
        switch (letter)
        {
            case 'd':
                return DateFormat;
            case 'D':
                return "dddd, dd MMMM yyyy";
            case 'f':
                return "dddd, dd MMMM yyyy HH:mm";
            case 'F' or 'U':
                return "dddd, dd MMMM yyyy HH:mm:ss";
            case 'g':
                return "MM/dd/yyyy HH:mm";
            case 'G':
                return "MM/dd/yyyy HH:mm:ss";
            case 'm' or 'M':
                return "MMMM dd";
            case 'o' or 'O':
                return RoundTripFormat;
            case 'r' or 'R':
                return "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
            case 's':
                return "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
            case 't':
                return TimeFormat;
            case 'T':
                return "HH:mm:ss";
            case 'u':
                return "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
            case 'y' or 'Y':
                return "yyyy MMMM";
            default:
                ThrowInvalidFormat();
                return "";
        }
    }

    /// <summary>How often the first character is repeated, itself counted.</summary>
    public static int CountRun(scoped ReadOnlySpan<char> format)
    {
        var count = 1;
        while (count < format.Length && format[count] == format[0])
        {
            count++;
        }

        return count;
    }

    public static void ThrowInvalidFormat() => throw new FormatException(InvalidFormat);

    /// <returns>How many characters of the format were used.</returns>
    private static int WriteNext(ref NumberWriter writer, in DateTimeParts parts, scoped ReadOnlySpan<char> format)
    {
        var date = new DateTime(parts.Ticks);
        var count = CountRun(format);
        switch (format[0])
        {
            case 'y':
                date.GetDate(out var year, out _, out _);
                WriteNumber(ref writer, count <= 2 ? year % 100 : year, count);
                return count;
            case 'M':
                date.GetDate(out _, out var month, out _);
                WriteNamed(ref writer, month, count, DateTimeNames.Month(month));
                return count;
            case 'd':
                date.GetDate(out _, out _, out var day);
                WriteNamed(ref writer, day, count, DateTimeNames.Day(date.DayOfWeek));
                return count;
            case 'h':
                WriteNumber(ref writer, ((date.Hour + 11) % 12) + 1, Math.Min(count, 2));
                return count;
            case 'H':
                WriteNumber(ref writer, date.Hour, Math.Min(count, 2));
                return count;
            case 'm':
                WriteNumber(ref writer, date.Minute, Math.Min(count, 2));
                return count;
            case 's':
                WriteNumber(ref writer, date.Second, Math.Min(count, 2));
                return count;
            case 'f' or 'F':
                WriteFraction(ref writer, date, count, trimZeros: format[0] == 'F');
                return count;
            case '.' when count == 1 && format.Length > 1 && format[1] == 'F':
                // Nor is there a point where nothing follows it.
                var digits = CountRun(format[1..]);
                if (!IsZero(date, digits))
                {
                    writer.Append('.');
                }

                WriteFraction(ref writer, date, digits, trimZeros: true);
                return 1 + digits;
            case 't':
                writer.Append(date.Hour < 12 ? 'A' : 'P');
                writer.Append('M', count > 1 ? 1 : 0);
                return count;
            case 'g':
                writer.Append("A.D.");
                return count;
            case 'z':
                WriteOffset(ref writer, parts.Offset.GetValueOrDefault(), count);
                return count;
            case 'K':
                if (parts.Offset is null && parts.Kind == DateTimeKind.Utc)
                {
                    writer.Append('Z');
                }
                else if (parts.Offset is not null || parts.Kind == DateTimeKind.Local)
                {
                    WriteOffset(ref writer, parts.Offset.GetValueOrDefault(), 3);
                }

                return 1;
            case '\'' or '"':
                return WriteQuotation(ref writer, format);
            case '\\':
                if (format.Length == 1)
                {
                    ThrowInvalidFormat();
                }

                writer.Append(format[1]);
                return 2;
            case '%':
                // Makes a custom format of a single letter.
                if (format.Length == 1 || format[1] == '%')
                {
                    ThrowInvalidFormat();
                }

                WriteNext(ref writer, parts, format.Slice(1, 1));
                return 2;
            default:
                writer.Append(format[0]);
                return 1;
        }
    }

    private static void WriteNamed(ref NumberWriter writer, int value, int count, string name)
    {
        switch (count)
        {
            case <= 2:
                WriteNumber(ref writer, value, count);
                break;
            case DateTimeNames.ShortLength:
                writer.Append(name.AsSpan(0, DateTimeNames.ShortLength));
                break;
            default:
                writer.Append(name);
                break;
        }
    }

    private static int Fraction(DateTime date, int digits)
    {
        if (digits > FractionDigits)
        {
            ThrowInvalidFormat();
        }

        var fraction = (int)(date.Ticks % TimeSpan.TicksPerSecond);
        for (; digits < FractionDigits; digits++)
        {
            fraction /= 10;
        }

        return fraction;
    }

    private static bool IsZero(DateTime date, int digits) => Fraction(date, digits) == 0;

    private static void WriteFraction(ref NumberWriter writer, DateTime date, int digits, bool trimZeros)
    {
        var fraction = Fraction(date, digits);
        while (trimZeros && digits > 0 && fraction % 10 == 0)
        {
            fraction /= 10;
            digits--;
        }

        if (digits > 0)
        {
            WriteNumber(ref writer, fraction, digits);
        }
    }

    private static void WriteOffset(ref NumberWriter writer, TimeSpan offset, int count)
    {
        writer.Append(offset < TimeSpan.Zero ? '-' : '+');
        offset = offset.Duration();
        WriteNumber(ref writer, offset.Hours, Math.Min(count, 2));
        if (count > 2)
        {
            writer.Append(':');
            WriteNumber(ref writer, offset.Minutes, 2);
        }
    }

    private static int WriteQuotation(ref NumberWriter writer, scoped ReadOnlySpan<char> format)
    {
        for (var i = 1; i < format.Length; i++)
        {
            if (format[i] == format[0])
            {
                return i + 1;
            }

            if (format[i] == '\\' && ++i == format.Length)
            {
                break;
            }

            writer.Append(format[i]);
        }

        throw new FormatException($"Cannot find a matching quote character for the character '{format[0]}'.");
    }

    private static void WriteNumber(ref NumberWriter writer, int value, int minimumDigits) =>
        Number.FormatDecimal(ref writer, (ulong)value, isNegative: false, minimumDigits);
}
