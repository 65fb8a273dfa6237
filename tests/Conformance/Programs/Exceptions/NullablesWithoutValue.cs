using System;

namespace Tarn.Conformance;

/// <summary>Values of nullables that have none.</summary>
public static class NullablesWithoutValue
{
    public static void Run()
    {
        foreach (var number in new int?[] { 5, null })
        {
            try
            {
                Console.WriteLine(number.Value + 1);
                Console.WriteLine((int)number);
            }
            catch (InvalidOperationException exception)
            {
                Console.WriteLine(exception.Message);
            }

            try
            {
                Console.WriteLine((long)number);
            }
            catch (InvalidOperationException)
            {
                Console.WriteLine("no long");
            }
        }
    }
}
