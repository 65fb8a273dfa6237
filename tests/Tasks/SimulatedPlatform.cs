using System;
using Tarn.Kernel;

namespace Tarn.Tests.Tasks;

/// <summary>Stands in for the processor: interrupts are delegates that tests put in its way.</summary>
internal readonly struct SimulatedPlatform(SimulatedMachine machine) : IExecutorPlatform
{
    /// <inheritdoc/>
    public static bool MeasuresTime => true;

    /// <inheritdoc/>
    public ulong Timestamp => machine.ReadTimestamp();

    /// <inheritdoc/>
    public void MaskInterrupts() => machine.Mask();

    /// <inheritdoc/>
    public void UnmaskInterrupts() => machine.Unmask();

    /// <inheritdoc/>
    public void WaitForInterrupt() => machine.Wait();
}
