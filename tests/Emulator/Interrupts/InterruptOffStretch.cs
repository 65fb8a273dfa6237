namespace Tarn.Tests.Emulator.Interrupts;

/// <summary>Instructions that ran one after the other with interrupts off.</summary>
/// <param name="Instructions">How many, from the first behind CLI, or of the stub that the processor came to, up to the one behind STI, or IRETQ.</param>
/// <param name="Origin">Where it began: the function of the CLI, or the vector.</param>
internal readonly record struct InterruptOffStretch(long Instructions, string Origin);
