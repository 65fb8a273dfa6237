using System;

namespace Tarn.Conformance;

/// <summary>A switch expression that no arm matches.</summary>
public static class SwitchWithoutMatch
{
    private static string Name(int number) => number switch
    {
        1 => "one",
        2 => "two",
    };

    public static void Run()
    {
        for (var number = 0; number < 4; number++)
        {
            try
            {
                Console.WriteLine(Name(number));
            }
            catch (InvalidOperationException)
            {
                Console.WriteLine("no arm for " + number);
            }
        }
    }
}
