namespace Tarn.Kernel;

/// <summary>What an executor of tasks needs of the processor. Taken as a struct type argument, so that its calls are direct.</summary>
public interface IExecutorPlatform
{
    /// <summary>Whether the time that tasks take is measured: it costs two reads of <see cref="Timestamp"/> for each turn.</summary>
    static abstract bool MeasuresTime { get; }

    /// <summary>A count that only goes forward: what the time of tasks is measured by. Its unit is the processor's.</summary>
    ulong Timestamp { get; }

    /// <summary>Holds interrupts back.</summary>
    void MaskInterrupts();

    /// <summary>Lets interrupts in.</summary>
    void UnmaskInterrupts();

    /// <summary>Lets interrupts in and sleeps until one has been served, in one step: one that came while they were masked ends the sleep
    /// before it begins. Interrupts are let in afterwards.</summary>
    void WaitForInterrupt();
}
