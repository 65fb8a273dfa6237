using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>References, identity hashes, shallow copies.</summary>
public static class ObjectIdentity
{
    private class Node
    {
        public int Number;
        public string? Text;
        public Node? Next;
        public double[] Values = [];

        public Node Copy() => (Node)MemberwiseClone();
    }

    private sealed class Leaf : Node
    {
        public long Extra;
    }

    private sealed class SameHash
    {
        public override int GetHashCode() => 5;

        public override bool Equals(object? obj) => obj is SameHash;
    }

    public static void Run()
    {
        var first = new object();
        var second = new object();
        Console.WriteLine(
            $"{first.Equals(first)} {first.Equals(second)} {ReferenceEquals(first, second)} {first == second} {Equals(null, null)}");
        Console.WriteLine(
            $"{first.GetHashCode() == first.GetHashCode()} {RuntimeHelpers.GetHashCode(first) == first.GetHashCode()} " +
            $"{RuntimeHelpers.GetHashCode(null)}");
        var different = 0;
        for (var i = 0; i < 64; i++)
        {
            if (new object().GetHashCode() != first.GetHashCode())
            {
                different++;
            }
        }

        Console.WriteLine(different > 60);
        Node node = new Leaf { Number = 3, Text = "three", Extra = 1L << 40, Values = [1.5, 2.5] };
        node.Next = node;
        var copy = (Leaf)node.Copy();
        Console.WriteLine(
            $"{copy.Number} {copy.Text} {copy.Extra} {ReferenceEquals(copy, node)} {ReferenceEquals(copy.Next, node)} " +
            $"{ReferenceEquals(copy.Values, node.Values)}");
        copy.Number = 4;
        Console.WriteLine($"{node.Number} {copy.Number}");
        int[] numbers = [1, 2, 3];
        var clone = (int[])numbers.Clone();
        clone[0] = 10;
        Console.WriteLine($"{numbers[0]} {clone[0]} {clone.Length}");
        string[,] table = { { "a", "b" }, { "c", "d" } };
        var tableClone = (string[,])table.Clone();
        tableClone[1, 1] = "e";
        Console.WriteLine($"{table[1, 1]} {tableClone[1, 1]} {tableClone.GetLength(0)} {tableClone[0, 1]}");
        var same = new SameHash();
        var equal = new SameHash();
        Console.WriteLine(
            $"{same.Equals(equal)} {Equals(same, equal)} {ReferenceEquals(same, equal)} {RuntimeHelpers.Equals(same, equal)} " +
            $"{RuntimeHelpers.Equals(1, 1)} {RuntimeHelpers.GetHashCode(same) == same.GetHashCode()}");
        GC.KeepAlive(first);
        GC.SuppressFinalize(second);
    }
}
