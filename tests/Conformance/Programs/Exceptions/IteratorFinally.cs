using System;
using System.Collections.Generic;

namespace Tarn.Conformance;

/// <summary>Finally blocks of iterators: when the consumer throws, when the iterator does, when it is left early.</summary>
public static class IteratorFinally
{
    private static IEnumerable<string> Read(bool throws)
    {
        try
        {
            yield return "one";
            try
            {
                yield return "two";
                if (throws)
                {
                    throw new FormatException("in the iterator");
                }

                yield return "three";
            }
            finally
            {
                Console.WriteLine("inner finally");
            }
        }
        finally
        {
            Console.WriteLine("outer finally");
        }
    }

    private static void Consume(bool iteratorThrows, string consumerThrowsAt, string breaksAt)
    {
        try
        {
            foreach (var word in Read(iteratorThrows))
            {
                Console.WriteLine(word);
                if (word == breaksAt)
                {
                    break;
                }

                if (word == consumerThrowsAt)
                {
                    throw new ArgumentException("in the consumer");
                }
            }
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }

    public static void Run()
    {
        Consume(false, "", "");
        Consume(true, "", "");
        Consume(false, "one", "");
        Consume(false, "two", "");
        Consume(true, "", "two");
        Consume(true, "", "one");
    }
}
