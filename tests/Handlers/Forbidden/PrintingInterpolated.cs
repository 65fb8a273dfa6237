using System;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Prints a number, without allocating anything.</summary>
internal struct PrintingInterpolated : IInterruptHandler
{
    public readonly void OnInterrupt() => Console.WriteLine($"{Surroundings.Sum} ticks"); // reported
}
