using System;

namespace Tarn.Conformance;

/// <summary>An event handler that throws keeps those after it from being called.</summary>
public static class EventHandlersThrow
{
    private sealed class Source
    {
        public event Action<int> Changed;

        public void Change(int value)
        {
            Console.WriteLine("change " + value);
            try
            {
                Changed?.Invoke(value);
            }
            finally
            {
                Console.WriteLine("changed " + value);
            }
        }
    }

    public static void Run()
    {
        var source = new Source();
        source.Changed += value => Console.WriteLine("first " + value);
        source.Changed += value =>
        {
            if (value > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(value), "second refuses");
            }
        };
        source.Changed += value => Console.WriteLine("third " + value);
        for (var value = 0; value < 3; value++)
        {
            try
            {
                source.Change(value);
            }
            catch (ArgumentException exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }
}
