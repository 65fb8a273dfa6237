using System;

namespace Tarn.Conformance;

/// <summary>Filters run anew each time an exception is thrown on.</summary>
public static class FilterAtRethrow
{
    private static bool Log(string what)
    {
        Console.WriteLine("filter " + what);
        return what.EndsWith("yes");
    }

    public static void Run()
    {
        try
        {
            try
            {
                try
                {
                    throw new Exception("travels");
                }
                catch (Exception) when (Log("1 yes"))
                {
                    Console.WriteLine("catch 1");
                    throw;
                }
                catch (Exception) when (Log("never asked yes"))
                {
                    Console.WriteLine("never");
                }
            }
            catch (Exception) when (Log("2 no"))
            {
                Console.WriteLine("never");
            }
            catch (Exception exception) when (Log("3 yes"))
            {
                Console.WriteLine("catch 3");
                throw new FormatException("instead", exception);
            }
        }
        catch (Exception exception) when (Log("4 yes"))
        {
            Console.WriteLine("catch 4 " + exception.Message + " for " + exception.InnerException.Message);
        }
    }
}
