using System;

namespace Tarn.Conformance;

/// <summary>Locals that a try block changes are seen by its handlers and after them, whatever register they were in.</summary>
public static class LocalsInHandlers
{
    private static int s_calls;

    private static int Next(int limit)
    {
        if (++s_calls > limit)
        {
            throw new InvalidOperationException();
        }

        return s_calls;
    }

    public static void Run()
    {
        for (var limit = 0; limit < 7; limit++)
        {
            s_calls = 0;
            int a = 0, b = 0, c = 0, d = 0;
            long sum = limit;
            var text = "none";
            try
            {
                a = Next(limit);
                text = "a";
                sum += a;
                b = Next(limit) * 10;
                text += "b";
                sum += b;
                c = Next(limit) * 100;
                text += "c";
                sum += c;
                d = Next(limit) * 1000;
                text += "d";
                sum += d;
            }
            catch (InvalidOperationException)
            {
                Console.WriteLine($"{a} {b} {c} {d} {sum} {text}");
                sum = -sum;
            }
            finally
            {
                sum *= 2;
            }

            Console.WriteLine($"{a} {b} {c} {d} {sum} {text}");
        }
    }
}
