using System;

namespace Tarn.Conformance;

/// <summary>The static methods of <see cref="Array"/>: copying with conversion, resizing, filling, searching, transforming.</summary>
public static class ArrayMethods
{
    public static void Run()
    {
        int[] numbers = [1, 2, 3, 4, 5, 6];
        Array.Copy(numbers, 0, numbers, 2, 4);
        Print(numbers);
        Array.Copy(numbers, 2, numbers, 0, 4);
        Print(numbers);
        var objects = new object[4];
        Array.Copy(numbers, objects, 3);
        Console.WriteLine(objects[0] + " " + objects[2] + " " + (objects[3] is null));
        var unboxed = new int[3];
        Array.Copy(objects, unboxed, 3);
        Print(unboxed);
        string[] words = ["x", "y"];
        Array.Copy(words, 0, objects, 1, 2);
        Console.WriteLine(objects[1]);
        var back = new string[2];
        Array.Copy(objects, 1, back, 0, 2);
        Console.WriteLine(back[1]);
        var unsigned = new uint[6];
        Array.Copy((Array)new[] { -1, 2 }, unsigned, 2);
        Console.WriteLine(unsigned[0]);

        Array.Resize(ref numbers, 8);
        Print(numbers);
        Array.Resize(ref numbers, 2);
        Print(numbers);
        int[]? none = null;
        Array.Resize(ref none, 3);
        Print(none);
        Array.Fill(none, 7);
        Array.Fill(none, 9, 1, 1);
        Print(none);
        Array.Clear(none, 0, 1);
        Print(none);
        Array.Clear(none);
        Print(none);
        var clone = (int[])numbers.Clone();
        clone[0] = 99;
        Console.WriteLine(numbers[0] + " " + clone[0]);

        int[] searched = [4, 8, 15, 16, 23, 42, 8];
        Console.WriteLine(
            Array.IndexOf(searched, 8) + " " + Array.LastIndexOf(searched, 8) + " " + Array.IndexOf(searched, 8, 2) + " " +
            Array.IndexOf(searched, 8, 2, 3));
        Console.WriteLine(
            Array.IndexOf(words, "y") + " " + Array.IndexOf(words, null) + " " + Array.IndexOf(new object[] { 1, "y", 2.5 }, 2.5));
        Console.WriteLine(
            Array.Find(searched, x => x > 15) + " " + Array.FindLast(searched, x => x < 10) + " " +
            Array.FindIndex(searched, x => x == 23) + " " + Array.FindLastIndex(searched, x => x == 99));
        Print(Array.FindAll(searched, x => x % 2 == 0));
        Console.WriteLine(Array.Exists(searched, x => x == 42) + " " + Array.TrueForAll(searched, x => x > 4));
        Print(Array.ConvertAll(words, w => w.Length));
        Array.Reverse(searched);
        Print(searched);
        Array.Reverse(searched, 1, 3);
        Print(searched);
        Array.ForEach(searched, x => Console.Write(x + ";"));
        Console.WriteLine();
        Console.WriteLine(ReferenceEquals(Array.Empty<int>(), Array.Empty<int>()) + " " + Array.Empty<string>().Length);
        Console.WriteLine(Array.AsReadOnly(searched)[0] + " " + numbers.Length + " " + numbers.Rank + " " + numbers.GetUpperBound(0));
        searched.CopyTo(numbers = new int[10], 2);
        Print(numbers);
        Console.WriteLine(searched is [8, .., 4] ? "begins with 8, ends with 4" : "other");
    }

    private static void Print(int[] array) => Console.WriteLine("[" + string.Join(" ", array) + "]");
}
