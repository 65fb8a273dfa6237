using System;
using System.Diagnostics.CodeAnalysis;

namespace Tarn.Testing;

/// <summary>What happens when an expectation does not hold, here in the kernel.</summary>
/// <remarks>
/// The host's half of this class throws. The kernel has no exceptions: the failure is reported, the run ends, and the host boots again for
/// the next case.
/// </remarks>
internal static class ExpectationFailure
{
    /// <summary>Ends the running case as failed.</summary>
    [DoesNotReturn]
    public static void Raise(ReadOnlySpan<byte> message) => TestRun.Current.Fail(message);
}
