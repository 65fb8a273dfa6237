namespace Tarn.Tests.Emulator.Harness;

/// <summary>How the machine stands when a case is judged.</summary>
public enum MachineEnd
{
    /// <summary>It runs, and there is time left.</summary>
    None,

    /// <summary>It runs, and nothing was heard of it within the time limit.</summary>
    TimedOut,

    /// <summary>It was reset: a triple fault.</summary>
    Reset,

    /// <summary>It ended in another way: the kernel left, or QEMU failed.</summary>
    Exited,
}
