using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>
/// <see cref="Queue{T}"/>, <see cref="Stack{T}"/>, <see cref="LinkedList{T}"/> and <see cref="PriorityQueue{TElement, TPriority}"/>.
/// </summary>
public static class QueuesAndStacks
{
    public static void Run()
    {
        Queues();
        Stacks();
        LinkedLists();
        PriorityQueues();
    }

    private static void Queues()
    {
        var queue = new Queue<int>();
        for (var i = 0; i < 20; i++)
        {
            queue.Enqueue(i);
            if (i % 3 == 2)
            {
                Console.Write(queue.Dequeue() + " ");
            }
        }

        Console.WriteLine(
            "| " + string.Join(" ", queue) + " | " + queue.Peek() + " " + queue.Count + " " + queue.Contains(19) + queue.Contains(0));
        while (queue.TryDequeue(out var item))
        {
            Console.Write(item + (queue.TryPeek(out var next) ? ">" + next + " " : "."));
        }

        Console.WriteLine();
        var words = new Queue<string>(["a", "b", "c"]);
        words.Dequeue();
        words.Enqueue("d");
        words.Enqueue("e");
        Console.WriteLine(string.Join("", words.ToArray()) + words.Count);
        words.Clear();
        Console.WriteLine(words.Count + " " + words.TryPeek(out _));
    }

    private static void Stacks()
    {
        var stack = new Stack<string>();
        foreach (var token in "3 4 + 2 * 7 -".Split(' '))
        {
            stack.Push(token switch
            {
                "+" => (int.Parse(stack.Pop()) + int.Parse(stack.Pop())).ToString(),
                "*" => (int.Parse(stack.Pop()) * int.Parse(stack.Pop())).ToString(),
                "-" => (-int.Parse(stack.Pop()) + int.Parse(stack.Pop())).ToString(),
                _ => token,
            });
        }

        Console.WriteLine(stack.Peek() + " " + stack.Count);
        stack.Push("x");
        stack.Push("y");
        Console.WriteLine(string.Join(",", stack) + " " + string.Join(",", stack.ToArray()) + " " + stack.Contains("x"));
        Console.WriteLine(string.Join(",", new Stack<string>(stack)));
        while (stack.TryPop(out var item))
        {
            Console.Write(item + ";");
        }

        Console.WriteLine(stack.TryPeek(out _));
    }

    private static void LinkedLists()
    {
        var list = new LinkedList<int>([1, 2, 3]);
        var two = list.Find(2)!;
        list.AddBefore(two, 15);
        list.AddAfter(two, 25);
        list.AddFirst(0);
        list.AddLast(4);
        Console.WriteLine(string.Join(" ", list) + " | " + two.Previous!.Value + " " + two.Next!.Value + " " + list.Count);
        list.Remove(two);
        list.Remove(25);
        list.RemoveFirst();
        list.RemoveLast();
        Console.WriteLine(string.Join(" ", list) + " | " + (two.List is null) + " " + list.Contains(2));
        list.AddFirst(two);
        for (var node = list.Last; node is not null; node = node.Previous)
        {
            node.ValueRef *= 10;
            Console.Write(node.Value + " ");
        }

        Console.WriteLine(list.First == two);
        list.Clear();
        Console.WriteLine(list.Count + " " + (list.First is null));
    }

    private static void PriorityQueues()
    {
        var queue = new PriorityQueue<string, int>();
        var random = 7u;
        for (var i = 0; i < 30; i++)
        {
            random = (random * 1664525) + 1013904223;
            queue.Enqueue("t" + i, (int)(random >> 22));
        }

        Console.WriteLine(queue.Count + " " + queue.Peek());
        queue.Remove("t5", out _, out var priority);
        Console.WriteLine(priority);
        while (queue.TryDequeue(out var element, out priority))
        {
            Console.Write(element + ":" + priority + " ");
        }

        Console.WriteLine();
        var reversed = new PriorityQueue<char, int>([('a', 1), ('b', 3), ('c', 2)], Comparer<int>.Create((x, y) => y.CompareTo(x)));
        Console.WriteLine(
            reversed.EnqueueDequeue('d', 9) + " " + reversed.DequeueEnqueue('e', 0) + " " + reversed.Dequeue() + reversed.Dequeue() +
            reversed.Dequeue());
        Console.WriteLine(reversed.Count);
    }
}
