using System;

namespace Tarn.Conformance;

/// <summary>What is used is disposed when an exception passes, the last one first.</summary>
public static class UsingDisposes
{
    private sealed class Resource(string name) : IDisposable
    {
        public void Dispose() => Console.WriteLine("disposed " + name);
    }

    private static Resource Open(string name) => name.Length > 0 ? new Resource(name) : throw new ArgumentException("no name");

    private static void Work(string third)
    {
        using var first = Open("first");
        using (var second = Open("second"))
        {
            using var inner = Open(third);
            Console.WriteLine("all open");
            throw new InvalidOperationException("at work");
        }
    }

    public static void Run()
    {
        foreach (var third in new[] { "third", "" })
        {
            try
            {
                Work(third);
            }
            catch (Exception exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }
}
