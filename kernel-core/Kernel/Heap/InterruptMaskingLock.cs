namespace Tarn.Kernel;

/// <summary>Masks interrupts while somebody is inside the heap: for a kernel on one processor whose interrupt handlers allocate.</summary>
/// <remarks>A walk along a long list of free blocks is then time in which no interrupt is served.</remarks>
public readonly struct InterruptMaskingLock : IHeapLock
{
    /// <summary>Masks interrupts.</summary>
    /// <returns>The processor's flags before.</returns>
    public nuint Enter() => Processor.SaveAndDisableInterrupts();

    /// <summary>Lets interrupts in again if they were let in before.</summary>
    /// <param name="state">The processor's flags before.</param>
    public void Exit(nuint state) => Processor.RestoreInterrupts(state);
}
