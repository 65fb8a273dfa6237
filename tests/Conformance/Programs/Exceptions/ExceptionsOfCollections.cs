using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>What the collections throw, and that they are as before afterwards.</summary>
public static class ExceptionsOfCollections
{
    private static void Try(string what, Action action)
    {
        try
        {
            action();
            Console.WriteLine(what + " done");
        }
        catch (InvalidOperationException)
        {
            Console.WriteLine(what + " invalid now");
        }
        catch (KeyNotFoundException)
        {
            Console.WriteLine(what + " no such key");
        }
        catch (ArgumentNullException exception)
        {
            Console.WriteLine(what + " null " + exception.ParamName);
        }
        catch (ArgumentException)
        {
            Console.WriteLine(what + " argument");
        }
    }

    public static void Run()
    {
        var list = new List<int> { 1, 2, 3 };
        var map = new Dictionary<string, int> { ["one"] = 1 };
        var stack = new Stack<int>();
        var queue = new Queue<int>();
        Try("changed", () =>
        {
            foreach (var number in list)
            {
                list.Add(number);
            }
        });
        Try("insert", () => list.Insert(9, 9));
        Try("remove", () => list.RemoveAt(-1));
        Try("range", () => list.RemoveRange(2, 9));
        Try("key", () => Console.WriteLine(map["two"]));
        Try("twice", () => map.Add("one", 1));
        Try("null key", () => map.Add(null, 1));
        Try("pop", () => stack.Pop());
        Try("dequeue", () => queue.Dequeue());
        Try("capacity", () => Console.WriteLine(new List<int>(-1).Count));
        Try("null source", () => Console.WriteLine(new List<int>((IEnumerable<int>)null).Count));
        Try("predicate", () => list.Exists(number => number == 2 ? throw new InvalidOperationException() : false));
        Console.WriteLine($"{list.Count} {map.Count} {stack.Count} {queue.Count}");
    }
}
