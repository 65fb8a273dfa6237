using System.Globalization;

namespace System;

/// <summary>Text to dates and times, as the invariant culture and ISO 8601 write them.</summary>
internal static class DateTimeParser
{
    private const int FractionDigits = 7;

    // Two digits stand for a year from 1950 to 2049.
    private const int FirstYearOfLastCentury = 50;
    private const int MaximumOffsetHours = 14;

    public static FormatException NotRecognized(ReadOnlySpan<char> text, string what = "DateTime", bool isMoment = false) =>
        new(isMoment ? $"String '{text}' contains parts which are not specific to the {what}." : $"String '{text}' was not recognized as a valid {what}.");

    public static FormatException NotRecognized(ReadOnlySpan<char> text, in ParsedDateTime parsed) => parsed.UnknownWord < 0
        ? NotRecognized(text)
        : new($"The string '{text}' was not recognized as a valid DateTime. There is an unknown word starting at index '{parsed.UnknownWord}'.");

    /// <summary>Reads a text whose form is not known.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, DateTimeStyles styles, out ParsedDateTime parsed)
    {
        parsed = new();
        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        var monthIndex = -1;
        var leading = text.Length - text.TrimStart().Length;
        text = text.Trim();
        for (var i = 0; i < text.Length;)
        {
            var rest = text[i..];
            if (char.IsAsciiDigit(rest[0]))
            {
                var used = ParseTime(rest, ref parsed);
                if (used == 0)
                {
                    used = CountDigits(rest);
                    if (count == numbers.Length || used > 4)
                    {
                        return false;
                    }

                    numbers[count] = Value(rest[..used]);
                    lengths[count++] = used;
                }

                i += used;
            }
            else if (rest[0] is '+' or '-' && parsed.Hour >= 0 && parsed.Offset is null && (rest[0] == '+' || count > 0 || parsed.Month > 0))
            {
                var used = ParseOffset(rest, minutesRequired: false, ref parsed);
                if (used == 0)
                {
                    return false;
                }

                i += used;
            }
            else if (char.IsWhiteSpace(rest[0]) || rest[0] is '/' or '-' or ',' or '.')
            {
                i++;
            }
            else if (rest[0] is 'T' or 't' && count > 0 && rest.Length > 1 && char.IsAsciiDigit(rest[1]))
            {
                i++;
            }
            else if (parsed.Hour >= 0 && parsed.Offset is null && UniversalLength(rest) is var zone && zone > 0)
            {
                parsed.Offset = TimeSpan.Zero;
                parsed.IsUniversal = true;
                i += zone;
            }
            else if (parsed.Month < 0 && DateTimeNames.FindMonth(rest, isShort: true, isLong: true, out var length) is var month && month > 0 && EndsWord(rest, length))
            {
                parsed.Month = month;
                monthIndex = count;
                i += length;
            }
            else if (parsed.DayOfWeek < 0 && DateTimeNames.FindDay(rest, isShort: true, isLong: true, out length) is var day && day >= 0 && EndsWord(rest, length))
            {
                parsed.DayOfWeek = day;
                i += length;
            }
            else
            {
                parsed.UnknownWord = char.IsAsciiLetter(rest[0]) ? leading + i : -1;
                return false;
            }
        }

        return (text.Length > 0 && (count > 0 || parsed.Hour >= 0)) && AssignDate(numbers[..count], lengths[..count], monthIndex, ref parsed) && parsed.Complete();
    }

    /// <summary>Reads a text of a known form.</summary>
    /// <exception cref="FormatException">The format is invalid.</exception>
    public static bool TryParseExact(ReadOnlySpan<char> text, ReadOnlySpan<char> format, DateTimeStyles styles, out ParsedDateTime parsed)
    {
        parsed = new();
        if (format.IsEmpty)
        {
            return false;
        }

        if (format.Length == 1)
        {
            format = DateTimeText.Expand(format[0]);
        }

        text = (styles & DateTimeStyles.AllowLeadingWhite) != 0 ? text.TrimStart() : text;
        text = (styles & DateTimeStyles.AllowTrailingWhite) != 0 ? text.TrimEnd() : text;
        var isInnerWhiteAllowed = (styles & DateTimeStyles.AllowInnerWhite) != 0;
        while (!format.IsEmpty)
        {
            text = isInnerWhiteAllowed ? text.TrimStart() : text;
            var used = ParseNext(ref text, format, isInnerWhiteAllowed, ref parsed);
            if (used == 0)
            {
                return false;
            }

            format = format[used..];
        }

        return text.IsEmpty && parsed.Complete();
    }

    /// <returns>How many characters of the format were used; 0 if the text does not go with them.</returns>
    private static int ParseNext(ref ReadOnlySpan<char> text, ReadOnlySpan<char> format, bool isInnerWhiteAllowed, ref ParsedDateTime parsed)
    {
        var count = DateTimeText.CountRun(format);
        int length;
        switch (format[0])
        {
            case 'y':
                var hasYear = TakeNumber(ref text, count, out parsed.Year, count == 1 ? 2 : Math.Min(count, 9));
                parsed.Year = count <= 2 ? WithCentury(parsed.Year) : parsed.Year;
                return hasYear ? count : 0;
            case 'M' when count <= 2:
                return TakeNumber(ref text, count, out parsed.Month, 2) ? count : 0;
            case 'M':
                parsed.Month = DateTimeNames.FindMonth(text, count == DateTimeNames.ShortLength, count > DateTimeNames.ShortLength, out length);
                text = text[length..];
                return length > 0 ? count : 0;
            case 'd' when count <= 2:
                return TakeNumber(ref text, count, out parsed.Day, 2) ? count : 0;
            case 'd':
                parsed.DayOfWeek = DateTimeNames.FindDay(text, count == DateTimeNames.ShortLength, count > DateTimeNames.ShortLength, out length);
                text = text[length..];
                return length > 0 ? count : 0;
            case 'H':
                return TakeNumber(ref text, count, out parsed.Hour, 2) ? count : 0;
            case 'h':
                // Without AM or PM it is before noon.
                parsed.IsAfternoon ??= false;
                return TakeNumber(ref text, count, out parsed.Hour, 2) && parsed.Hour is >= 1 and <= 12 ? count : 0;
            case 'm':
                return TakeNumber(ref text, count, out parsed.Minute, 2) ? count : 0;
            case 's':
                return TakeNumber(ref text, count, out parsed.Second, 2) ? count : 0;
            case 'f' or 'F':
                return TakeFraction(ref text, count, isExact: format[0] == 'f', ref parsed) ? count : 0;
            case '.' when format.Length > 1 && format[1] == 'F' && (text.IsEmpty || text[0] != '.'):
                return 1 + DateTimeText.CountRun(format[1..]);
            case 't':
                length = Math.Min(count, 2);
                if (text.Length < length || (length == 2 && (text[1] | 0x20) != 'm') || (text[0] | 0x20) is not ('a' or 'p'))
                {
                    return 0;
                }

                parsed.IsAfternoon = (text[0] | 0x20) == 'p';
                text = text[length..];
                return count;
            case 'z':
                length = ParseOffset(text, minutesRequired: count > 2, ref parsed);
                text = text[length..];
                return length > 0 ? count : 0;
            case 'K':
                if (!text.IsEmpty && text[0] is 'Z' or 'z')
                {
                    parsed.Offset = TimeSpan.Zero;
                    parsed.IsUniversal = true;
                    text = text[1..];
                }
                else if (!text.IsEmpty && text[0] is '+' or '-')
                {
                    length = ParseOffset(text, minutesRequired: true, ref parsed);
                    text = text[length..];
                    return length > 0 ? 1 : 0;
                }

                return 1;
            case '\'' or '"':
                return TakeQuotation(ref text, format);
            case '\\' when format.Length > 1:
                return Take(ref text, format[1]) ? 2 : 0;
            case '%' when format.Length > 1 && format[1] != '%':
                return ParseNext(ref text, format.Slice(1, 1), isInnerWhiteAllowed, ref parsed) > 0 ? 2 : 0;
            case '\\' or '%':
                DateTimeText.ThrowInvalidFormat();
                return 0;
            case ' ' when isInnerWhiteAllowed:
                return 1;
            default:
                return Take(ref text, format[0]) ? 1 : 0;
        }
    }

    private static bool Take(ref ReadOnlySpan<char> text, char character)
    {
        if (text.IsEmpty || text[0] != character)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static int TakeQuotation(ref ReadOnlySpan<char> text, ReadOnlySpan<char> format)
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

            if (!Take(ref text, format[i]))
            {
                return 0;
            }
        }

        DateTimeText.ThrowInvalidFormat();
        return 0;
    }

    /// <summary>A single letter takes one digit or as many as there may be; more letters take as many digits.</summary>
    private static bool TakeNumber(ref ReadOnlySpan<char> text, int letters, out int value, int maximumDigits)
    {
        var digits = Math.Min(CountDigits(text), maximumDigits);
        value = Value(text[..digits]);
        text = text[digits..];
        return digits >= (letters == 1 ? 1 : maximumDigits);
    }

    private static bool TakeFraction(ref ReadOnlySpan<char> text, int letters, bool isExact, ref ParsedDateTime parsed)
    {
        if (letters > FractionDigits)
        {
            DateTimeText.ThrowInvalidFormat();
        }

        var digits = Math.Min(CountDigits(text), letters);
        parsed.Fraction = FractionTicks(text[..digits]);
        text = text[digits..];
        return !isExact || digits == letters;
    }

    /// <summary>Reads hours with minutes, or with AM or PM.</summary>
    /// <returns>How many characters it has; 0 if it is no time, or the text had one already.</returns>
    private static int ParseTime(ReadOnlySpan<char> text, ref ParsedDateTime parsed)
    {
        var i = CountDigits(text);
        if (i > 2 || parsed.Hour >= 0)
        {
            return 0;
        }

        var hour = Value(text[..i]);
        var minute = 0;
        var second = 0;
        var fraction = 0;
        var hasMinutes = NextNumber(text, ref i, out minute);
        if (hasMinutes && NextNumber(text, ref i, out second) && i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var digits = CountDigits(text[(i + 1)..]);
            fraction = FractionTicks(text.Slice(i + 1, digits));
            i += 1 + digits;
        }

        var half = text[i..].TrimStart();
        bool? isAfternoon = half.Length >= 2 && (half[1] | 0x20) == 'm' && EndsWord(half, 2)
            ? (half[0] | 0x20) switch { 'a' => false, 'p' => true, _ => null }
            : null;
        if (isAfternoon is not null)
        {
            i = text.Length - half.Length + 2;
        }
        else if (!hasMinutes)
        {
            return 0;
        }

        parsed.Hour = hour;
        parsed.Minute = minute;
        parsed.Second = second;
        parsed.Fraction = fraction;
        parsed.IsAfternoon = isAfternoon;
        return i;
    }

    private static bool NextNumber(ReadOnlySpan<char> text, ref int i, out int value)
    {
        value = 0;
        if (i + 1 >= text.Length || text[i] != ':')
        {
            return false;
        }

        var digits = CountDigits(text[(i + 1)..]);
        if (digits is 0 or > 2)
        {
            return false;
        }

        value = Value(text.Slice(i + 1, digits));
        i += 1 + digits;
        return true;
    }

    /// <summary>Reads +hh:mm, +hhmm or +hh.</summary>
    private static int ParseOffset(ReadOnlySpan<char> text, bool minutesRequired, ref ParsedDateTime parsed)
    {
        if (text.IsEmpty || text[0] is not ('+' or '-'))
        {
            return 0;
        }

        var digits = CountDigits(text[1..]);
        var i = 1 + digits;
        int hours, minutes;
        if (digits is 1 or 2)
        {
            hours = Value(text.Slice(1, digits));
            if (!NextNumber(text, ref i, out minutes) && minutesRequired)
            {
                return 0;
            }
        }
        else if (digits == 4)
        {
            hours = Value(text.Slice(1, 2));
            minutes = Value(text.Slice(3, 2));
        }
        else
        {
            return 0;
        }

        if (hours > MaximumOffsetHours || minutes >= 60)
        {
            return 0;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        parsed.Offset = text[0] == '-' ? -offset : offset;
        return i;
    }

    private static int UniversalLength(ReadOnlySpan<char> text) =>
        text[0] is 'Z' or 'z' && EndsWord(text, 1) ? 1
        : text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase) && EndsWord(text, 3) ? 3
        : 0;

    /// <summary>Which number is the year, which the month and which the day: month, day, year, unless one can only be something else.</summary>
    private static bool AssignDate(ReadOnlySpan<int> numbers, ReadOnlySpan<int> lengths, int monthIndex, ref ParsedDateTime parsed)
    {
        if (monthIndex >= 0)
        {
            switch (numbers.Length)
            {
                case 1 when lengths[0] > 2 || numbers[0] > 31:
                    parsed.Year = lengths[0] > 2 ? numbers[0] : WithCentury(numbers[0]);
                    return true;
                case 1:
                    parsed.Day = numbers[0];
                    return true;
                case 2:
                    var yearIndex = lengths[0] > 2 ? 0 : 1;
                    parsed.Year = lengths[yearIndex] > 2 ? numbers[yearIndex] : WithCentury(numbers[yearIndex]);
                    parsed.Day = numbers[1 - yearIndex];
                    return lengths[1 - yearIndex] <= 2;
                default:
                    return false;
            }
        }

        switch (numbers.Length)
        {
            case 0:
                return parsed.Hour >= 0;
            case 2 when lengths[0] > 2:
                parsed.Year = numbers[0];
                parsed.Month = numbers[1];
                return lengths[1] <= 2;
            case 2 when lengths[1] > 2:
                parsed.Month = numbers[0];
                parsed.Year = numbers[1];
                return true;
            case 2:
                parsed.Month = numbers[0];
                parsed.Day = numbers[1];
                return true;
            case 3 when lengths[0] > 2:
                parsed.Year = numbers[0];
                parsed.Month = numbers[1];
                parsed.Day = numbers[2];
                return lengths[1] <= 2 && lengths[2] <= 2;
            case 3:
                parsed.Month = numbers[0];
                parsed.Day = numbers[1];
                parsed.Year = lengths[2] > 2 ? numbers[2] : WithCentury(numbers[2]);
                return lengths[1] <= 2;
            default:
                return false;
        }
    }

    private static int WithCentury(int year) => year + (year < FirstYearOfLastCentury ? 2000 : 1900);

    private static bool EndsWord(ReadOnlySpan<char> text, int length) => length == text.Length || !char.IsAsciiLetter(text[length]);

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    // Of no more than eight digits, which its callers see to.
    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    // Digits behind the seventh round.
    private static int FractionTicks(ReadOnlySpan<char> digits)
    {
        var taken = Math.Min(digits.Length, FractionDigits);
        var ticks = Value(digits[..taken]);
        for (var i = taken; i < FractionDigits; i++)
        {
            ticks *= 10;
        }

        return ticks + (digits.Length > FractionDigits && digits[FractionDigits] >= '5' ? 1 : 0);
    }
}
