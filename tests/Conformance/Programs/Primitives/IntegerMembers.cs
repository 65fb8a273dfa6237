using System;

namespace Tarn.Conformance;

/// <summary>Comparison, equality and hash codes of the integers.</summary>
public static class IntegerMembers
{
    private static int Sign(int value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static void Run()
    {
        long[] values =
        [
            0, 1, -1, 77, -128, 127, 255, 32767, 65535, int.MaxValue, int.MinValue, uint.MaxValue, 1L << 40, long.MaxValue, long.MinValue,
        ];
        foreach (var value in values)
        {
            Console.WriteLine(
                $"{((sbyte)value).GetHashCode()} {((byte)value).GetHashCode()} {((short)value).GetHashCode()} "
                + $"{((ushort)value).GetHashCode()} {((int)value).GetHashCode()}");
            Console.WriteLine(
                $"{((uint)value).GetHashCode()} {value.GetHashCode()} {((ulong)value).GetHashCode()} {((nint)value).GetHashCode()} "
                + $"{((nuint)value).GetHashCode()} {((char)value).GetHashCode()}");
            foreach (var other in values)
            {
                var line = ((sbyte)value).CompareTo((sbyte)other) + " " + ((byte)value).CompareTo((byte)other) + " "
                    + ((short)value).CompareTo((short)other) + " ";
                line += ((char)value).CompareTo((char)other) + " " + ((int)value).CompareTo((int)other) + " "
                    + ((uint)value).CompareTo((uint)other) + " " + value.CompareTo(other) + " ";
                line += Sign(((ulong)value).CompareTo((ulong)other)) + " " + Sign(((nint)value).CompareTo((nint)other))
                    + (value.Equals(other) ? " same" : " other");
                Console.WriteLine(line);
            }
        }

        object five = 5;
        object fiveLong = 5L;
        IComparable comparable = 5;
        Console.WriteLine(
            $"{5.Equals(five)} {5.Equals(fiveLong)} {five.Equals(5)} {5.CompareTo((object?)null)} {5.CompareTo(five)} "
            + $"{comparable.CompareTo(6)}");
        Console.WriteLine($"{five.GetHashCode()} {fiveLong.GetHashCode()} {((IEquatable<int>)five).Equals(5)}");
    }
}
