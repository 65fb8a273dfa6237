using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Calls through interfaces that the class implements for other type arguments.</summary>
public static class InterfaceDispatchVariant
{
    private interface ISource<out T>
    {
        T Get();

        string Describe();
    }

    private interface ISink<in T>
    {
        string Put(T value);
    }

    private class StringSource : ISource<string>
    {
        public string Get() => "got";

        public virtual string Describe() => "strings";
    }

    private sealed class LoudSource : StringSource, ISource<object>
    {
        public override string Describe() => "loud strings";

        object ISource<object>.Get() => "GOT";

        string ISource<object>.Describe() => "objects";
    }

    private sealed class QuietSource : StringSource;

    private sealed class ArraySource : ISource<string[]>
    {
        public string[] Get() => ["a", "b"];

        public string Describe() => "arrays";
    }

    private sealed class AnySink : ISink<object>
    {
        public string Put(object value) => $"any {value}";
    }

    private sealed class ChoosySink : ISink<object>, ISink<string>
    {
        string ISink<object>.Put(object value) => $"object {value}";

        string ISink<string>.Put(string value) => $"string {value}";
    }

    private sealed class EquatableSink : ISink<IComparable>
    {
        public string Put(IComparable value) => $"comparable {value}";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Read(ISource<object> source) => Console.WriteLine($"{source.Get() is string} {source.Describe()}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadArray(ISource<object[]> source) => Console.WriteLine($"{source.Get().Length} {source.Describe()}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Write(ISink<string> sink) => Console.WriteLine(sink.Put("text"));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint SumOf(IEnumerable<uint> numbers)
    {
        uint sum = 0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int CountOf(IEnumerable<object> items)
    {
        var count = 0;
        foreach (var item in items)
        {
            count += item is null ? 100 : 1;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static object FirstOf(IReadOnlyList<object> items) => items[0];

    public static void Run()
    {
        Read(new StringSource());
        Read(new LoudSource());
        Read(new QuietSource());
        Read(new ArraySource2());
        ReadArray(new ArraySource());
        Write(new AnySink());
        Write(new ChoosySink());
        Write(new EquatableSink());
        Write(new AnySink());

        object numbers = new[] { 1, 2, -1 };
        Console.WriteLine(SumOf((IEnumerable<uint>)numbers));
        Console.WriteLine(SumOf([5u, 6u]));
        Console.WriteLine(CountOf(new string[3]));
        Console.WriteLine(CountOf(new object[] { 1, "x" }));
        Console.WriteLine(CountOf(new List<string> { "a", "b" }));
        Console.WriteLine(FirstOf(new[] { "first" }));
        var list = (IList<object>)(object)new string[] { "zero", "one" };
        Console.WriteLine($"{list.Count} {list[1]} {list.IndexOf("one")} {list.Contains("two")}");
        var colors = (IList<int>)(object)new Color[] { Color.Green };
        Console.WriteLine(colors[0]);
    }

    private enum Color
    {
        Red,
        Green,
    }

    private sealed class ArraySource2 : ISource<string[]>
    {
        public string[] Get() => [];

        public string Describe() => "more arrays";
    }
}
