using System;

namespace Tarn.Testing;

/// <summary>Thrown where an expectation does not hold: it ends the case, and the run goes on.</summary>
/// <remarks>There is one for the whole run, so that a failure can be reported with the heap exhausted; the run keeps what there is to say.</remarks>
internal sealed class CaseFailedException : Exception
{
    /// <summary>The one.</summary>
    internal CaseFailedException()
        : base("An expectation of a test did not hold, outside of the case that it belongs to.")
    {
    }
}
