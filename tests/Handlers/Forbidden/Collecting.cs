using System;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Collects.</summary>
internal struct Collecting : IInterruptHandler
{
    public readonly void OnInterrupt() => GC.Collect(); // reported
}
