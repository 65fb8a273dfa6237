using System;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>Prints a line.</summary>
internal struct Printing : IInterruptHandler
{
    public readonly void OnInterrupt() => Console.WriteLine("tick"); // reported
}
