using System;

namespace Tarn.Conformance;

/// <summary>A Lazy whose factory throws keeps the exception, or tries again.</summary>
public static class LazyValuesThatThrow
{
    private static int s_attempts;

    private static int Make()
    {
        s_attempts++;
        return s_attempts < 3 ? throw new InvalidOperationException("attempt " + s_attempts) : s_attempts;
    }

    private static void Try(Lazy<int> lazy)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            try
            {
                Console.WriteLine(lazy.Value);
            }
            catch (InvalidOperationException exception)
            {
                Console.WriteLine(exception.Message);
            }
        }
    }

    public static void Run()
    {
        Try(new Lazy<int>(Make));
        s_attempts = 0;
        Try(new Lazy<int>(Make, System.Threading.LazyThreadSafetyMode.PublicationOnly));
    }
}
