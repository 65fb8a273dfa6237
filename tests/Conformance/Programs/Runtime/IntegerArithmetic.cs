using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Division, remainders, shifts, wrapping and narrowing, with values the compiler cannot foresee.</summary>
public static class IntegerArithmetic
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Hide<T>(T value) => value;

    public static void Run()
    {
        int[] dividends = [7, -7, 0, int.MaxValue, int.MinValue];
        int[] divisors = [1, 2, -2, 3, -3, 7, int.MaxValue, 1000];
        foreach (var left in dividends)
        {
            foreach (var right in divisors)
            {
                Console.WriteLine(
                    $"{left}/{right}: {left / right} {left % right} {(uint)left / (uint)right} {(uint)left % (uint)right} " +
                    $"{(long)left * right} {unchecked(left * right)} {left >> (right & 31)} {left >>> (right & 31)} {left << right}");
            }
        }

        var big = Hide(long.MinValue + 5);
        Console.WriteLine(
            $"{big / 10} {big % 10} {(ulong)big / 10} {(ulong)big % 1000} {big >> 3} {big >>> 60} {unchecked(big * 3)} " +
            $"{unchecked(big - 100)}");
        Console.WriteLine(
            $"{unchecked((byte)Hide(300))} {unchecked((sbyte)Hide(200))} {unchecked((short)Hide(70000))} {unchecked((ushort)Hide(-1))} " +
            $"{unchecked((int)Hide(1L << 33 | 5))} {unchecked((uint)Hide(-1L))} {unchecked((char)Hide(65601))}");
        Console.WriteLine(
            $"{Hide((byte)255) + Hide((byte)255)} {Hide((sbyte)-128) * Hide((sbyte)-128)} {-Hide(int.MinValue)} {~Hide(0x0F)} " +
            $"{Hide(6) & Hide(3)} {Hide(6) | Hide(3)} {Hide(6) ^ Hide(3)}");
        nint native = Hide((nint)(-5));
        nuint unsignedNative = Hide((nuint)5);
        Console.WriteLine($"{native / 2} {native % 3} {native >> 1} {unsignedNative / 2} {unsignedNative << 62} {native * 1000}");
        Console.WriteLine(
            $"{checked(Hide(int.MaxValue - 1) + 1)} {checked(Hide(46340) * Hide(46340))} {checked((byte)Hide(255))} " +
            $"{checked((uint)Hide(5L))} {checked(Hide(3037000499L) * 3037000499L)} {checked(Hide(uint.MaxValue) - 1)}");
        Console.WriteLine(
            $"{checked(Hide(4294967296UL) * 4294967295UL)} {checked(Hide(-4611686018427387904L) * 2)} {checked((sbyte)Hide(-128))} " +
            $"{checked((int)Hide(2147483647.9))} {checked((long)Hide(-9.2e18))} {checked((ulong)Hide(1.8e19))} " +
            $"{checked((uint)Hide(4294967295.5))} {checked((byte)Hide(-0.5))}");
        Console.WriteLine(
            $"{Math.DivRem(Hide(17), 5, out var rest)} {rest} {Hide(1) << Hide(33)} {Hide(1L) << Hide(65)} {Hide(-1) >>> Hide(32)}");
    }
}
