using System.Runtime;
using System.Threading.Tasks;

namespace Tarn.Collecting;

/// <summary>Runs finalizers.</summary>
public static class Finalizers
{
    /// <summary>Runs finalizers when they are due, for ever: what a task of an executor is to do. An exception that a finalizer throws ends it.</summary>
    public static async Task RunAsync()
    {
        while (true)
        {
            await default(FinalizerAwaiter);
            Finalization.RunDue();
        }
    }
}
