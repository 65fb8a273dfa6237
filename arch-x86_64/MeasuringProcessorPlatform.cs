using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The processor, for an executor of tasks that measures how long they take.</summary>
public readonly struct MeasuringProcessorPlatform : IExecutorPlatform
{
    /// <inheritdoc/>
    public static bool MeasuresTime => true;

    /// <inheritdoc/>
    /// <remarks>The time-stamp counter.</remarks>
    public ulong Timestamp => Processor.ReadTimeStampCounter();

    /// <inheritdoc/>
    public void MaskInterrupts() => Processor.DisableInterrupts();

    /// <inheritdoc/>
    public void UnmaskInterrupts() => Processor.EnableInterrupts();

    /// <inheritdoc/>
    public void WaitForInterrupt() => Processor.WaitForInterrupt();
}
