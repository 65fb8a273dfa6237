using System;

namespace Tarn.Conformance;

/// <summary>A when clause decides whether its catch clause catches.</summary>
public static class FilterAcceptsOrRefuses
{
    private static string Catch(int code)
    {
        try
        {
            throw new ArgumentException(code.ToString());
        }
        catch (ArgumentException exception) when (exception.Message == "1")
        {
            return "first";
        }
        catch (ArgumentException exception) when (exception.Message == "2" && code == 2)
        {
            return "second";
        }
        catch (InvalidOperationException) when (code == 3)
        {
            return "never: of another type";
        }
        catch (Exception) when (code > 3)
        {
            return "large";
        }
        catch
        {
            return "rest";
        }
    }

    public static void Run()
    {
        for (var code = 0; code < 6; code++)
        {
            Console.WriteLine(code + ": " + Catch(code));
        }
    }
}
