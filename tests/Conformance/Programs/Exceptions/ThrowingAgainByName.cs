using System;

namespace Tarn.Conformance;

/// <summary>The same object thrown again by a throw statement with its name, and once more after it was caught.</summary>
public static class ThrowingAgainByName
{
    public static void Run()
    {
        var exception = new FormatException("again");
        for (var turn = 0; turn < 3; turn++)
        {
            try
            {
                try
                {
                    throw exception;
                }
                catch (FormatException caught)
                {
                    Console.WriteLine("inner " + turn + ReferenceEquals(caught, exception));
                    throw caught;
                }
                finally
                {
                    Console.WriteLine("finally " + turn);
                }
            }
            catch (Exception caught)
            {
                Console.WriteLine("outer " + turn + ReferenceEquals(caught, exception));
            }
        }
    }
}
