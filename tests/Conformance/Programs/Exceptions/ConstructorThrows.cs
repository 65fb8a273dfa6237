using System;

namespace Tarn.Conformance;

/// <summary>Constructors, field initializers and base constructors that throw.</summary>
public static class ConstructorThrows
{
    private class Base
    {
        protected Base(int value)
        {
            Console.WriteLine("base " + value);
            if (value == 1)
            {
                throw new ArgumentException("base");
            }
        }
    }

    private sealed class Derived : Base
    {
        private readonly int _field = Check(s_value);

        public Derived(int value)
            : base(value)
        {
            Console.WriteLine("derived " + _field);
            if (value == 2)
            {
                throw new InvalidOperationException("derived");
            }
        }
    }

    private readonly struct Value
    {
        public Value(int number)
        {
            Number = number == 4 ? throw new OverflowException("struct") : number;
        }

        public int Number { get; }
    }

    private static int s_value;

    private static int Check(int value) => value == 3 ? throw new FormatException("initializer") : value * 10;

    public static void Run()
    {
        for (s_value = 0; s_value < 5; s_value++)
        {
            object made = null;
            try
            {
                made = new Derived(s_value);
                made = new Value(s_value).Number;
            }
            catch (Exception exception)
            {
                Console.WriteLine("threw: " + exception.Message);
            }

            Console.WriteLine(made is null ? "nothing" : made is int ? "value" : "object");
        }
    }
}
