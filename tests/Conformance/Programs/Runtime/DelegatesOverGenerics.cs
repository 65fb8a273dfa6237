using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Delegates to generic methods and methods of generic classes, whose code several instantiations share.</summary>
public static class DelegatesOverGenerics
{
    private static string Describe<T>(T value) =>
        value is null ? "null" : typeof(T) == typeof(object) ? "object" : typeof(T) == typeof(string) ?
            $"string {value}" : $"other {value}";

    private static bool Is<T>(object value) => value is T;

    private sealed class Box<T>(T item)
    {
        public T Item => item;

        public string Compare<TOther>(TOther other) => $"{item is TOther} {other is T}";

        public static string Static(T value) => $"static {value} {typeof(T) == typeof(string)}";

        public Func<T> Getter => () => item;

        public Func<object, bool> Tester => value => value is T;
    }

    private class Maker
    {
        public T[] Repeat<T>(T value, int count)
        {
            var result = new T[count];
            Array.Fill(result, value);
            return result;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<T, string> Describer<T>() => Describe<T>;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Func<T, int, T[]> Repeater<T>(Maker maker) => maker.Repeat<T>;

    public static void Run()
    {
        Console.WriteLine(Describer<string>()("text"));
        Console.WriteLine(Describer<object>()("text"));
        Console.WriteLine(Describer<int>()(5));
        Console.WriteLine(Describer<List<int>>()(null!));
        Func<object, bool> isString = Is<string>;
        Func<object, bool> isArray = Is<string[]>;
        Func<object, bool> isInt = Is<int>;
        Console.WriteLine($"{isString("x")} {isArray("x")} {isInt("x")} {isInt(3)} {isArray(new string[0])}");
        var box = new Box<string>("item");
        Func<string, string> compareString = box.Compare;
        Func<int, string> compareInt = box.Compare;
        Func<object, string> compareObject = box.Compare;
        Console.WriteLine($"{compareString("a")} / {compareInt(1)} / {compareObject("b")}");
        Func<string, string> staticString = Box<string>.Static;
        Func<object, string> staticObject = Box<object>.Static;
        Console.WriteLine($"{staticString("s")} / {staticObject("o")}");
        Console.WriteLine(
            $"{box.Getter()} {box.Tester("y")} {box.Tester(1)} {new Box<int>(8).Getter()} " +
            $"{new Box<Array>(new int[1]).Tester(new string[1])}");
        Console.WriteLine(
            $"{Repeater<string>(new Maker())("r", 3).Length} {Repeater<int>(new Maker())(4, 2)[1]} " +
            $"{Repeater<object>(new Maker())("o", 1) is string[]}");
        Console.WriteLine($"{Describer<string>() == Describer<string>()} {(Delegate)Describer<string>() == (Delegate)Describer<object>()}");
    }
}
