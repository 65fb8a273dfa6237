using System;

namespace Tarn.Conformance;

/// <summary>Integers of every size as decimal text.</summary>
public static class IntegerFormatting
{
    public static void Run()
    {
        Console.WriteLine($"{sbyte.MinValue} {sbyte.MaxValue} {byte.MinValue} {byte.MaxValue}");
        Console.WriteLine($"{short.MinValue} {short.MaxValue} {ushort.MinValue} {ushort.MaxValue}");
        Console.WriteLine($"{int.MinValue} {int.MaxValue} {uint.MinValue} {uint.MaxValue}");
        Console.WriteLine($"{long.MinValue} {long.MaxValue} {ulong.MinValue} {ulong.MaxValue}");
        Console.WriteLine($"{nint.MinValue} {nint.MaxValue} {nuint.MinValue} {nuint.MaxValue}");
        var power = 1UL;
        for (var digits = 1; digits <= 20; digits++)
        {
            Console.WriteLine((power - 1).ToString() + " " + power.ToString() + " " + (power + 1).ToString());
            var signed = (long)power;
            Console.WriteLine((-signed).ToString() + " " + ((int)signed).ToString() + " " + ((short)signed).ToString() + " "
                + ((sbyte)signed).ToString());
            power *= 10;
        }

        for (var value = -12; value <= 12; value++)
        {
            Console.WriteLine(value.ToString());
        }

        Console.WriteLine(42.ToString((string?)null) + 42.ToString("") + (-42L).ToString((IFormatProvider?)null) + 42u.ToString(null,
            null));
        object boxed = 1234567890123L;
        Console.WriteLine(boxed.ToString());
    }
}
