using System;

namespace Tarn.Conformance;

/// <summary>Values that are returned out of try and catch, and what finally can still change.</summary>
public static class ReturnFromHandlers
{
    private sealed class Box
    {
        public int Value;
    }

    private static int FromCatch(int value)
    {
        try
        {
            if (value < 0)
            {
                throw new ArgumentException("negative");
            }

            return value;
        }
        catch (ArgumentException exception)
        {
            return exception.Message.Length + value;
        }
    }

    private static int NotChangedByFinally()
    {
        var value = 1;
        try
        {
            throw new Exception();
        }
        catch
        {
            return value;
        }
        finally
        {
            value = 2;
            Console.WriteLine("finally sets " + value);
        }
    }

    private static Box ChangedByFinally()
    {
        var box = new Box { Value = 1 };
        try
        {
            throw new Exception();
        }
        catch
        {
            return box;
        }
        finally
        {
            box.Value = 2;
        }
    }

    private static (int, string, long) Several(bool throws)
    {
        try
        {
            return throws ? throw new Exception("thrown") : (1, "returned", 2L);
        }
        catch (Exception exception)
        {
            return (-1, exception.Message, -2L);
        }
    }

    public static void Run()
    {
        Console.WriteLine(FromCatch(5));
        Console.WriteLine(FromCatch(-5));
        Console.WriteLine(NotChangedByFinally());
        Console.WriteLine(ChangedByFinally().Value);
        Console.WriteLine(Several(false));
        Console.WriteLine(Several(true));
    }
}
