namespace Tarn.Kernel;

/// <summary>Why an interrupt could not be claimed.</summary>
public enum InterruptClaimFault
{
    /// <summary>It was claimed.</summary>
    None,

    /// <summary>The controller has no such line, or keeps it for itself.</summary>
    NoSuchLine,

    /// <summary>Another handler has the line.</summary>
    LineInUse,

    /// <summary>A handler of this type has another line: each line takes a type of its own.</summary>
    HandlerInUse,
}
