using System;

namespace Tarn.Conformance;

/// <summary>Filters that match patterns.</summary>
public static class FilterWithPatterns
{
    private sealed class Failure(int code, string where) : Exception("code " + code)
    {
        public int Code => code;

        public string Where => where;
    }

    private static string Catch(Exception thrown)
    {
        try
        {
            throw thrown;
        }
        catch (Exception exception) when (exception is Failure { Code: > 100, Where: "disk" or "network" } failure)
        {
            return "severe on " + failure.Where;
        }
        catch (Failure failure) when (failure is { Code: var code } && code % 2 == 0)
        {
            return "even " + code;
        }
        catch (Exception exception) when (exception.InnerException is FormatException { Message: { Length: 2 } inner })
        {
            return "inner " + inner;
        }
        catch (Exception exception)
        {
            return "other " + exception.Message;
        }
    }

    public static void Run()
    {
        Console.WriteLine(Catch(new Failure(101, "disk")));
        Console.WriteLine(Catch(new Failure(102, "network")));
        Console.WriteLine(Catch(new Failure(102, "screen")));
        Console.WriteLine(Catch(new Failure(3, "disk")));
        Console.WriteLine(Catch(new Exception("outer", new FormatException("in"))));
        Console.WriteLine(Catch(new Exception("outer", new FormatException("inside"))));
    }
}
