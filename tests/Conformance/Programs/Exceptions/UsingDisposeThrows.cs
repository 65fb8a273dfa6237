using System;

namespace Tarn.Conformance;

/// <summary>A Dispose that throws replaces the exception under way, and the other Disposes still run.</summary>
public static class UsingDisposeThrows
{
    private sealed class Resource(string name, bool throws) : IDisposable
    {
        public void Dispose()
        {
            Console.WriteLine("disposing " + name);
            if (throws)
            {
                throw new FormatException(name);
            }
        }
    }

    public static void Run()
    {
        try
        {
            using var first = new Resource("first", false);
            using var second = new Resource("second", true);
            using var third = new Resource("third", true);
            throw new InvalidOperationException();
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
