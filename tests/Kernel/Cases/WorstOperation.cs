using System;
using Tarn.Arch.X86_64;
using Tarn.Bench;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Keeps the instructions of the costliest single allocation and the costliest single free.</summary>
internal struct WorstOperation : IOperationMeter
{
    private ulong _start;

    /// <summary>Of the costliest allocation, the call and the reading of the counter included.</summary>
    internal ulong Allocate { get; private set; }

    /// <summary>Of the costliest free, the call and the reading of the counter included.</summary>
    internal ulong Free { get; private set; }

    /// <inheritdoc/>
    public void Start() => _start = Processor.ReadTimeStampCounter();

    /// <inheritdoc/>
    public void StopAllocate() => Allocate = Math.Max(Allocate, Processor.ReadTimeStampCounter() - _start);

    /// <inheritdoc/>
    public void StopFree() => Free = Math.Max(Free, Processor.ReadTimeStampCounter() - _start);
}
