using System;

namespace Tarn.Conformance;

/// <summary>Exceptions through local functions, nested and recursive, that share their method's variables.</summary>
public static class LocalFunctionsThrow
{
    public static void Run()
    {
        var depth = 0;
        var unwound = 0;

        void Descend(int limit)
        {
            depth++;
            try
            {
                if (depth == limit)
                {
                    Fail("at " + depth);
                }

                Descend(limit);
            }
            finally
            {
                unwound++;
                depth--;
            }

            void Fail(string message) => throw new InvalidOperationException(message);
        }

        foreach (var limit in new[] { 1, 4, 9 })
        {
            try
            {
                Descend(limit);
            }
            catch (InvalidOperationException exception)
            {
                Console.WriteLine($"{exception.Message}: depth {depth}, unwound {unwound}");
            }
        }
    }
}
