using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Try statements in methods of generic classes, with finally blocks that use the type.</summary>
public static class GenericClassHandlers
{
    private sealed class Pool<T>
        where T : class
    {
        private readonly Stack<T> _free = new();
        private readonly Func<T> _make;

        public Pool(Func<T> make) => _make = make;

        public int Free => _free.Count;

        public TResult Use<TResult>(Func<T, TResult> use)
        {
            var item = _free.Count > 0 ? _free.Pop() : _make();
            try
            {
                return use(item);
            }
            finally
            {
                _free.Push(item);
                Console.WriteLine("back: " + (item is T) + _free.Count);
            }
        }
    }

    public static void Run()
    {
        var pool = new Pool<string>(() => "made");
        Console.WriteLine(pool.Use(text => text.Length));
        try
        {
            Console.WriteLine(pool.Use<string>(text => throw new FormatException(text)));
        }
        catch (FormatException exception)
        {
            Console.WriteLine(exception.Message + pool.Free);
        }

        var failing = new Pool<object>(() => throw new NotSupportedException("cannot make"));
        try
        {
            failing.Use(item => item is null);
        }
        catch (NotSupportedException exception)
        {
            Console.WriteLine(exception.Message + failing.Free);
        }
    }
}
