namespace Tarn.Drivers;

/// <summary>Why the timer could not be started.</summary>
public enum PitFaultKind
{
    /// <summary>Nothing is wrong: the timer runs.</summary>
    None,

    /// <summary>Nothing answers: what reads as its counter is no value that it can have.</summary>
    Absent,

    /// <summary>The counter stands still.</summary>
    NotCounting,

    /// <summary>The interrupt controller did not give line 0.</summary>
    LineNotGiven,
}
