/// <summary>How a guest's run ended.</summary>
internal enum GuestEnd
{
    /// <summary>The kernel left through the exit device and said that all went well.</summary>
    Succeeded,

    /// <summary>The kernel left through the exit device after a panic.</summary>
    Panicked,

    /// <summary>The machine was reset: a triple fault, unless somebody asked for a reboot.</summary>
    Reset,

    /// <summary>The kernel did not end in time.</summary>
    Hung,

    /// <summary>Somebody closed QEMU, or the guest switched itself off.</summary>
    Left,

    /// <summary>QEMU itself failed.</summary>
    EmulatorFailed,
}

/// <summary>How a guest's run ended, and in words.</summary>
internal sealed record GuestOutcome(GuestEnd End, string Message);
