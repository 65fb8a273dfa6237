namespace Tarn.Unwinding;

/// <summary>How a function's frame is left, and where its handlers are.</summary>
internal unsafe struct FrameDescription
{
    /// <summary>The function's first byte.</summary>
    internal ulong Start;

    /// <summary>Call frame instructions: how to get from the frame to the caller's, at the function's entry and from there on.</summary>
    internal TableReader Instructions;

    /// <summary>The clauses of the method's handlers; null where it has none, or ILC did not compile the function.</summary>
    internal byte* Clauses;

    /// <summary>The first byte of the method that the clauses are about: of a funclet that is not its own.</summary>
    internal ulong MethodStart;

    /// <summary>Whether the frame was not called, but interrupted the one that it returns to.</summary>
    internal bool IsInterrupt;
}
