using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace System;

internal static partial class Number
{
    internal enum ParseStatus
    {
        Valid,
        Malformed,
        OutOfRange,
    }

    private const NumberStyles AllStyles = NumberStyles.Any | NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier;

    /// <summary>Reads a decimal integer with <see cref="NumberStyles.Integer"/>.</summary>
    /// <param name="text">The text, in UTF-16 or UTF-8.</param>
    /// <param name="width">How many bits the type has, up to 64.</param>
    /// <param name="isSigned">Whether the type is signed.</param>
    /// <returns>The number, sign-extended to 64 bits.</returns>
    /// <exception cref="FormatException">The text is not a number.</exception>
    /// <exception cref="OverflowException">The number is outside the type's range.</exception>
    public static ulong ParseDecimal<TChar>(ReadOnlySpan<TChar> text, int width, bool isSigned)
        where TChar : struct
    {
        var status = TryParseDecimal(text, NumberStyles.Integer, width, isSigned, out var value);
        if (status != ParseStatus.Valid)
        {
            ThrowParseError(status, text, IntegerName(width, isSigned));
        }

        return value;
    }

    /// <inheritdoc cref="ParseDecimal{TChar}(ReadOnlySpan{TChar}, int, bool)"/>
    public static ulong ParseDecimal(string text, int width, bool isSigned)
    {
        ArgumentNullException.ThrowIfNull(text, "s");
        return ParseDecimal(text.AsSpan(), width, isSigned);
    }

    public static bool TryParseDecimal<TChar>(ReadOnlySpan<TChar> text, int width, bool isSigned, out ulong value)
        where TChar : struct =>
        TryParseDecimal(text, NumberStyles.Integer, width, isSigned, out value) == ParseStatus.Valid;

    /// <summary>Reads an integer with any style.</summary>
    /// <exception cref="ArgumentException">The style is not one for integers.</exception>
    /// <inheritdoc cref="ParseDecimal{TChar}(ReadOnlySpan{TChar}, int, bool)"/>
    public static ulong ParseInteger<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, int width, bool isSigned)
        where TChar : struct
    {
        CheckIntegerStyle(style);
        var status = TryParseAnyInteger(text, style, width, isSigned, out var value);
        if (status != ParseStatus.Valid)
        {
            ThrowParseError(status, text, IntegerName(width, isSigned));
        }

        return value;
    }

    /// <inheritdoc cref="ParseInteger{TChar}(ReadOnlySpan{TChar}, NumberStyles, int, bool)"/>
    public static ulong ParseInteger(string text, NumberStyles style, int width, bool isSigned)
    {
        CheckIntegerStyle(style);
        ArgumentNullException.ThrowIfNull(text, "s");
        return ParseInteger(text.AsSpan(), style, width, isSigned);
    }

    public static bool TryParseInteger<TChar>(ReadOnlySpan<TChar> text, NumberStyles style, int width, bool isSigned, out ulong value)
        where TChar : struct
    {
        CheckIntegerStyle(style);
        return TryParseAnyInteger(text, style, width, isSigned, out value) == ParseStatus.Valid;
    }

    public static void CheckIntegerStyle(NumberStyles style)
    {
        const NumberStyles specifiers = NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier;
        if ((style & ~AllStyles) != 0)
        {
            throw new ArgumentException("The number style has bits that mean nothing.", nameof(style));
        }

        if ((style & specifiers) != 0 && (style & ~NumberStyles.HexNumber) != 0 && (style & ~NumberStyles.BinaryNumber) != 0)
        {
            throw new ArgumentException("Hexadecimal and binary allow nothing else but white space around the digits.", nameof(style));
        }
    }

    /// <summary>Throws for text that is no number of its type.</summary>
    /// <param name="status">Why.</param>
    /// <param name="text">The text.</param>
    /// <param name="type">The type with its article.</param>
    [DoesNotReturn]
    public static void ThrowParseError<TChar>(ParseStatus status, ReadOnlySpan<TChar> text, string type)
        where TChar : struct
    {
        if (status == ParseStatus.OutOfRange)
        {
            ThrowOutOfRange(type);
        }

        ref var first = ref MemoryMarshal.GetReference(text);
        var input = typeof(TChar) == typeof(char)
            ? new string(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TChar, char>(ref first), text.Length))
            : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TChar, byte>(ref first), text.Length));
        throw new FormatException(string.Concat("The input string '", input, "' was not in a correct format."));
    }

    /// <summary>Throws for a number that does not fit in a type.</summary>
    /// <param name="type">The type with its article.</param>
    [DoesNotReturn]
    public static void ThrowOutOfRange(string type) =>
        throw new OverflowException(string.Concat("Value was either too large or too small for ", type, "."));

    /// <summary>A type of integers in words, with its article.</summary>
    public static string IntegerName(int width, bool isSigned) => width switch
    {
        8 => isSigned ? "a signed byte" : "an unsigned byte",
        16 => isSigned ? "an Int16" : "a UInt16",
        32 => isSigned ? "an Int32" : "a UInt32",
        _ => isSigned ? "an Int64" : "a UInt64",
    };

    /// <summary>Whether the text is the name, which is given in lower case, in any case.</summary>
    public static bool IsName<TChar>(ReadOnlySpan<TChar> text, string name)
        where TChar : struct
    {
        if (text.Length != name.Length)
        {
            return false;
        }

        for (var i = 0; i < name.Length; i++)
        {
            if ((At(text, i) | 0x20) != name[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The text without Unicode's white space at its ends.</summary>
    public static ReadOnlySpan<char> TrimWhiteSpace(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static ParseStatus TryParseAnyInteger<TChar>(
        ReadOnlySpan<TChar> text, NumberStyles style, int width, bool isSigned, out ulong value)
        where TChar : struct
    {
        if ((style & ~NumberStyles.Integer) == 0)
        {
            return TryParseDecimal(text, style, width, isSigned, out value);
        }

        if ((style & NumberStyles.AllowHexSpecifier) != 0)
        {
            return TryParsePowerOfTwo(text, style, 4, width, isSigned, out value);
        }

        if ((style & NumberStyles.AllowBinarySpecifier) != 0)
        {
            return TryParsePowerOfTwo(text, style, 1, width, isSigned, out value);
        }

        value = 0;
        var number = new NumberBuffer(stackalloc byte[MaxInt64Length]);
        if (!TryParseNumber(text, style, ref number))
        {
            return ParseStatus.Malformed;
        }

        if (number.Scale > MaxInt64Length || number.Scale < number.Count || number.HasNonZeroTail)
        {
            return ParseStatus.OutOfRange;
        }

        ulong magnitude = 0;
        for (var i = 0; i < number.Scale; i++)
        {
            if (!TryAppendDigit(ref magnitude, number[i]))
            {
                return ParseStatus.OutOfRange;
            }
        }

        return ApplySign(magnitude, number.IsNegative, width, isSigned, out value);
    }

    private static ParseStatus TryParseDecimal<TChar>(
        ReadOnlySpan<TChar> text, NumberStyles style, int width, bool isSigned, out ulong value)
        where TChar : struct
    {
        value = 0;
        var i = (style & NumberStyles.AllowLeadingWhite) != 0 ? SkipWhiteSpace(text, 0) : 0;
        var isNegative = false;
        if ((style & NumberStyles.AllowLeadingSign) != 0 && At(text, i) is '-' or '+')
        {
            isNegative = At(text, i++) == '-';
        }

        ulong magnitude = 0;
        var fits = true;
        var start = i;
        for (; At(text, i) - '0' is var digit and <= 9; i++)
        {
            fits &= TryAppendDigit(ref magnitude, (int)digit);
        }

        if (i == start || !IsEnd(text, i, style))
        {
            return ParseStatus.Malformed;
        }

        return fits ? ApplySign(magnitude, isNegative, width, isSigned, out value) : ParseStatus.OutOfRange;
    }

    private static ParseStatus TryParsePowerOfTwo<TChar>(
        ReadOnlySpan<TChar> text, NumberStyles style, int bitsPerDigit, int width, bool isSigned, out ulong value)
        where TChar : struct
    {
        value = 0;
        var i = (style & NumberStyles.AllowLeadingWhite) != 0 ? SkipWhiteSpace(text, 0) : 0;
        ulong bits = 0;
        var fits = true;
        var start = i;
        for (; DigitValue(At(text, i)) is var digit && digit < 1u << bitsPerDigit; i++)
        {
            fits &= bits >> (width - bitsPerDigit) == 0;
            bits = (bits << bitsPerDigit) | digit;
        }

        if (i == start || !IsEnd(text, i, style))
        {
            return ParseStatus.Malformed;
        }

        if (!fits)
        {
            return ParseStatus.OutOfRange;
        }

        value = isSigned ? (ulong)((long)(bits << (64 - width)) >> (64 - width)) : bits;
        return ParseStatus.Valid;
    }

    private static bool TryAppendDigit(ref ulong magnitude, int digit)
    {
        if (magnitude > (ulong.MaxValue - (uint)digit) / 10)
        {
            return false;
        }

        magnitude = (magnitude * 10) + (uint)digit;
        return true;
    }

    private static ParseStatus ApplySign(ulong magnitude, bool isNegative, int width, bool isSigned, out ulong value)
    {
        value = isNegative ? 0 - magnitude : magnitude;
        var largest = ulong.MaxValue >> (isSigned ? 65 - width : 64 - width);
        if (isNegative)
        {
            largest = isSigned ? largest + 1 : 0;
        }

        if (magnitude <= largest)
        {
            return ParseStatus.Valid;
        }

        value = 0;
        return ParseStatus.OutOfRange;
    }

    public static uint DigitValue(uint character) => character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        >= 'a' and <= 'f' => character - 'a' + 10,
        _ => uint.MaxValue,
    };

    // White space may follow a number where the style allows it, and zeros (as from a buffer of fixed size) always.
    private static bool IsEnd<TChar>(ReadOnlySpan<TChar> text, int index, NumberStyles style)
        where TChar : struct
    {
        if ((style & NumberStyles.AllowTrailingWhite) != 0)
        {
            index = SkipWhiteSpace(text, index);
        }

        while (index < text.Length && At(text, index) == 0)
        {
            index++;
        }

        return index == text.Length;
    }

    private static int SkipWhiteSpace<TChar>(ReadOnlySpan<TChar> text, int index)
        where TChar : struct
    {
        while (IsWhiteSpace(At(text, index)))
        {
            index++;
        }

        return index;
    }

    private static bool IsWhiteSpace(uint character) => character is ' ' or (>= '\t' and <= '\r');

    // The code unit at the index, 0 at the end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint At<TChar>(ReadOnlySpan<TChar> text, int index)
        where TChar : struct
    {
        if ((uint)index >= (uint)text.Length)
        {
            return 0;
        }

        return Unsafe.SizeOf<TChar>() == 1 ? Unsafe.BitCast<TChar, byte>(text[index]) : Unsafe.BitCast<TChar, char>(text[index]);
    }
}
