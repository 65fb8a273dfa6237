using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>Virtual methods with type parameters of their own, on receivers that the compiler can tell.</summary>
public static class GenericVirtualMethods
{
    private abstract class Visitor
    {
        public abstract string Visit<T>(T value);
    }

    private sealed class Describer : Visitor
    {
        public override string Visit<T>(T value) => $"{value} {value is string} {typeof(T) == typeof(int)}";
    }

    private interface IFactory
    {
        List<T> Make<T>(T first);
    }

    private struct ListFactory : IFactory
    {
        public readonly List<T> Make<T>(T first) => [first, first];
    }

    private static int Use<TFactory>(TFactory factory) where TFactory : IFactory => factory.Make("text").Count + factory.Make(5).Count;

    public static void Run()
    {
        var describer = new Describer();
        Console.WriteLine(describer.Visit(1));
        Console.WriteLine(describer.Visit("one"));
        Console.WriteLine(describer.Visit<object>("one"));
        Console.WriteLine(Use(default(ListFactory)));
    }
}
