using System.Globalization;
using System.Runtime.CompilerServices;

namespace System;

internal static partial class Number
{
    // A longer exponent is beyond every type whatever the digits are, and so is this one.
    private const int MaxExponent = 99_999_999;

    /// <summary>Reads digits with everything that the style allows around and between them.</summary>
    /// <param name="text">The text, in UTF-16 or UTF-8.</param>
    /// <param name="style">What is allowed.</param>
    /// <param name="number">What was read; digits beyond its room are dropped.</param>
    private static bool TryParseNumber<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, scoped ref NumberBuffer number)
        where TChar : struct
    {
        var i = 0;
        var isSigned = false;
        var isInParentheses = false;
        var canBeCurrency = (style & NumberStyles.AllowCurrencySymbol) != 0;
        for (; ; i++)
        {
            var character = At(text, i);
            var signIsOpen = isSigned && canBeCurrency == ((style & NumberStyles.AllowCurrencySymbol) != 0);
            if (IsWhiteSpace(character) && (style & NumberStyles.AllowLeadingWhite) != 0 && !signIsOpen)
            {
                continue;
            }

            if (character is '+' or '-' && (style & NumberStyles.AllowLeadingSign) != 0 && !isSigned)
            {
                isSigned = true;
                number.IsNegative = character == '-';
            }
            else if (character == '(' && (style & NumberStyles.AllowParentheses) != 0 && !isSigned)
            {
                isSigned = true;
                isInParentheses = true;
                number.IsNegative = true;
            }
            else if (canBeCurrency && CurrencySymbolLength(text, i) is > 0 and var length)
            {
                canBeCurrency = false;
                i += length - 1;
            }
            else
            {
                break;
            }
        }

        if (!ParseDigits(text, style, ref i, ref number))
        {
            return false;
        }

        for (; ; i++)
        {
            var character = At(text, i);
            if (IsWhiteSpace(character) && (style & NumberStyles.AllowTrailingWhite) != 0)
            {
                continue;
            }

            if (character is '+' or '-' && (style & NumberStyles.AllowTrailingSign) != 0 && !isSigned)
            {
                isSigned = true;
                number.IsNegative = character == '-';
            }
            else if (character == ')' && isInParentheses)
            {
                isInParentheses = false;
            }
            else if (canBeCurrency && CurrencySymbolLength(text, i) is > 0 and var length)
            {
                canBeCurrency = false;
                i += length - 1;
            }
            else
            {
                break;
            }
        }

        return !isInParentheses && IsEnd(text, i, NumberStyles.None);
    }

    private static bool ParseDigits<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, ref int i, scoped ref NumberBuffer number)
        where TChar : struct
    {
        var hasDigits = false;
        var isPastPoint = false;
        var count = 0;
        for (; ; i++)
        {
            var character = At(text, i);
            if (character - '0' <= 9)
            {
                hasDigits = true;
                if (character != '0' || count > 0)
                {
                    if (count < number.Digits.Length)
                    {
                        number.Digits[count++] = (byte)(character - '0');
                        number.Count = character != '0' || number.KeepsTrailingZeros ? count : number.Count;
                    }
                    else
                    {
                        number.HasNonZeroTail |= character != '0';
                    }

                    number.Scale += isPastPoint ? 0 : 1;
                }
                else
                {
                    number.Scale -= isPastPoint ? 1 : 0;
                }
            }
            else if (character == '.' && (style & NumberStyles.AllowDecimalPoint) != 0 && !isPastPoint)
            {
                isPastPoint = true;
            }
            else if (character != ',' || (style & NumberStyles.AllowThousands) == 0 || !hasDigits || isPastPoint)
            {
                break;
            }
        }

        if (hasDigits && (At(text, i) | 0x20) == 'e' && (style & NumberStyles.AllowExponent) != 0)
        {
            ParseExponent(text, ref i, ref number);
        }

        if (number.Count == 0 && !number.KeepsTrailingZeros)
        {
            number.Scale = 0;
        }

        return hasDigits;
    }

    // Without digits the letter is left alone, as something that follows the number.
    private static void ParseExponent<TChar>(ReadOnlySpan<TChar> text, ref int i, scoped ref NumberBuffer number)
        where TChar : struct
    {
        var j = i + 1;
        var isNegative = At(text, j) == '-';
        j += At(text, j) is '+' or '-' ? 1 : 0;
        if (At(text, j) - '0' > 9)
        {
            return;
        }

        var exponent = 0;
        for (; At(text, j) - '0' is var digit and <= 9; j++)
        {
            exponent = exponent > MaxExponent / 10 ? MaxExponent : (exponent * 10) + (int)digit;
        }

        number.Scale += isNegative ? -exponent : exponent;
        i = j;
    }

    // The invariant currency symbol is U+00A4: one UTF-16 code unit, two in UTF-8.
    private static int CurrencySymbolLength<TChar>(ReadOnlySpan<TChar> text, int index)
        where TChar : struct
    {
        if (Unsafe.SizeOf<TChar>() == 1)
        {
            return At(text, index) == 0xC2 && At(text, index + 1) == 0xA4 ? 2 : 0;
        }

        return At(text, index) == 0xA4 ? 1 : 0;
    }
}
