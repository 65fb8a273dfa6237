using System;

namespace Tarn.Conformance;

/// <summary>Bytes in hexadecimal and base 64.</summary>
public static class ConvertBytes
{
    public static void Run()
    {
        var bytes = new byte[40];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i * 37 + 200);
        }

        for (var length = 0; length <= 12; length++)
        {
            var hexadecimal = Convert.ToHexString(bytes, 3, length);
            var base64 = Convert.ToBase64String(bytes, 3, length);
            Console.WriteLine(
                $"{hexadecimal} {Convert.ToHexStringLower(bytes.AsSpan(3, length))} {base64} "
                + $"{Convert.FromHexString(hexadecimal).Length} {Convert.ToHexString(Convert.FromBase64String(base64))}");
        }

        Console.WriteLine(Convert.ToBase64String(bytes));
        Console.WriteLine(Convert.ToHexString(Convert.FromHexString("00aAfF10")));
        Console.WriteLine(Convert.ToHexString(Convert.FromBase64String(" TWFu\r\nTWE= ")));
        Console.WriteLine(Convert.ToHexString([]) + Convert.ToBase64String([]) + Convert.FromBase64String("").Length);
    }
}
