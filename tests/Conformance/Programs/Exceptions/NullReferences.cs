using System;

namespace Tarn.Conformance;

/// <summary>Every kind of use of a null reference.</summary>
public static class NullReferences
{
    private sealed class Node
    {
        public int Value;
        public Node Next;
        public long Padding;
        public Action Action;

        public int Property => Value;

        public int Method() => 5;

        public override string ToString() => "node " + Value;
    }

    private interface IThing
    {
        int Do();
    }

    private static void Try(string what, Func<object> action)
    {
        try
        {
            Console.WriteLine(what + " " + action());
        }
        catch (NullReferenceException exception)
        {
            Console.WriteLine(what + ": " + exception.Message);
        }
    }

    public static void Run()
    {
        Node node = null;
        int[] numbers = null;
        string text = null;
        Action action = null;
        IThing thing = null;
        object boxed = null;
        Node[] nodes = [null, new Node()];
        Try("field", () => node.Value);
        Try("reference", () => node.Next is null);
        Try("last field", () => node.Padding);
        Try("store", () => node.Value = 5);
        Try("property", () => node.Property);
        Try("virtual", () => node.ToString());
        Try("method", () => node.Method());
        Try("chain", () => nodes[1].Next.Value);
        Try("element", () => nodes[0].Value);
        Try("length", () => numbers.Length);
        Try("index", () => numbers[0]);
        Try("element store", () => numbers[1] = 1);
        Try("text", () => text.Length);
        Try("character", () => text[0]);
        Try("delegate", () =>
        {
            action();
            return null;
        });
        Try("delegate field", () =>
        {
            nodes[1].Action();
            return null;
        });
        Try("interface", () => thing.Do());
        Try("unboxing", () => (int)boxed);
        Try("type", () => boxed.GetType() is null);
        Try("method group", () => (Func<int>)thing.Do is null);
        Try("for each", () =>
        {
            foreach (var number in numbers)
            {
                return number;
            }

            return 0;
        });
        Console.WriteLine(node?.Value is null);
    }
}
