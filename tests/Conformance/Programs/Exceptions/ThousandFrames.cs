using System;

namespace Tarn.Conformance;

/// <summary>An exception through a thousand frames, plain ones and ones with a finally block.</summary>
public static class ThousandFrames
{
    private static int s_finallyBlocks;

    private static int Plain(int depth) => depth == 0 ? throw new InvalidOperationException("from below") : Plain(depth - 1) + 1;

    private static int WithFinally(int depth)
    {
        try
        {
            return depth == 0 ? throw new InvalidOperationException("from below") : WithFinally(depth - 1) + 1;
        }
        finally
        {
            s_finallyBlocks++;
        }
    }

    private static int WithFilter(int depth, int accepting)
    {
        try
        {
            return depth == 0 ? throw new InvalidOperationException("filtered") : WithFilter(depth - 1, accepting) + 1;
        }
        catch (InvalidOperationException) when (depth == accepting)
        {
            return 0;
        }
    }

    public static void Run()
    {
        try
        {
            Plain(1000);
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message);
        }

        try
        {
            WithFinally(500);
        }
        catch (InvalidOperationException exception)
        {
            Console.WriteLine(exception.Message + s_finallyBlocks);
        }

        Console.WriteLine(WithFilter(500, 450));
    }
}
