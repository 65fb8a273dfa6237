using System;
using System.Collections;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>A foreach loop that an exception leaves disposes its enumerator.</summary>
public static class ForeachDisposes
{
    private sealed class Numbers(int failAt) : IEnumerable<int>, IEnumerator<int>
    {
        public int Current { get; private set; }

        object IEnumerator.Current => Current;

        public IEnumerator<int> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext() => ++Current == failAt ? throw new InvalidOperationException("MoveNext") : Current < 5;

        public void Reset() => throw new NotSupportedException();

        public void Dispose() => Console.WriteLine("disposed at " + Current);
    }

    private static void Sum(int failAt, int throwAt)
    {
        var sum = 0;
        try
        {
            foreach (var number in new Numbers(failAt))
            {
                if (number == throwAt)
                {
                    throw new ArgumentException("body");
                }

                sum += number;
            }

            Console.WriteLine("all " + sum);
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message + " after " + sum);
        }
    }

    public static void Run()
    {
        Sum(100, 100);
        Sum(3, 100);
        Sum(100, 4);
        Sum(1, 1);
    }
}
