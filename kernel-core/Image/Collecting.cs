using System;
using System.Threading;
using System.Threading.Tasks;
#if TARN_COLLECTOR
using Tarn.Collecting;
#endif

namespace Tarn.Image;

/// <summary>What the kernel does for its collector while nothing else is to be done.</summary>
internal static class Collecting
{
    /// <summary>How often it is looked whether a collection is worthwhile.</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    /// <summary>Starts the tasks that run finalizers and that collect at leisure, in an image with a collector.</summary>
    /// <param name="executor">What gives them their turns: after all that is urgent.</param>
    /// <param name="hasClock">Whether there is time to wait for.</param>
    internal static void Start(KernelExecutor executor, bool hasClock)
    {
#if TARN_COLLECTOR
        executor.Spawn("finalizers", Finalizers.RunAsync);
        if (hasClock)
        {
            executor.Spawn("collector", CollectAsync);
        }
#endif
    }

#if TARN_COLLECTOR
    private static async Task CollectAsync()
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync())
        {
            KernelHeap.CollectIfWorthwhile();
        }
    }
#endif
}
