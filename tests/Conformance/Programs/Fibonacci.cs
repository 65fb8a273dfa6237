using System;

namespace Tarn.Conformance;

/// <summary>Arithmetic, arrays and numbers as text.</summary>
public static class Fibonacci
{
    /// <summary>Prints the numbers that fit into 64 bits, and their sum modulo 2^64.</summary>
    public static void Run()
    {
        var numbers = new ulong[94];
        numbers[1] = 1;
        for (var index = 2; index < numbers.Length; index++)
        {
            numbers[index] = numbers[index - 1] + numbers[index - 2];
        }

        var sum = 0UL;
        foreach (var number in numbers)
        {
            sum = unchecked(sum + number);
            Console.WriteLine(number);
        }

        Console.WriteLine($"sum: {sum}");
    }
}
