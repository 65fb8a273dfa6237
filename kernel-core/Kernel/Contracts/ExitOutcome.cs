namespace Tarn.Kernel;

/// <summary>How a kernel's run ended.</summary>
public enum ExitOutcome
{
    /// <summary>The kernel did what it was asked to.</summary>
    Success,

    /// <summary>The kernel ended in a panic, or a test failed.</summary>
    Failure,
}
