using System;

namespace Tarn.Conformance;

/// <summary>Decimal text to integers of every size, with what is no number and what does not fit.</summary>
public static class IntegerParsing
{
    public static void Run()
    {
        string?[] texts =
        [
            null, "", " ", "0", "-0", "+0", "7", "-7", "+7", " 12", "12 ", "\t 34 \r\n", "1 2", "--1", "+-1", "-", "+", "1.0", "1,000",
            "0x10", "ff", "1e3", "12a", "a12",
            "000000000000000000000000000042", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "-32768", "-32769", "65535",
            "65536",
            "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "9223372036854775807",
            "9223372036854775808", "-9223372036854775808",
            "-9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999999999", "5\0\0", "5 \0", "5\0 ",
            "\u0665", "\u20071",
        ];
        foreach (var text in texts)
        {
            var line = "[" + (text is null ? "null" : text.Replace('\0', '0').Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' '))
                + "]";
            line += sbyte.TryParse(text, out var int8) ? " " + int8.ToString() : " no";
            line += byte.TryParse(text, out var uint8) ? " " + uint8.ToString() : " no";
            line += short.TryParse(text, out var int16) ? " " + int16.ToString() : " no";
            line += ushort.TryParse(text, out var uint16) ? " " + uint16.ToString() : " no";
            line += int.TryParse(text, out var int32) ? " " + int32.ToString() : " no";
            line += uint.TryParse(text, out var uint32) ? " " + uint32.ToString() : " no";
            line += long.TryParse(text, out var int64) ? " " + int64.ToString() : " no";
            line += ulong.TryParse(text, out var uint64) ? " " + uint64.ToString() : " no";
            line += nint.TryParse(text, out var native) ? " " + native.ToString() : " no";
            Console.WriteLine(line);
        }

        Console.WriteLine(int.Parse("-12345") + long.Parse("900000000000") + byte.Parse("200".AsSpan()) + (int)uint.Parse("17"u8));
        Console.WriteLine(int.TryParse("abc123".AsSpan(3), out var tail) ? tail : -1);
    }
}
