namespace Tarn.Tests.Emulator.Harness;

/// <summary>How a case ended.</summary>
public enum OutcomeKind
{
    /// <summary>It returned, and every expectation held.</summary>
    Passed,

    /// <summary>It said that it cannot run on this machine.</summary>
    Skipped,

    /// <summary>An expectation did not hold.</summary>
    Failed,

    /// <summary>The kernel panicked.</summary>
    Panicked,

    /// <summary>Nothing was heard of it for longer than its time limit.</summary>
    Hung,

    /// <summary>The processor gave up, and the machine was reset.</summary>
    TripleFaulted,

    /// <summary>The kernel left the machine, or QEMU ended, before the case had ended.</summary>
    ExitedEarly,

    /// <summary>The kernel announced the case and ended its run in good order, but said nothing of it.</summary>
    NotReported,

    /// <summary>What came over the channel cannot be trusted: broken or lost frames, or reports that contradict each other.</summary>
    ProtocolError,
}
