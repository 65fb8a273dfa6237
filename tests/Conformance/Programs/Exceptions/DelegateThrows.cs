using System;

namespace Tarn.Conformance;

/// <summary>Exceptions through delegates: static, instance, lambdas, and several in one.</summary>
public static class DelegateThrows
{
    private sealed class Counter
    {
        public int Count;

        public void Add(int number)
        {
            Count += number;
            if (Count > 3)
            {
                throw new OverflowException("count is " + Count);
            }
        }
    }

    private static void Refuse(int number) => throw new ArgumentException("static " + number);

    private static void Try(Action<int> action, int number)
    {
        try
        {
            action(number);
            Console.WriteLine("done");
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }

    public static void Run()
    {
        var counter = new Counter();
        Action<int> add = counter.Add;
        Try(Refuse, 1);
        Try(add, 1);
        Try(add, 4);
        Try(number => throw new FormatException("lambda " + number), 2);
        counter.Count = 0;
        var several = add + (number => Console.WriteLine("between " + number)) + Refuse + add;
        Try(several, 2);
        Console.WriteLine(counter.Count);
        Try(several, 2);
        Console.WriteLine(counter.Count);
        Try(null, 0);
    }
}
