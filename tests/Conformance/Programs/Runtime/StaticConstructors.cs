using System;
using System.Runtime.CompilerServices;

namespace Tarn.Conformance;

/// <summary>When static constructors run: once, just before they are needed, in a chain, and seen half done by code they call.</summary>
public static class StaticConstructors
{
    private static int s_clock;

    private static int Tick(string what)
    {
        Console.WriteLine($"{++s_clock}: {what}");
        return s_clock;
    }

    private static class Precise
    {
        public static readonly int Value = Tick("Precise.Value");

        public static string Text;

        static Precise()
        {
            Tick("Precise");
            Text = "set";
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Touch()
        {
        }
    }

    private sealed class Instance
    {
        public static int Count;

        static Instance()
        {
            Tick("Instance");
            Count = 100;
        }

        public Instance() => Count++;
    }

    private static class First
    {
        public static int Value;

        static First()
        {
            Tick("First begins");
            Value = Second.Value + 1;
            Tick("First ends");
        }
    }

    private static class Second
    {
        public static int Value;

        static Second()
        {
            Tick("Second begins");

            // First is not done, and this does not wait for it: its value is still zero.
            Value = First.Value + 10;
            Tick("Second ends");
        }
    }

    private static class Recursive
    {
        public static int Depth;

        static Recursive()
        {
            Depth = 1;
            Descend();
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static void Descend()
        {
            Tick($"Descend {Depth}");
            if (Depth < 3)
            {
                Depth++;
                Descend();
            }
        }
    }

    private static class Generic<T>
    {
        public static readonly int Order;

        public static T? Last;

        static Generic() => Order = Tick($"Generic {default(T) is null}");
    }

    private struct Value
    {
        public static string Kind;

        static Value()
        {
            Tick("Value");
            Kind = "value";
        }

        public Value(int number) => Number = number;

        public int Number;
    }

    private class Base
    {
        public static int BaseField;

        static Base() => BaseField = Tick("Base");
    }

    private sealed class Derived : Base
    {
        public static int DerivedField;

        static Derived() => DerivedField = Tick("Derived");
    }

    public static void Run()
    {
        Tick("begin");
        Precise.Touch();
        Console.WriteLine($"{Precise.Value} {Precise.Text}");
        Tick("before Instance");
        _ = new Instance();
        _ = new Instance();
        Console.WriteLine(Instance.Count);
        Console.WriteLine($"{First.Value} {Second.Value}");
        Recursive.Descend();
        Console.WriteLine(Recursive.Depth);
        Generic<string>.Last = "last";
        Generic<int>.Last = 5;
        Generic<object>.Last = 6;
        Console.WriteLine(
            $"{Generic<string>.Last} {Generic<int>.Last} {Generic<object>.Last} {Generic<string>.Order != Generic<object>.Order}");
        Console.WriteLine(new Value(3).Number);
        Console.WriteLine(Value.Kind);
        Console.WriteLine(Derived.DerivedField > 0);
        Console.WriteLine(Derived.BaseField > Derived.DerivedField);
        Console.WriteLine(s_clock);
    }
}
