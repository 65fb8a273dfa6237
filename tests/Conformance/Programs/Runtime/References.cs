using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>References to locals, fields, elements and inside structs: returned, reassigned, compared, read-only, in ref structs.</summary>
public static class References
{
    private struct Point
    {
        public int X;
        public int Y;

        [UnscopedRef]
        public ref int Larger => ref X > Y ? ref X : ref Y;
    }

    private sealed class Holder
    {
        public Point Point;
        public readonly int[] Numbers = [10, 20, 30];

        public ref Point Reference => ref Point;

        public ref readonly int First => ref Numbers[0];
    }

    private ref struct Cursor
    {
        private readonly Span<int> _numbers;
        private ref int _current;

        public Cursor(Span<int> numbers)
        {
            _numbers = numbers;
            _current = ref numbers[0];
        }

        public readonly ref int Current => ref _current;

        public void MoveTo(int index) => _current = ref _numbers[index];
    }

    private static void Swap<T>(ref T left, ref T right) => (left, right) = (right, left);

    private static ref T Find<T>(T[] items, Predicate<T> match)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (match(items[i]))
            {
                return ref items[i];
            }
        }

        return ref Unsafe.NullRef<T>();
    }

    private static bool TryHalve(int number, out int half)
    {
        half = number / 2;
        return number % 2 == 0;
    }

    private static int Sum(in Point point) => point.X + point.Y;

    public static void Run()
    {
        var left = 1;
        var right = 2;
        Swap(ref left, ref right);
        Console.WriteLine($"{left} {right}");
        string[] words = ["one", "two", "three"];
        Swap(ref words[0], ref words[2]);
        Console.WriteLine($"{words[0]} {words[2]}");
        Find(words, word => word.Length == 3) = "found";
        Console.WriteLine($"{words[1]} {Unsafe.IsNullRef(ref Find(words, word => word.Length == 50))}");
        var holder = new Holder();
        ref var point = ref holder.Reference;
        point.X = 5;
        holder.Point.Y = 6;
        point.Larger = 60;
        Console.WriteLine($"{holder.Point.X} {holder.Point.Y} {Sum(holder.Point)} {holder.First}");
        ref var alias = ref holder.Numbers[1];
        alias++;
        alias = ref holder.Numbers[2];
        alias++;
        Console.WriteLine($"{holder.Numbers[1]} {holder.Numbers[2]} {Unsafe.AreSame(ref alias, ref holder.Numbers[2])}");
        Span<int> span = holder.Numbers;
        var cursor = new Cursor(span);
        cursor.Current = 1;
        cursor.MoveTo(2);
        cursor.Current = 3;
        Console.WriteLine($"{holder.Numbers[0]} {holder.Numbers[2]}");
        Console.WriteLine($"{TryHalve(8, out var half)} {half} {TryHalve(7, out half)} {half}");
        foreach (ref var number in span)
        {
            number *= 2;
        }

        Console.WriteLine($"{span[0]} {span[1]} {span[2]}");
    }
}
