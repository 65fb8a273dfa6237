using System;

namespace Tarn.Conformance;

/// <summary>Rectangular arrays: lengths, bounds, elements of values and of references, initialisers.</summary>
public static class ArraysOfSeveralDimensions
{
    private static int Sum(int[,] table)
    {
        var sum = 0;
        for (var row = 0; row < table.GetLength(0); row++)
        {
            for (var column = 0; column < table.GetLength(1); column++)
            {
                sum += table[row, column] * (row + 1);
            }
        }

        return sum;
    }

    public static void Run()
    {
        int[,] table = { { 1, 2, 3 }, { 4, 5, 6 } };
        Console.WriteLine(
            $"{table.Length} {table.Rank} {table.GetLength(0)} {table.GetLength(1)} {table.GetLowerBound(1)} {table.GetUpperBound(1)}");
        Console.WriteLine(Sum(table));
        table[1, 2] = 60;
        Console.WriteLine(Sum(table));
        ref var cell = ref table[0, 1];
        cell += 10;
        Console.WriteLine(table[0, 1]);

        var cube = new string[2, 3, 4];
        for (var i = 0; i < 2; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                for (var k = 0; k < 4; k++)
                {
                    cube[i, j, k] = $"{i}{j}{k}";
                }
            }
        }

        Console.WriteLine($"{cube.Length} {cube.Rank} {cube[0, 0, 0]} {cube[1, 2, 3]} {cube[1, 0, 2]}");
        object[,] covariant = new string[1, 2];
        covariant[0, 1] = "second";
        Console.WriteLine(covariant[0, 1]);
        Console.WriteLine(covariant[0, 0] is null);

        var structs = new (byte First, long Second)[3, 3];
        structs[2, 2].Second = 1L << 40;
        structs[2, 1].First = 9;
        Console.WriteLine($"{structs[2, 2].Second} {structs[2, 1].First} {structs[1, 1].Second}");
        var empty = new double[0, 5];
        Console.WriteLine($"{empty.Length} {empty.GetLength(1)} {empty.Rank}");
        object boxed = table;
        Console.WriteLine($"{boxed is int[,]} {boxed is int[]} {boxed is int[,,]} {boxed is uint[,]}");
        TooLarge(2, int.MaxValue, int.MaxValue);
        TooLarge(65536, 65536, 1);
        TooLarge(-1, 2, 3);
        TooLarge(3, int.MinValue, 3);
    }

    private static void TooLarge(int first, int second, int third)
    {
        try
        {
            Console.WriteLine(new byte[first, second, third].Length);
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.GetType());
        }
    }
}
