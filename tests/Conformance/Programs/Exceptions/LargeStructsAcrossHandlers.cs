using System;

namespace Tarn.Conformance;

/// <summary>Structs larger than registers, returned, passed and changed across throws.</summary>
public static class LargeStructsAcrossHandlers
{
    private struct Matrix
    {
        public long A, B, C, D, E, F;

        public readonly long Sum => A + B + C + D + E + F;
    }

    private static Matrix Make(int seed, bool throws)
    {
        var matrix = new Matrix { A = seed, B = seed * 2, C = seed * 3 };
        try
        {
            matrix.D = throws ? throw new Exception("half made") : seed * 4;
            matrix.E = seed * 5;
        }
        finally
        {
            matrix.F = 1000;
        }

        return matrix;
    }

    private static long Use(Matrix first, Matrix second, bool throws)
    {
        try
        {
            first = Make(5, throws);
            return first.Sum + second.Sum;
        }
        catch (Exception)
        {
            second.A = -1;
            return first.Sum - second.Sum;
        }
    }

    public static void Run()
    {
        var one = Make(1, false);
        var two = Make(2, false);
        Console.WriteLine($"{one.Sum} {two.Sum}");
        Console.WriteLine(Use(one, two, false));
        Console.WriteLine(Use(one, two, true));
        Console.WriteLine($"{one.Sum} {two.Sum}");
    }
}
