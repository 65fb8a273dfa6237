using System;

namespace Tarn.Conformance;

/// <summary>A filter that throws and catches inside itself decides as it likes.</summary>
public static class FilterCatchesItsOwn
{
    private static bool Decide(int number)
    {
        try
        {
            Console.WriteLine("deciding " + number);
            if (number % 2 == 0)
            {
                throw new ArgumentException("even");
            }

            return false;
        }
        catch (ArgumentException exception)
        {
            Console.WriteLine("filter caught " + exception.Message);
            return true;
        }
    }

    public static void Run()
    {
        for (var number = 0; number < 4; number++)
        {
            try
            {
                throw new Exception(number.ToString());
            }
            catch (Exception exception) when (Decide(number))
            {
                Console.WriteLine("accepted " + exception.Message);
            }
            catch (Exception exception)
            {
                Console.WriteLine("refused " + exception.Message);
            }
        }
    }
}
