using System;

namespace Tarn.Conformance;

/// <summary>Values in objects: each primitive there and back, copies that do not share.</summary>
public static class BoxingOfPrimitives
{
    public static void Run()
    {
        object[] boxes = [true, 'c', (sbyte)-1, (byte)255, (short)-300, (ushort)60000, -5, 5u, -5L, 5UL, (nint)7, (nuint)8, 1.5f, -2.25];
        Console.WriteLine((bool)boxes[0]);
        Console.WriteLine((char)boxes[1]);
        Console.WriteLine((sbyte)boxes[2]);
        Console.WriteLine((byte)boxes[3]);
        Console.WriteLine((short)boxes[4]);
        Console.WriteLine((ushort)boxes[5]);
        Console.WriteLine((int)boxes[6]);
        Console.WriteLine((uint)boxes[7]);
        Console.WriteLine((long)boxes[8]);
        Console.WriteLine((ulong)boxes[9]);
        Console.WriteLine((nint)boxes[10]);
        Console.WriteLine((nuint)boxes[11]);
        Console.WriteLine((float)boxes[12]);
        Console.WriteLine((double)boxes[13]);

        var number = 1;
        object box = number;
        number = 2;
        Console.WriteLine($"{box} {number}");
        object same = box;
        object other = 1;
        Console.WriteLine(
            $"{ReferenceEquals(box, same)} {ReferenceEquals(box, other)} {box.Equals(other)} {Equals(box, other)} {box.Equals(1L)}");
        Console.WriteLine($"{box is int} {box is long} {box is int?} {box is IComparable} {box is uint}");
        Console.WriteLine(box.GetHashCode() == other.GetHashCode());
    }
}
