using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>PriorityQueue: order, equal priorities, comparers, building from a list, replacing, removing, and what it throws.</summary>
public static class PriorityQueues
{
    private static string Drain<TElement, TPriority>(PriorityQueue<TElement, TPriority> queue)
    {
        var text = "";
        while (queue.TryDequeue(out var element, out var priority))
        {
            text += $"{element}@{priority} ";
        }

        return text + "(" + queue.Count + ")";
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
            Console.WriteLine(title + ": " + exception.GetType().Name + ", " + exception.Message);
        }
    }

    public static void Run()
    {
        var queue = new PriorityQueue<string, int>();
        (string, int)[] items = [("c", 3), ("a", 1), ("e", 5), ("b", 2), ("d", 4), ("a2", 1), ("z", -7)];
        foreach (var (element, priority) in items)
        {
            queue.Enqueue(element, priority);
            Console.Write(queue.Peek() + queue.Count + " ");
        }

        Console.WriteLine();
        Console.WriteLine(queue.TryPeek(out var top, out var at) + top + at + " " + queue.EnqueueDequeue("y", -9) + queue.EnqueueDequeue("m", 3) + " " + queue.DequeueEnqueue("k", 9));
        Console.WriteLine(queue.Dequeue() + queue.Dequeue() + " " + Drain(queue));
        Console.WriteLine(queue.TryDequeue(out top, out at) + (top ?? "null") + at + queue.TryPeek(out _, out _));
        var built = new PriorityQueue<string, int>(items);
        Console.WriteLine(built.Count + " " + Drain(built));
        var largest = new PriorityQueue<int, int>(Comparer<int>.Create((x, y) => y.CompareTo(x)));
        for (var i = 0; i < 40; i++)
        {
            largest.Enqueue(i, (i * 17) % 40);
        }

        Console.WriteLine(Drain(largest));
        var texts = new PriorityQueue<int, string>(StringComparer.OrdinalIgnoreCase);
        texts.EnqueueRange([(1, "b"), (2, "C"), (3, "A")]);
        texts.EnqueueRange([4, 5], "B2");
        Console.WriteLine(texts.Comparer == StringComparer.OrdinalIgnoreCase ? Drain(texts) : "other");
        var tuples = new PriorityQueue<string, (int, double)>();
        tuples.Enqueue("late", (2, 0.5));
        tuples.Enqueue("early", (1, 9));
        tuples.Enqueue("between", (2, 0.25));
        Console.WriteLine(tuples.Remove("between", out var removed, out var when) + removed + when + tuples.Remove("nobody", out _, out _) + Drain(tuples));
        var random = new Random(9);
        var many = new PriorityQueue<int, int>(4);
        for (var i = 0; i < 500; i++)
        {
            many.Enqueue(i, random.Next(1000));
        }

        var last = int.MinValue;
        var isOrdered = many.UnorderedItems.Count == 500;
        while (many.TryDequeue(out _, out var priority))
        {
            isOrdered &= priority >= last;
            last = priority;
        }

        Console.WriteLine(isOrdered + " " + last);
        many.Enqueue(1, 1);
        many.Clear();
        Console.WriteLine(many.Count + " " + many.EnsureCapacity(10));
        Try("peek", () => many.Peek());
        Try("dequeue", () => many.Dequeue());
        Try("replace", () => many.DequeueEnqueue(1, 1));
        Try("negative", () => new PriorityQueue<int, int>(-1));
        Try("null", () => many.EnqueueRange(null!));
        Try("changed", () =>
        {
            many.EnqueueRange([(1, 1), (2, 2)]);
            foreach (var _ in many.UnorderedItems)
            {
                many.Enqueue(3, 3);
            }
        });
    }
}
