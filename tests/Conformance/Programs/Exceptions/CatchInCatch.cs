using System;

namespace Tarn.Conformance;

/// <summary>Exceptions that begin and end inside a catch clause; a bare throw afterwards means the clause's own.</summary>
public static class CatchInCatch
{
    private static void Throw(string message) => throw new Exception(message);

    public static void Run()
    {
        try
        {
            try
            {
                Throw("outer");
            }
            catch (Exception)
            {
                for (var turn = 0; turn < 3; turn++)
                {
                    try
                    {
                        Throw("inner " + turn);
                    }
                    catch (Exception exception) when (turn != 1)
                    {
                        Console.WriteLine(exception.Message);
                    }
                    catch (Exception)
                    {
                        try
                        {
                            throw;
                        }
                        catch (Exception again)
                        {
                            Console.WriteLine("again " + again.Message);
                        }
                    }
                }

                throw;
            }
        }
        catch (Exception exception)
        {
            Console.WriteLine(exception.Message);
        }
    }
}
