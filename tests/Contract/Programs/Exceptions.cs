// throw, catch by type, filters, finally, rethrow.
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

internal static class Exceptions
{
    private static int s_count;

    [RuntimeExport("contract_throw")]
    public static void Throw() => throw new InvalidOperationException();

    [RuntimeExport("contract_catch")]
    public static void Catch()
    {
        try
        {
            Work();
        }
        catch (InvalidOperationException)
        {
            s_count--;
        }
        catch (Exception exception) when (exception.Message.Length == s_count)
        {
            s_count = 0;
        }
    }

    [RuntimeExport("contract_finally")]
    public static void Finally()
    {
        try
        {
            Work();
        }
        finally
        {
            s_count--;
        }
    }

    [RuntimeExport("contract_rethrow")]
    public static void Rethrow()
    {
        try
        {
            Work();
        }
        catch (Exception)
        {
            s_count = -1;
            throw;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Work()
    {
        if (++s_count > 3)
        {
            throw new ArgumentException();
        }
    }
}
