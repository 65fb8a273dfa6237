using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Generic interfaces over values and references, implemented several times by one class, and called from shared generic code.
/// </summary>
public static class InterfaceDispatchGeneric
{
    private interface IVisitor<T>
    {
        string Visit(T value);
    }

    private sealed class Printer : IVisitor<int>, IVisitor<string>, IVisitor<long>, IVisitor<(int, int)>
    {
        public string Visit(int value) => $"int {value}";

        public string Visit(string value) => $"string {value}";

        public string Visit(long value) => $"long {value}";

        public string Visit((int, int) value) => $"pair {value.Item1} {value.Item2}";
    }

    private sealed class Counter<T> : IVisitor<T>
    {
        private readonly List<T> _seen = [];

        public string Visit(T value)
        {
            _seen.Add(value);
            return $"{_seen.Count} seen";
        }
    }

    private struct Quiet<T> : IVisitor<T>
    {
        public readonly string Visit(T value) => "quiet";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Apply<T>(IVisitor<T> visitor, T value) => visitor.Visit(value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string ApplyDirect<TVisitor, T>(TVisitor visitor, T value) where TVisitor : IVisitor<T> => visitor.Visit(value);

    public static void Run()
    {
        var printer = new Printer();
        Console.WriteLine(Apply(printer, 1));
        Console.WriteLine(Apply(printer, "one"));
        Console.WriteLine(Apply(printer, 1L));
        Console.WriteLine(Apply(printer, (1, 2)));
        var strings = new Counter<string>();
        Console.WriteLine(Apply(strings, "a"));
        Console.WriteLine(Apply(strings, "b"));
        Console.WriteLine(Apply(new Counter<object>(), "c"));
        Console.WriteLine(Apply(new Counter<double>(), 2.0));
        Console.WriteLine(Apply(new Quiet<string>(), "d"));
        Console.WriteLine(Apply(new Quiet<int>(), 4));
        Console.WriteLine(ApplyDirect(printer, "direct"));
        Console.WriteLine(ApplyDirect(new Quiet<int>(), 4));
        Console.WriteLine(ApplyDirect<IVisitor<string>, string>(strings, "e"));
        Console.WriteLine(ApplyDirect(new Quiet<string>(), "f"));
    }
}
