using System;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Runs the finalizers that are due.</summary>
internal struct RunningFinalizers : IInterruptHandler
{
    public readonly void OnInterrupt() => GC.WaitForPendingFinalizers(); // reported
}
