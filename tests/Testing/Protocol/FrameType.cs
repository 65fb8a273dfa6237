namespace Tarn.Testing.Protocol;

/// <summary>What a frame says. Up to 0x7F the kernel tells the host, from 0x80 the host tells the kernel.</summary>
public enum FrameType : byte
{
    /// <summary>
    /// The kernel is up: version of the protocol (u16), number of cases (u16), mode (u8, <see cref="RunMode"/>), name of the variant
    /// (UTF-8).
    /// </summary>
    Hello = 0x01,

    /// <summary>
    /// One for each case, in order, after <see cref="Hello"/>: index (u16), flags (u8, <see cref="CaseFlags"/>), will run (u8), name
    /// (UTF-8).
    /// </summary>
    Announce = 0x02,

    /// <summary>A case begins: index (u16).</summary>
    Begin = 0x03,

    /// <summary>The case is alive; its time limit starts anew: index (u16).</summary>
    Beat = 0x04,

    /// <summary>The case wrote to the console: index (u16), text (UTF-8; a character may be split across two frames).</summary>
    Output = 0x05,

    /// <summary>The case ended well: index (u16), ticks of the time-stamp counter from begin to end (u64).</summary>
    Passed = 0x06,

    /// <summary>The case failed: index (u16), ticks (u64), message (UTF-8).</summary>
    Failed = 0x07,

    /// <summary>The case said that it cannot run here: index (u16), ticks (u64), reason (UTF-8).</summary>
    Skipped = 0x08,

    /// <summary>The kernel panics: index of the running case or <see cref="FrameFormat.NoCase"/> (u16), message (UTF-8).</summary>
    Panicked = 0x09,

    /// <summary>The run is over and the kernel leaves the machine: numbers of cases passed, failed and skipped (u16 each).</summary>
    End = 0x0A,

    /// <summary>
    /// More on a failure that is reported next, as a rule which way an exception came: index (u16), text (UTF-8; whole lines that end in
    /// '\n').
    /// </summary>
    Detail = 0x0B,

    /// <summary>The host asks for a case: index (u16).</summary>
    Run = 0x81,

    /// <summary>The host has no more cases: no payload. The kernel answers with <see cref="End"/> and leaves.</summary>
    Stop = 0x82,
}
