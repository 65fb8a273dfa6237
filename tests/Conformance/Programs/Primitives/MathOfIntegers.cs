using System;

namespace Tarn.Conformance;

/// <summary>Absolute values, extremes, clamping, division with remainder and long products.</summary>
public static class MathOfIntegers
{
    public static void Run()
    {
        int[] values = [0, 1, -1, 7, -7, 100, -100, 46341, int.MaxValue, -int.MaxValue];
        foreach (var a in values)
        {
            Console.WriteLine(
                $"{Math.Abs(a)} {Math.Abs((long)a * a)} {Math.Abs((short)(a / 65537))} {Math.Sign(a)} {Math.Clamp(a, -50, 50)} "
                + $"{Math.Clamp((byte)a, (byte)3, (byte)9)}");
            foreach (var b in values)
            {
                var line =
                    $"{Math.Max(a, b)} {Math.Min(a, b)} {Math.Max((uint)a, (uint)b)} {Math.Min((ulong)a, (ulong)b)} "
                    + $"{Math.Max((sbyte)a, (sbyte)b)} {Math.BigMul(a, b)} {Math.BigMul((uint)a, (uint)b)}";
                if (b != 0)
                {
                    var (quotient, remainder) = Math.DivRem(a, b);
                    var (unsignedQuotient, unsignedRemainder) = Math.DivRem((ulong)a, (ulong)b);
                    line += $" {quotient} {remainder} {unsignedQuotient} {unsignedRemainder}";
                }

                Console.WriteLine(line);
            }
        }

        ulong[] factors = [0, 1, 3, uint.MaxValue, 1UL << 32, 0x1234_5678_9ABC_DEF0, ulong.MaxValue, 1UL << 63];
        foreach (var left in factors)
        {
            foreach (var right in factors)
            {
                var high = Math.BigMul(left, right, out var low);
                var signedHigh = Math.BigMul((long)left, (long)right, out long signedLow);
                Console.WriteLine($"{high:X16}{low:X16} {signedHigh} {signedLow}");
            }
        }
    }
}
