using Tarn.Kernel;

namespace Tarn.Arch.X86_64;

/// <summary>The processor, for an executor of tasks that does not measure how long they take.</summary>
public readonly struct ProcessorPlatform : IExecutorPlatform
{
    /// <inheritdoc/>
    public static bool MeasuresTime => false;

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
