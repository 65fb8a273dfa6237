using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>
/// Methods with a body in interfaces: inherited, overridden by classes and by other interfaces, on structs, generic, static and private.
/// </summary>
public static class DefaultInterfaceMethods
{
    private interface IGreeter
    {
        string Name { get; }

        string Greet() => $"Hello, {Decorate(Name)}";

        string Leave() => "Bye";

        private static string Decorate(string name) => $"<{name}>";
    }

    private interface ILoudGreeter : IGreeter
    {
        string IGreeter.Greet() => $"HELLO {Name}";
    }

    private interface IPoliteGreeter : IGreeter
    {
        string IGreeter.Leave() => "Good-bye";
    }

    private sealed class Plain : IGreeter
    {
        public string Name => "plain";
    }

    private sealed class Loud : ILoudGreeter
    {
        public string Name => "loud";
    }

    private sealed class LoudAndPolite : ILoudGreeter, IPoliteGreeter
    {
        public string Name => "both";
    }

    private class Own : IGreeter
    {
        public string Name => "own";

        public virtual string Greet() => "own greeting";
    }

    private sealed class Derived : Own
    {
        public override string Greet() => "derived " + base.Greet();
    }

    private sealed class Reimplementing : Own, ILoudGreeter;

    private struct Value : IGreeter
    {
        public int Calls;

        public string Name => $"value {++Calls}";
    }

    private interface IStack<T>
    {
        int Count { get; }

        T this[int index] { get; }

        T Top => this[Count - 1];

        bool IsEmpty => Count == 0;
    }

    private sealed class ArrayStack<T>(params T[] items) : IStack<T>
    {
        public int Count => items.Length;

        public T this[int index] => items[index];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Meet(IGreeter greeter) => Console.WriteLine($"{greeter.Greet()} / {greeter.Leave()}");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Show<T>(IStack<T> stack) => Console.WriteLine(stack.IsEmpty ? "empty" : $"top {stack.Top}");

    private static void MeetDirect<T>(T greeter) where T : IGreeter => Console.WriteLine(greeter.Greet());

    public static void Run()
    {
        Meet(new Plain());
        Meet(new Loud());
        Meet(new LoudAndPolite());
        Meet(new Own());
        Meet(new Derived());
        Meet(new Reimplementing());
        IGreeter value = default(Value);
        Meet(value);
        Meet(value);
        MeetDirect(new Plain());
        Show(new ArrayStack<string>("a", "b"));
        Show(new ArrayStack<int>(1, 2, 3));
        Show(new ArrayStack<object>());
    }
}
