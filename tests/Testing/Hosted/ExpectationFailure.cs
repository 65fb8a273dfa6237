using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using NUnit.Framework;

namespace Tarn.Testing;

/// <summary>What happens when an expectation does not hold, on .NET: NUnit's own exception, so that the test fails as any other.</summary>
internal static class ExpectationFailure
{
    /// <summary>Ends the running test as failed.</summary>
    [DoesNotReturn]
    public static void Raise(ReadOnlySpan<byte> message) => throw new AssertionException(Encoding.UTF8.GetString(message));
}
