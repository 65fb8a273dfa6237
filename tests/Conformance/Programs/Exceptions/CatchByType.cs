using System;

namespace Tarn.Conformance;

/// <summary>The first clause whose type is the exception's, or a base of it, catches.</summary>
public static class CatchByType
{
    private class Near : InvalidOperationException;

    private sealed class Nearest : Near;

    private static string Catch(Exception thrown)
    {
        try
        {
            throw thrown;
        }
        catch (Nearest)
        {
            return "nearest";
        }
        catch (Near)
        {
            return "near";
        }
        catch (ArgumentOutOfRangeException)
        {
            return "argument out of range";
        }
        catch (ArgumentException)
        {
            return "argument";
        }
        catch (SystemException)
        {
            return "system";
        }
        catch
        {
            return "any";
        }
    }

    public static void Run()
    {
        Console.WriteLine(Catch(new Nearest()));
        Console.WriteLine(Catch(new Near()));
        Console.WriteLine(Catch(new InvalidOperationException()));
        Console.WriteLine(Catch(new ArgumentOutOfRangeException()));
        Console.WriteLine(Catch(new ArgumentNullException()));
        Console.WriteLine(Catch(new ArgumentException()));
        Console.WriteLine(Catch(new ArithmeticException()));
        Console.WriteLine(Catch(new DivideByZeroException()));
        Console.WriteLine(Catch(new Exception()));
        Console.WriteLine(Catch(new ApplicationException()));
    }
}
