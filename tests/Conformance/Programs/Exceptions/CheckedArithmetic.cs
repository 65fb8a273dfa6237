using System;

namespace Tarn.Conformance;

/// <summary>Sums, products and conversions in a checked context.</summary>
public static class CheckedArithmetic
{
    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine(what + " " + action());
        }
        catch (OverflowException exception)
        {
            Console.WriteLine(what + ": " + exception.Message);
        }
    }

    public static void Run()
    {
        foreach (var one in new[] { 0, 1 })
        {
            Try("add", () => checked(int.MaxValue + one));
            Try("subtract", () => checked(int.MinValue - one));
            Try("multiply", () => checked(int.MaxValue * (one + 1)));
            Try("negate", () => checked(-(int.MinValue + 1 - one)));
            Try("uint", () => checked(uint.MaxValue + (uint)one));
            Try("uint below", () => checked(0u - (uint)one));
            Try("long", () => checked(long.MaxValue + one));
            Try("ulong", () => checked(ulong.MaxValue * (ulong)(one + 1)));
            Try("byte", () => checked((byte)(255 + one)));
            Try("sbyte", () => checked((sbyte)(127 + one)));
            Try("short", () => checked((short)(-32768 - one)));
            Try("char", () => (int)checked((char)(65535 + one)));
            Try("uint of int", () => checked((uint)-one));
            Try("int of long", () => checked((int)(2147483647L + one)));
            Try("int of double", () => checked((int)(2147483647.0 + one)));
            Try("ulong of double", () => checked((ulong)(-1.0 * one)));
            Try("increment", () =>
            {
                checked
                {
                    var value = int.MaxValue - 1 + one;
                    value++;
                    return value;
                }
            });
            Try("nint", () => checked(nint.MaxValue + one));
            Try("decimal", () => decimal.MaxValue + one);
        }
    }
}
