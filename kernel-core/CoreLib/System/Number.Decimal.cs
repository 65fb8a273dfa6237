using System.Runtime.CompilerServices;

namespace System;

internal static partial class Number
{
    // The longest are -9223372036854775808 and 18446744073709551615.
    private const int MaxInt64Length = 20;

    public static string ToDecimalString(ulong magnitude, bool isNegative = false)
    {
        Span<char> buffer = stackalloc char[MaxInt64Length];
        return new string(buffer[WriteDecimal(magnitude, isNegative, buffer)..]);
    }

    public static bool TryFormatDecimal(ulong magnitude, bool isNegative, Span<char> destination, out int charsWritten)
    {
        Span<char> buffer = stackalloc char[MaxInt64Length];
        var text = buffer[WriteDecimal(magnitude, isNegative, buffer)..];
        if (!text.TryCopyTo(destination))
        {
            charsWritten = 0;
            return false;
        }

        charsWritten = text.Length;
        return true;
    }

    public static bool TryFormatDecimal(ulong magnitude, bool isNegative, Span<byte> utf8Destination, out int bytesWritten)
    {
        Span<char> buffer = stackalloc char[MaxInt64Length];
        var text = buffer[WriteDecimal(magnitude, isNegative, buffer)..];
        if (text.Length > utf8Destination.Length)
        {
            bytesWritten = 0;
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            utf8Destination[i] = (byte)text[i];
        }

        bytesWritten = text.Length;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static string ToDecimalString(long value) => ToDecimalString(Magnitude(value), value < 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormatDecimal(long value, Span<char> destination, out int charsWritten) =>
        TryFormatDecimal(Magnitude(value), value < 0, destination, out charsWritten);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormatDecimal(ulong value, Span<char> destination, out int charsWritten) =>
        TryFormatDecimal(value, isNegative: false, destination, out charsWritten);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormatDecimal(long value, Span<byte> utf8Destination, out int bytesWritten) =>
        TryFormatDecimal(Magnitude(value), value < 0, utf8Destination, out bytesWritten);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool TryFormatDecimal(ulong value, Span<byte> utf8Destination, out int bytesWritten) =>
        TryFormatDecimal(value, isNegative: false, utf8Destination, out bytesWritten);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;

    // Fills the buffer from its end and returns where the text starts.
    private static int WriteDecimal(ulong magnitude, bool isNegative, Span<char> buffer)
    {
        var start = buffer.Length;
        do
        {
            var quotient = magnitude / 10;
            buffer[--start] = (char)('0' + (magnitude - (quotient * 10)));
            magnitude = quotient;
        }
        while (magnitude != 0);

        if (isNegative)
        {
            buffer[--start] = '-';
        }

        return start;
    }
}
