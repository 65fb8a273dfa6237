using System;
using System.Diagnostics.CodeAnalysis;

namespace Tarn.Testing;

/// <summary>What happens when an expectation does not hold, here in the kernel.</summary>
internal static class ExpectationFailure
{
    /// <summary>Ends the running case as failed.</summary>
    [DoesNotReturn]
    public static void Raise(ReadOnlySpan<byte> message) => TestRun.Current.Fail(message);
}
