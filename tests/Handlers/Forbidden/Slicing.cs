using System;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Takes a part of a span, which throws where there is none.</summary>
internal struct Slicing : IInterruptHandler
{
    public readonly void OnInterrupt() => Surroundings.Sum = Surroundings.Numbers.AsSpan(Surroundings.Index).Length; // reported
}
