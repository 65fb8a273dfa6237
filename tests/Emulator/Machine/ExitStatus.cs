namespace Tarn.Tests.Emulator.Machine;

/// <summary>What QEMU's exit status says about the guest.</summary>
/// <param name="Code">
/// The status of the process. The isa-debug-exit device makes it (code &lt;&lt; 1) | 1, so a kernel never ends with an even one.
/// </param>
public readonly record struct ExitStatus(int Code)
{
    /// <summary>The kernel left with 0x10: all went well.</summary>
    public static ExitStatus Success { get; } = new(33);

    /// <summary>The kernel left with 0x11: a panic, or a failed case.</summary>
    public static ExitStatus Failure { get; } = new(35);

    /// <summary>The machine was reset under <c>-no-reboot</c>: a triple fault, where the kernel did not ask for it.</summary>
    public static ExitStatus Reset { get; } = new(0);

    /// <summary>QEMU itself failed, and said why on its standard error.</summary>
    public static ExitStatus EmulatorError { get; } = new(1);

    /// <summary>The status in words.</summary>
    public override string ToString() => Code switch
    {
        33 => "status 33 (success)",
        35 => "status 35 (failure)",
        0 => "status 0 (reset: a triple fault)",
        1 => "status 1 (QEMU's own failure)",
        _ => $"status {Code}",
    };
}
