namespace Tarn.Kernel;

/// <summary>Keeps interrupts off this processor while it is held: the lock of what an interrupt handler may use too.</summary>
/// <remarks>
/// <para>
/// On one processor whoever masks interrupts is alone, so there is nothing to wait for and nothing to deadlock on: held twice, it
/// does no harm. (Exceptions and non-maskable interrupts still come; that is why a panic takes no lock.)
/// </para>
/// <para>Hold it for a bounded, short time: whatever the machine has to say waits meanwhile. Does not allocate or throw.</para>
/// <code>
/// using (InterruptLock.Enter())
/// {
///     // Nobody else is here.
/// }
/// </code>
/// </remarks>
public readonly ref struct InterruptLock
{
    private readonly nuint _flags;

    private InterruptLock(nuint flags) => _flags = flags;

    /// <summary>Masks interrupts until the result is disposed of.</summary>
    public static InterruptLock Enter() => new(Processor.SaveAndDisableInterrupts());

    /// <summary>Makes interrupts what they were at <see cref="Enter"/>: inside another lock they stay masked.</summary>
    public void Dispose() => Processor.RestoreInterrupts(_flags);
}
