using System;

namespace Tarn.Conformance;

/// <summary>Jumps out of try and catch blocks run their finally blocks first.</summary>
public static class GotoOutOfTry
{
    public static void Run()
    {
        var turns = 0;
    again:
        try
        {
            turns++;
            Console.WriteLine("try " + turns);
            if (turns == 1)
            {
                goto again;
            }

            throw new Exception("in turn " + turns);
        }
        catch (Exception exception)
        {
            Console.WriteLine("catch " + exception.Message);
            if (turns < 4)
            {
                goto again;
            }

            goto end;
        }
        finally
        {
            Console.WriteLine("finally " + turns);
        }

    end:
        Console.WriteLine("end");
    }
}
