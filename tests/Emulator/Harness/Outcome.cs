namespace Tarn.Tests.Emulator.Harness;

/// <summary>How a case ended, and what it said.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Message">What went wrong, or why it was skipped; empty where there is nothing to say.</param>
public sealed record Outcome(OutcomeKind Kind, string Message = "")
{
    /// <summary>
    /// Ticks of the time-stamp counter from begin to end, which are instructions on a machine that counts them; null where the case did not
    /// end itself.
    /// </summary>
    public ulong? Ticks { get; init; }

    /// <summary>Which way the exception came that ended the case, as the kernel says it: lines that end in '\n'. Empty if none did.</summary>
    public string Details { get; init; } = string.Empty;

    /// <summary>What the case printed.</summary>
    public byte[] Output { get; init; } = [];
}
