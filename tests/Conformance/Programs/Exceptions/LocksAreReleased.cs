using System;
using System.Threading;

namespace Tarn.Conformance;

/// <summary>A lock is released when an exception leaves it.</summary>
public static class LocksAreReleased
{
    private static readonly object s_lock = new();

    private static void Work(int depth)
    {
        lock (s_lock)
        {
            if (depth == 0)
            {
                throw new InvalidOperationException();
            }

            Work(depth - 1);
        }
    }

    public static void Run()
    {
        for (var turn = 0; turn < 3; turn++)
        {
            try
            {
                Work(turn);
            }
            catch (InvalidOperationException)
            {
                Console.WriteLine("held: " + Monitor.IsEntered(s_lock));
            }
        }

        try
        {
            Monitor.Exit(s_lock);
        }
        catch (SynchronizationLockException)
        {
            Console.WriteLine("nothing to release");
        }
    }
}
