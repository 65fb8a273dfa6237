using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Arrays are covariant in their element type, and integers of one size stand for one another.</summary>
public static class CastsOfArrays
{
    private enum Color
    {
        Red,
    }

    private enum Tiny : byte
    {
        One = 1,
    }

    private class Fruit;

    private sealed class Apple : Fruit, IComparable
    {
        public int CompareTo(object? obj) => 0;
    }

    private struct Pair
    {
        public int First;
    }

    public static void Run()
    {
        object?[] arrays =
        [
            new[] { new Apple() }, new Fruit[1], new object[1], new int[1], new uint[1], new Color[1], new byte[1], new sbyte[1], new
            bool[1], new Tiny[1], new char[1], new short[1],
            new ushort[1], new long[1], new ulong[1], new nint[1], new nuint[1], new float[1], new double[1], new string[1], new Pair[1],
            new int[1][], new int[1, 1],
            new Apple[1][], new int?[1],
        ];
        for (var i = 0; i < arrays.Length; i++)
        {
            var array = arrays[i];
            Console.WriteLine(
                $"{i}: {array is object[]} {array is Fruit[]} {array is Apple[]} {array is IComparable[]} {array is int[]} " +
                $"{array is uint[]} {array is Color[]}");
            Console.WriteLine(
                $"   {array is byte[]} {array is sbyte[]} {array is bool[]} {array is Tiny[]} {array is char[]} {array is short[]} " +
                $"{array is ushort[]} {array is long[]}");
            Console.WriteLine(
                $"   {array is ulong[]} {array is nint[]} {array is nuint[]} {array is float[]} {array is double[]} {array is string[]} " +
                $"{array is Pair[]} {array is int[][]}");
            Console.WriteLine(
                $"   {array is int[,]} {array is Fruit[][]} {array is object[][]} {array is ValueType[]} {array is Array} " +
                $"{array is IEnumerable} {array is IList} {array is int?[]}");
            Console.WriteLine(
                $"   {array is IList<object>} {array is IEnumerable<Fruit>} {array is IReadOnlyList<Apple>} {array is ICollection<int>} " +
                $"{array is IList<uint>} {array is IEnumerable<Color>}");
        }

        object apples = new Apple[2];
        var fruits = (Fruit[])apples;
        Console.WriteLine(fruits.Length);
        Console.WriteLine(ReferenceEquals(fruits, apples));
        object numbers = new int[] { -1 };
        var unsigned = (uint[])numbers;
        Console.WriteLine(unsigned[0]);
    }
}
