namespace System;

internal static partial class Number
{
    // What a section of a custom format asks for, found in a first pass over it.
    private struct CustomSection
    {
        public int DigitPlaces;
        public int DecimalPoint;
        public int FirstZero;
        public int LastZero;
        public int ScaleAdjustment;
        public bool IsGrouped;
        public bool IsScientific;

        public CustomSection(ReadOnlySpan<char> section)
        {
            var decimalPoint = -1;
            var firstZero = -1;
            var groupSeparatorAt = -1;
            var groupSeparators = 0;
            for (var i = 0; i < section.Length; i++)
            {
                switch (section[i])
                {
                    case '#':
                        DigitPlaces++;
                        break;
                    case '0':
                        firstZero = firstZero < 0 ? DigitPlaces : firstZero;
                        LastZero = ++DigitPlaces;
                        break;
                    case '.':
                        decimalPoint = decimalPoint < 0 ? DigitPlaces : decimalPoint;
                        break;
                    case ',' when DigitPlaces > 0 && decimalPoint < 0:
                        if (groupSeparatorAt == DigitPlaces)
                        {
                            groupSeparators++;
                            break;
                        }

                        IsGrouped |= groupSeparatorAt >= 0;
                        groupSeparatorAt = DigitPlaces;
                        groupSeparators = 1;
                        break;
                    case '%':
                        ScaleAdjustment += 2;
                        break;
                    case '\u2030':
                        ScaleAdjustment += 3;
                        break;
                    case '\'' or '"':
                        i = EndOfQuotation(section, i);
                        break;
                    case '\\':
                        i++;
                        break;
                    case 'E' or 'e' when ExponentZeros(section, i, out _) is > 0 and var zeros:
                        IsScientific = true;
                        i += zeros + (section[i + 1] == '0' ? 0 : 1);
                        break;
                }
            }

            DecimalPoint = decimalPoint < 0 ? DigitPlaces : decimalPoint;
            if (groupSeparatorAt == DecimalPoint)
            {
                // Separators right before the decimal point scale by a thousand each.
                ScaleAdjustment -= groupSeparators * 3;
            }
            else
            {
                IsGrouped |= groupSeparatorAt >= 0;
            }

            // Both are positions relative to the decimal point: the integer digits and (negative) the decimals that are written even when
            // absent.
            FirstZero = firstZero >= 0 && firstZero < DecimalPoint ? DecimalPoint - firstZero : 0;
            LastZero = LastZero > DecimalPoint ? DecimalPoint - LastZero : 0;
        }
    }

    private static void FormatCustom(ref NumberWriter writer, ref NumberBuffer number, scoped ReadOnlySpan<char> format)
    {
        var isFirstSection = true;
        var text = Section(format, number.Count == 0 ? 2 : number.IsNegative ? 1 : 0, ref isFirstSection);
        var section = new CustomSection(text);
        if (number.Count != 0)
        {
            number.Scale += section.ScaleAdjustment;
            number.Round(section.IsScientific ? section.DigitPlaces : number.Scale + section.DigitPlaces - section.DecimalPoint);
            if (number.Count == 0)
            {
                // It rounds to zero: the section for zeros has its say.
                text = Section(format, 2, ref isFirstSection);
                section = new CustomSection(text);
            }
        }

        if (number.Count == 0)
        {
            number.Round(0);
        }

        if (number.IsNegative && isFirstSection && number.Scale != 0)
        {
            writer.Append('-');
        }

        WriteCustom(ref writer, number, text, section);
        if (number.IsNegative && isFirstSection && number.Scale == 0 && writer.Length > 0)
        {
            writer.InsertAtStart('-');
        }
    }

    private static void WriteCustom(
        ref NumberWriter writer, in NumberBuffer number, scoped ReadOnlySpan<char> text, in CustomSection section)
    {
        var isScientific = section.IsScientific;
        // Positions count down to 0 at the decimal point. Surplus digits go before the first place, missing ones leave places empty.
        var position = isScientific ? section.DecimalPoint : Math.Max(number.Scale, section.DecimalPoint);
        var surplus = isScientific ? 0 : number.Scale - section.DecimalPoint;
        var next = 0;
        var isPointWritten = false;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is '#' or '0' or '.')
            {
                for (; surplus > 0; surplus--)
                {
                    WriteDigit(ref writer, '0' + number[next++], section.IsGrouped, position--);
                }
            }

            switch (character)
            {
                case '#' or '0':
                    var isWanted = true;
                    if (surplus < 0)
                    {
                        surplus++;
                        isWanted = position <= section.FirstZero;
                        character = '0';
                    }
                    else
                    {
                        isWanted = next < number.Count || position > section.LastZero;
                        character = (char)('0' + number[next++]);
                    }

                    if (isWanted)
                    {
                        WriteDigit(ref writer, character, section.IsGrouped, position);
                    }

                    position--;
                    break;
                case '.':
                    var hasDecimals = section.DecimalPoint < section.DigitPlaces && next < number.Count;
                    if (position == 0 && !isPointWritten && (section.LastZero < 0 || hasDecimals))
                    {
                        writer.Append('.');
                        isPointWritten = true;
                    }

                    break;
                case ',':
                    break;
                case '\'' or '"':
                    var end = EndOfQuotation(text, i);
                    writer.Append(text[(i + 1)..Math.Min(end, text.Length)]);
                    i = end;
                    break;
                case '\\':
                    if (++i < text.Length)
                    {
                        writer.Append(text[i]);
                    }

                    break;
                case 'E' or 'e':
                    var zeros = ExponentZeros(text, i, out var writePlus);
                    if (isScientific && zeros > 0)
                    {
                        var exponent = number.Count == 0 ? 0 : number.Scale - section.DecimalPoint;
                        FormatExponent(ref writer, exponent, character, Math.Min(zeros, 10), writePlus);
                        i += zeros + (text[i + 1] == '0' ? 0 : 1);
                        isScientific = false;
                        break;
                    }

                    writer.Append(character);
                    if (!isScientific && i + 1 < text.Length)
                    {
                        if (text[i + 1] is '+' or '-')
                        {
                            writer.Append(text[++i]);
                        }

                        for (; i + 1 < text.Length && text[i + 1] == '0'; i++)
                        {
                            writer.Append('0');
                        }
                    }

                    break;
                default:
                    writer.Append(character);
                    break;
            }
        }
    }

    // Groups are of three digits, counted from the decimal point.
    private static void WriteDigit(ref NumberWriter writer, int digit, bool isGrouped, int position)
    {
        writer.Append((char)digit);
        if (isGrouped && position > 1 && (position - 1) % 3 == 0)
        {
            writer.Append(',');
        }
    }

    // Of the sections between semicolons: 0 for positive numbers, 1 for negative ones, 2 for zero. A missing or empty one falls back to the
    // first.
    private static ReadOnlySpan<char> Section(ReadOnlySpan<char> format, int wanted, ref bool isFirst)
    {
        var start = 0;
        for (var section = 0; ; section++)
        {
            var end = EndOfSection(format, start);
            if (section == wanted && (wanted == 0 || end > start))
            {
                isFirst = wanted == 0;
                return format[start..end];
            }

            if (section == wanted || end >= format.Length)
            {
                isFirst = true;
                return format[..EndOfSection(format, 0)];
            }

            start = end + 1;
        }
    }

    private static int EndOfSection(ReadOnlySpan<char> format, int start)
    {
        var i = start;
        for (; i < format.Length && format[i] is not (';' or '\0'); i++)
        {
            if (format[i] is '\'' or '"')
            {
                i = EndOfQuotation(format, i);
            }
            else if (format[i] == '\\')
            {
                i++;
            }
        }

        return Math.Min(i, format.Length);
    }

    // The index of the closing quotation mark, or the length when there is none.
    private static int EndOfQuotation(scoped ReadOnlySpan<char> text, int start)
    {
        var i = start + 1;
        while (i < text.Length && text[i] != text[start])
        {
            i++;
        }

        return i;
    }

    // How many zeros follow the letter E, which make it an exponent: E0, E+0 or E-0.
    private static int ExponentZeros(scoped ReadOnlySpan<char> text, int letter, out bool writePlus)
    {
        var start = letter + 1;
        writePlus = start < text.Length && text[start] == '+';
        if (start < text.Length && text[start] is '+' or '-')
        {
            start++;
        }

        var i = start;
        while (i < text.Length && text[i] == '0')
        {
            i++;
        }

        return i - start;
    }
}
