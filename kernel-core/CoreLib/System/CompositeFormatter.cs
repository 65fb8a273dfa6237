using System.Runtime.CompilerServices;

namespace System;

/// <summary>
/// Composite formatting: text with items of the form <c>{index[,alignment][:format]}</c>, braces doubled where they are meant.
/// </summary>
internal static class CompositeFormatter
{
    private const int Limit = 1_000_000;

    /// <exception cref="FormatException">An item is not of the form above, or there is no argument of its index.</exception>
    public static void Append(ref DefaultInterpolatedStringHandler builder, string format, scoped ReadOnlySpan<object?> arguments)
    {
        var position = 0;
        while (true)
        {
            var start = position;
            while ((uint)position < (uint)format.Length && format[position] is not ('{' or '}'))
            {
                position++;
            }

            builder.AppendFormatted(format.Span.Slice(start, position - start));
            if (position == format.Length)
            {
                return;
            }

            var brace = format[position++];
            if (Peek(format, position) == brace)
            {
                builder.AppendFormatted(new ReadOnlySpan<char>(in brace));
                position++;
            }
            else if (brace == '}')
            {
                ThrowHelper.ThrowFormatInvalid();
            }
            else
            {
                AppendItem(ref builder, format, ref position, arguments);
            }
        }
    }

    private static void AppendItem(
        ref DefaultInterpolatedStringHandler builder, string format, ref int position, scoped ReadOnlySpan<object?> arguments)
    {
        var index = ReadNumber(format, ref position);
        SkipSpaces(format, ref position);
        var alignment = 0;
        if (Peek(format, position) == ',')
        {
            position++;
            SkipSpaces(format, ref position);
            var left = Peek(format, position) == '-';
            if (left)
            {
                position++;
            }

            alignment = ReadNumber(format, ref position);
            if (left)
            {
                alignment = -alignment;
            }

            SkipSpaces(format, ref position);
        }

        string? itemFormat = null;
        if (Peek(format, position) == ':')
        {
            var start = ++position;
            while ((uint)position < (uint)format.Length && format[position] is not ('{' or '}'))
            {
                position++;
            }

            itemFormat = position == start ? null : format.Substring(start, position - start);
        }

        if (Peek(format, position) != '}' || (uint)index >= (uint)arguments.Length)
        {
            ThrowHelper.ThrowFormatInvalid();
        }

        position++;
        builder.AppendFormatted<object?>(arguments[index], alignment, itemFormat);
    }

    // A zero stands for the end: no caller looks for one.
    private static char Peek(string format, int position) => (uint)position < (uint)format.Length ? format[position] : '\0';

    private static void SkipSpaces(string format, ref int position)
    {
        while (Peek(format, position) == ' ')
        {
            position++;
        }
    }

    private static int ReadNumber(string format, ref int position)
    {
        var start = position;
        var number = 0;
        while (Peek(format, position) is var c && char.IsAsciiDigit(c) && number < Limit)
        {
            number = (number * 10) + (c - '0');
            position++;
        }

        if (position == start)
        {
            ThrowHelper.ThrowFormatInvalid();
        }

        return number;
    }
}
