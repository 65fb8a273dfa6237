using System;

namespace Tarn.Conformance;

/// <summary>Exceptions with break, continue and return in and around loops.</summary>
public static class TryInLoops
{
    private static int Search(int from)
    {
        for (var number = from; ; number++)
        {
            try
            {
                if (number % 2 == 0)
                {
                    throw new InvalidOperationException();
                }

                if (number % 3 == 0)
                {
                    continue;
                }

                if (number % 5 == 0)
                {
                    break;
                }

                if (number > 100)
                {
                    return number;
                }
            }
            catch (InvalidOperationException) when (number % 4 == 0)
            {
                Console.WriteLine("four divides " + number);
                continue;
            }
            catch (InvalidOperationException)
            {
                if (number > 20)
                {
                    return -number;
                }
            }
            finally
            {
                Console.WriteLine("turn " + number);
            }
        }

        return from * 1000;
    }

    public static void Run()
    {
        Console.WriteLine(Search(1));
        Console.WriteLine(Search(6));
        Console.WriteLine(Search(22));
        Console.WriteLine(Search(7));
    }
}
