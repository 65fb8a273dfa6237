using System;
using System.Runtime;
using System.Threading.Tasks;

namespace Tarn.Collecting;

/// <summary>Runs finalizers.</summary>
public static class Finalizers
{
    /// <summary>Runs finalizers when they are due, for ever: what a task of an executor is to do. An exception that one throws is told of on the console, and the
    /// next one runs.</summary>
    public static async Task RunAsync()
    {
        while (true)
        {
            await default(FinalizerAwaiter);
            while (!TryRunDue())
            {
            }
        }
    }

    /// <returns>False where one has failed: others may still be due.</returns>
    private static bool TryRunDue()
    {
        try
        {
            Finalization.RunDue();
            return true;
        }
        catch (Exception exception)
        {
            // Nobody waits for a finalizer, as nobody waits for a task whose failure is told of in the same words.
            Console.WriteLine($"a finalizer failed, and nobody waits for it: {exception.ToString()}");
            return false;
        }
    }
}
