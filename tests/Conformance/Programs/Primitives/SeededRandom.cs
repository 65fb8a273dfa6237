using System;

namespace Tarn.Conformance;

/// <summary>Random with a seed: the same numbers as on .NET, from every member; classes that derive from it; what it refuses.</summary>
public static class SeededRandom
{
    private sealed class Halves(int seed) : Random(seed)
    {
        protected override double Sample() => 0.5;
    }

    private sealed class Logged(int seed) : Random(seed)
    {
        public int Calls { get; private set; }

        public override int Next()
        {
            Calls++;
            return base.Next();
        }
    }

    private static void Try(string title, Action work)
    {
        try
        {
            work();
            Console.WriteLine(title + " works");
        }
        catch (Exception exception)
        {
            Console.WriteLine(title + " " + exception.GetType().Name + " " + exception.Message);
        }
    }

    public static void Run()
    {
        foreach (var seed in (int[])[0, 1, 42, -42, int.MaxValue, int.MinValue, 161803398])
        {
            var random = new Random(seed);
            Console.Write(seed + ":");
            for (var i = 0; i < 60; i++)
            {
                Console.Write(" " + random.Next());
            }

            Console.WriteLine();
            for (var i = 0; i < 10; i++)
            {
                Console.Write(" " + random.Next(100) + " " + random.Next(-5, 6) + " " + random.Next(int.MinValue, int.MaxValue));
            }

            Console.WriteLine();
            for (var i = 0; i < 5; i++)
            {
                Console.WriteLine(random.NextDouble() + " " + random.NextSingle() + " " + random.NextInt64() + " " + random.NextInt64(1000000000000) + " " + random.NextInt64(-10, 10));
            }

            var bytes = new byte[12];
            random.NextBytes(bytes);
            Console.Write(string.Join(",", bytes));
            random.NextBytes(bytes.AsSpan(2, 5));
            Console.WriteLine(" " + string.Join(",", bytes));
            int[] cards = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
            random.Shuffle(cards);
            Console.WriteLine(string.Join(",", cards) + " " + string.Join("", random.GetItems("abcdefgh".AsSpan(), 20)) + " " + string.Join("", random.GetItems(new[] { 1, 2, 3 }, 9)));
        }

        var halves = new Halves(3);
        Console.WriteLine(halves.Next(10) + " " + halves.Next(10, 20) + " " + halves.NextDouble() + " " + halves.NextSingle() + " " + halves.Next());
        var logged = new Logged(3);
        var some = new byte[3];
        logged.NextBytes(some);
        logged.NextBytes(some.AsSpan());
        Console.WriteLine(logged.Calls + " " + string.Join(",", some) + " " + logged.Next(5) + logged.Calls);
        Try("negative", () => new Random(1).Next(-1));
        Try("swapped", () => new Random(1).Next(2, 1));
        Try("long", () => new Random(1).NextInt64(-1));
        Try("equal", () => Console.Write(new Random(1).Next(7, 7) + new Random(1).Next(0) + " "));
        Try("null", () => new Random(1).NextBytes(null!));
        Try("empty", () => new Random(1).GetItems(Array.Empty<int>(), 1));
        var shared = Random.Shared;
        var within = true;
        for (var i = 0; i < 1000; i++)
        {
            within &= shared.Next(10) is >= 0 and < 10 && shared.NextDouble() is >= 0 and < 1 && shared.Next(-3, 3) is >= -3 and < 3;
            within &= shared.NextSingle() is >= 0 and < 1 && shared.NextInt64(5) is >= 0 and < 5 && shared.Next() is >= 0 and < int.MaxValue;
        }

        Console.WriteLine(within + " " + (new Random().Next() != new Random().Next()));
    }
}
