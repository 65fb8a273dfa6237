using System;
using System.Runtime.CompilerServices;

namespace Tarn.Kernel;

/// <summary>Integers in the looks that a kernel prints them in: decimal and hexadecimal, with a least number of digits.</summary>
/// <remarks>
/// The core library's numbers know these and all others, and decide at run time between them: an image that prints one number has code
/// for currency, too. Here the format that is written in an interpolated string decides while the image is compiled; the core library
/// is linked only for those that <see cref="IsPlain"/> does not know.
/// </remarks>
internal static class IntegerText
{
    /// <summary>The most characters that <see cref="Format"/> writes: a sign, and the 99 digits that a format can ask for.</summary>
    internal const int Longest = 100;

    /// <summary>Whether <see cref="Format"/> knows a format: none, or one of D, d, X and x with at most two digits.</summary>
    // Of a constant, the optimiser knows the answer: nothing here is then left in the code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPlain(string? format) =>
        format is null || format.Length switch
        {
            1 => IsPlainLetter(format[0]),
            2 => IsPlainLetter(format[0]) && char.IsAsciiDigit(format[1]),
            3 => IsPlainLetter(format[0]) && char.IsAsciiDigit(format[1]) && char.IsAsciiDigit(format[2]),
            _ => false,
        };

    /// <summary>Writes an integer as ASCII to the end of a span.</summary>
    /// <param name="bits">The integer, extended to 64 bits by its sign.</param>
    /// <param name="isNegative">Whether it is below zero.</param>
    /// <param name="size">Bytes of its type, 1 to 8: what hexadecimal shows of a negative number.</param>
    /// <param name="format">A format that <see cref="IsPlain"/> knows.</param>
    /// <param name="destination">At least <see cref="Longest"/> bytes.</param>
    /// <returns>Where in <paramref name="destination"/> the text begins.</returns>
    internal static int Format(ulong bits, bool isNegative, int size, string? format, Span<byte> destination)
    {
        var leastDigits = 0;
        var radix = 10u;
        var letters = 0u;
        if (format is not null)
        {
            foreach (var digit in format.AsSpan(1))
            {
                leastDigits = leastDigits * 10 + (digit - '0');
            }

            if ((format[0] | 0x20) == 'x')
            {
                // Its own case is that of the digits above 9.
                radix = 16;
                letters = (uint)(format[0] - 'x' + 'a' - 10);
            }
        }

        var isSigned = isNegative && radix == 10;
        var rest = isSigned ? 0 - bits : bits & (ulong.MaxValue >> (64 - 8 * size));
        var start = destination.Length;
        do
        {
            var digit = (uint)(rest % radix);
            rest /= radix;
            destination[--start] = (byte)(digit < 10 ? '0' + digit : letters + digit);
        }
        while (rest != 0 || destination.Length - start < leastDigits);

        if (isSigned)
        {
            destination[--start] = (byte)'-';
        }

        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsPlainLetter(char letter) => letter is 'D' or 'd' or 'X' or 'x';
}
