using System;

namespace Tarn.Conformance;

/// <summary>A comparison that throws in the middle of sorting and searching.</summary>
public static class SortingThatThrows
{
    private static int s_comparisons;

    private static int Compare(int left, int right) =>
        ++s_comparisons == 5 ? throw new FormatException("cannot compare") : left.CompareTo(right);

    public static void Run()
    {
        int[] numbers = [5, 3, 8, 1, 9, 2, 7];
        try
        {
            Array.Sort(numbers, Compare);
            Console.WriteLine("sorted");
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.InnerException is FormatException);
            Console.WriteLine(exception.InnerException.Message);
        }

        Array.Sort(numbers);
        Console.WriteLine(string.Join(' ', numbers));
        try
        {
            Console.WriteLine(Array.Find(numbers, number => number > 100 / (number - 5)));
        }
        catch (DivideByZeroException)
        {
            Console.WriteLine("predicate divided by zero");
        }
    }
}
