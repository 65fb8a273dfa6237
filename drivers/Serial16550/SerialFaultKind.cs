namespace Tarn.Drivers;

/// <summary>Why a serial port could not be opened.</summary>
public enum SerialFaultKind
{
    /// <summary>Nothing is wrong: the port was opened.</summary>
    None,

    /// <summary>Nothing answers: the line status register reads 0xFF, as a bus does that nobody drives.</summary>
    Absent,

    /// <summary>The scratch register does not keep what is written to it: no 16450 or 16550 is there.</summary>
    NoScratchRegister,

    /// <summary>A byte sent through the loopback never arrived.</summary>
    LoopbackSilent,

    /// <summary>A byte sent through the loopback arrived as another.</summary>
    LoopbackGarbled,
}
