using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Finally blocks on every way out that is not an exception, and what using and foreach make of them.</summary>
public static class FinallyBlocks
{
    private sealed class Resource(string name) : IDisposable
    {
        public string Name => name;

        public void Dispose() => Console.WriteLine($"disposed {name}");
    }

    private ref struct Scope
    {
        public string Name;

        public readonly void Dispose() => Console.WriteLine($"left {Name}");
    }

    private static int Return(int number)
    {
        try
        {
            try
            {
                if (number > 0)
                {
                    return number * 2;
                }
            }
            finally
            {
                Console.WriteLine("inner");
                number = 100;
            }

            return -number;
        }
        finally
        {
            Console.WriteLine($"outer {number}");
        }
    }

    private static string Loop()
    {
        var trace = "";
        for (var i = 0; i < 5; i++)
        {
            try
            {
                if (i == 1)
                {
                    continue;
                }

                if (i == 3)
                {
                    break;
                }

                trace += $"[{i}";
            }
            finally
            {
                trace += $"]{i}";
            }
        }

        return trace;
    }

    private static int Caught(int number)
    {
        try
        {
            return 100 / number;
        }
        catch (DivideByZeroException)
        {
            return -1;
        }
        catch (Exception exception) when (exception.Message.Length > 1000)
        {
            return -2;
        }
        finally
        {
            Console.WriteLine("after division");
        }
    }

    private static IEnumerable<int> Numbers()
    {
        try
        {
            yield return 1;
            yield return 2;
            yield return 3;
        }
        finally
        {
            Console.WriteLine("numbers done");
        }
    }

    public static void Run()
    {
        Console.WriteLine(Return(5));
        Console.WriteLine(Return(-5));
        Console.WriteLine(Loop());
        Console.WriteLine(Caught(7));
        using (var outer = new Resource("outer"))
        using (var inner = new Resource("inner"))
        {
            Console.WriteLine(outer.Name + inner.Name);
        }

        using var last = new Resource("last");
        using Resource? none = null;
        using (new Scope { Name = "scope" })
        {
            Console.WriteLine("in scope");
        }

        foreach (var number in Numbers())
        {
            Console.WriteLine(number);
            if (number == 2)
            {
                break;
            }
        }

        Console.WriteLine("end");
    }
}
