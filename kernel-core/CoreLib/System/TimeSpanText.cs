namespace System;

/// <summary>Lengths of time to text and back, as the invariant culture writes them.</summary>
internal static class TimeSpanText
{
    private const int FractionDigits = 7;

    // Enough for the longest standard format, -10675199:02:48:05.4775808.
    private const int ScratchLength = 26;

    // Days, hours, minutes, seconds, fraction.
    private const int MaxParts = 5;

    private const int MaxDays = 10_675_199;

    // As in .NET, a part from here on is out of range whatever else is wrong with the text.
    private const int OutOfRangePart = 1 << 28;

    public static string ToString(long ticks, scoped ReadOnlySpan<char> format)
    {
        Span<char> scratch = stackalloc char[ScratchLength];
        var length = Format(new NumberWriter(scratch), ticks, format);
        if (length <= ScratchLength)
        {
            return new string(scratch[..length]);
        }

        var text = Number.NewString(length, out var characters);
        Format(new NumberWriter(characters), ticks, format);
        return text;
    }

    /// <returns>How many units the text has, also when fewer fitted.</returns>
    public static int Format(scoped NumberWriter writer, long ticks, scoped ReadOnlySpan<char> format)
    {
        var magnitude = Number.Magnitude(ticks);
        var days = (int)(magnitude / TimeSpan.TicksPerDay);
        var timeOfDay = (long)(magnitude % TimeSpan.TicksPerDay);
        if (format.Length > 1)
        {
            FormatCustom(ref writer, days, timeOfDay, format);
            return writer.Length;
        }

        var fraction = (int)(timeOfDay % TimeSpan.TicksPerSecond);
        var specifier = format.IsEmpty ? 'c' : format[0];
        switch (specifier)
        {
            case 'c' or 't' or 'T':
                writer.Append('-', ticks < 0 ? 1 : 0);
                if (days != 0)
                {
                    WriteNumber(ref writer, days, 1);
                    writer.Append('.');
                }

                WriteTime(ref writer, timeOfDay, 2);
                if (fraction != 0)
                {
                    writer.Append('.');
                    WriteNumber(ref writer, fraction, FractionDigits);
                }

                break;
            case 'g':
                writer.Append('-', ticks < 0 ? 1 : 0);
                if (days != 0)
                {
                    WriteNumber(ref writer, days, 1);
                    writer.Append(':');
                }

                WriteTime(ref writer, timeOfDay, 1);
                if (fraction != 0)
                {
                    writer.Append('.');
                    WriteFraction(ref writer, fraction, FractionDigits, trimZeros: true);
                }

                break;
            case 'G':
                writer.Append('-', ticks < 0 ? 1 : 0);
                WriteNumber(ref writer, days, 1);
                writer.Append(':');
                WriteTime(ref writer, timeOfDay, 2);
                writer.Append('.');
                WriteNumber(ref writer, fraction, FractionDigits);
                break;
            default:
                Number.ThrowInvalidFormat();
                break;
        }

        return writer.Length;
    }

    /// <summary>
    /// Reads [-]days, or [-][days.]hours:minutes[:seconds[.fraction]], where a colon may also follow the days if there are seconds. Three
    /// numbers with colons that are no time of day are days, hours and minutes.
    /// </summary>
    public static Number.ParseStatus TryParse(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        text = Number.TrimWhiteSpace(text);
        var isNegative = text.Length > 0 && text[0] == '-';
        text = text[(isNegative ? 1 : 0)..];

        Span<int> parts = stackalloc int[MaxParts];
        Span<char> separators = stackalloc char[MaxParts];
        var count = 0;
        var fraction = 0;
        var i = 0;
        while (true)
        {
            if (count == MaxParts)
            {
                return Number.ParseStatus.Malformed;
            }

            // After two colons the seconds may be missing, but not their fraction.
            var start = i;
            parts[count] = ParsePart(text, ref i, out var zeros);
            if (i == start && !(count > 1 && separators[count - 1] == ':' && i < text.Length && text[i] == '.'))
            {
                return Number.ParseStatus.Malformed;
            }

            if (parts[count] == OutOfRangePart)
            {
                return Number.ParseStatus.OutOfRange;
            }

            if (count > 2 && separators[count - 1] == '.')
            {
                fraction = NormalizeFraction(parts[count], zeros, i - start);
            }

            count++;
            if (i == text.Length)
            {
                break;
            }

            separators[count - 1] = text[i++];
        }

        separators = separators[..(count - 1)];
        switch (separators)
        {
            case []:
                return Combine(isNegative, parts[0], 0, 0, 0, 0, out ticks);
            case [':']:
                return Combine(isNegative, 0, parts[0], parts[1], 0, 0, out ticks);
            case [':', ':']:
                var status = Combine(isNegative, 0, parts[0], parts[1], parts[2], 0, out ticks);
                return status == Number.ParseStatus.Valid ? status : Combine(isNegative, parts[0], parts[1], parts[2], 0, 0, out ticks);
            case ['.', ':']:
                return Combine(isNegative, parts[0], parts[1], parts[2], 0, 0, out ticks);
            case [':', ':', '.']:
                return Combine(isNegative, 0, parts[0], parts[1], parts[2], fraction, out ticks);
            case ['.', ':', ':'] or [':', ':', ':']:
                return Combine(isNegative, parts[0], parts[1], parts[2], parts[3], 0, out ticks);
            case ['.', ':', ':', '.'] or [':', ':', ':', '.']:
                return Combine(isNegative, parts[0], parts[1], parts[2], parts[3], fraction, out ticks);
            default:
                return Number.ParseStatus.Malformed;
        }
    }

    // Stops counting where every part is out of range; an eighth of that, times ten, is still an int and beyond it.
    private static int ParsePart(ReadOnlySpan<char> text, ref int i, out int leadingZeros)
    {
        leadingZeros = 0;
        var value = 0;
        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            value = Math.Min(value, OutOfRangePart / 8);
            value = Math.Min((value * 10) + (text[i] - '0'), OutOfRangePart);
            leadingZeros += value == 0 ? 1 : 0;
        }

        return value;
    }

    // In ticks. More than seven digits must start with zeros, and are rounded.
    private static int NormalizeFraction(int digits, int leadingZeros, int length)
    {
        if (digits == 0)
        {
            return 0;
        }

        if ((leadingZeros == 0 && digits >= TimeSpan.TicksPerSecond) || leadingZeros > FractionDigits)
        {
            return OutOfRangePart;
        }

        for (; length < FractionDigits; length++)
        {
            digits *= 10;
        }

        var divisor = 1;
        for (; length > FractionDigits; length--)
        {
            divisor *= 10;
        }

        return (digits + (divisor / 2)) / divisor;
    }

    private static Number.ParseStatus Combine(bool isNegative, int days, int hours, int minutes, int seconds, int fraction, out long ticks)
    {
        ticks = 0;
        if (days > MaxDays || hours >= TimeSpan.HoursPerDay || minutes >= TimeSpan.MinutesPerHour || seconds >= TimeSpan.SecondsPerMinute
            || fraction >= TimeSpan.TicksPerSecond)
        {
            return Number.ParseStatus.OutOfRange;
        }

        var totalMinutes = ((((long)days * TimeSpan.HoursPerDay) + hours) * TimeSpan.MinutesPerHour) + minutes;
        var totalSeconds = (totalMinutes * TimeSpan.SecondsPerMinute) + seconds;
        var magnitude = ((ulong)totalSeconds * TimeSpan.TicksPerSecond) + (uint)fraction;
        if (magnitude > (ulong)long.MaxValue + (isNegative ? 1u : 0u))
        {
            return Number.ParseStatus.OutOfRange;
        }

        ticks = (long)(isNegative ? 0 - magnitude : magnitude);
        return Number.ParseStatus.Valid;
    }

    private static void FormatCustom(ref NumberWriter writer, int days, long timeOfDay, scoped ReadOnlySpan<char> format)
    {
        var fraction = (int)(timeOfDay % TimeSpan.TicksPerSecond);
        for (var i = 0; i < format.Length; i++)
        {
            var letter = format[i];
            var isSingle = letter == '%';
            if (isSingle)
            {
                // Makes a custom format of a single letter.
                if (i + 1 >= format.Length || format[i + 1] == '%')
                {
                    Number.ThrowInvalidFormat();
                }

                letter = format[++i];
            }

            var count = 1;
            while (!isSingle && i + 1 < format.Length && format[i + 1] == letter && letter is not ('\\' or '\'' or '"'))
            {
                count++;
                i++;
            }

            switch (letter)
            {
                case 'd' when count <= 8:
                    WriteNumber(ref writer, days, count);
                    break;
                case 'h' when count <= 2:
                    WriteNumber(ref writer, (int)(timeOfDay / TimeSpan.TicksPerHour), count);
                    break;
                case 'm' when count <= 2:
                    WriteNumber(ref writer, (int)(timeOfDay / TimeSpan.TicksPerMinute % TimeSpan.MinutesPerHour), count);
                    break;
                case 's' when count <= 2:
                    WriteNumber(ref writer, (int)(timeOfDay / TimeSpan.TicksPerSecond % TimeSpan.SecondsPerMinute), count);
                    break;
                case 'f' or 'F' when count <= FractionDigits:
                    WriteFraction(ref writer, fraction, count, trimZeros: letter == 'F');
                    break;
                case '\\' when i + 1 < format.Length:
                    writer.Append(format[++i]);
                    break;
                case '\'' or '"':
                    i = WriteQuotation(ref writer, format, i);
                    break;
                default:
                    Number.ThrowInvalidFormat();
                    break;
            }
        }
    }

    private static int WriteQuotation(ref NumberWriter writer, scoped ReadOnlySpan<char> format, int start)
    {
        for (var i = start + 1; i < format.Length; i++)
        {
            if (format[i] == format[start])
            {
                return i;
            }

            if (format[i] == '\\' && ++i == format.Length)
            {
                break;
            }

            writer.Append(format[i]);
        }

        Number.ThrowInvalidFormat();
        return format.Length;
    }

    private static void WriteTime(ref NumberWriter writer, long timeOfDay, int hourDigits)
    {
        WriteNumber(ref writer, (int)(timeOfDay / TimeSpan.TicksPerHour), hourDigits);
        writer.Append(':');
        WriteNumber(ref writer, (int)(timeOfDay / TimeSpan.TicksPerMinute % TimeSpan.MinutesPerHour), 2);
        writer.Append(':');
        WriteNumber(ref writer, (int)(timeOfDay / TimeSpan.TicksPerSecond % TimeSpan.SecondsPerMinute), 2);
    }

    private static void WriteFraction(ref NumberWriter writer, int fraction, int digits, bool trimZeros)
    {
        for (var i = digits; i < FractionDigits; i++)
        {
            fraction /= 10;
        }

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

    private static void WriteNumber(ref NumberWriter writer, int value, int minimumDigits) =>
        Number.FormatDecimal(ref writer, (ulong)value, isNegative: false, minimumDigits);
}
