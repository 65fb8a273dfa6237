using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

[assembly: InternalsVisibleTo("Tarn.Tests.Misbehaving")]

namespace Tarn.Testing;

/// <summary>The run of a test kernel, as its cases reach it through <see cref="Expect"/>, <see cref="TestCase"/> and the console.</summary>
/// <remarks>
/// There is one for the life of the kernel, and it is static: an expectation stands anywhere in the code under test, where nothing is
/// passed down.
/// </remarks>
public abstract class TestRun
{
    private static TestRun? s_current;

    private protected TestRun() => s_current = this;

    /// <summary>The run.</summary>
    internal static TestRun Current =>
        s_current ?? throw new InvalidOperationException("No test kernel is running: expectations belong into its cases.");

    /// <summary>Whether a case is running.</summary>
    internal abstract bool IsCaseRunning { get; }

    /// <summary>The sequence number of the next frame; for a kernel that writes frames of its own, as the harness's own tests do.</summary>
    internal abstract byte NextSequence { get; set; }

    /// <summary>Starts the time limit of the running case anew.</summary>
    internal abstract void Beat();

    /// <summary>Ends the running case as failed.</summary>
    /// <param name="message">What went wrong, in UTF-8.</param>
    [DoesNotReturn]
    internal abstract void Fail(ReadOnlySpan<byte> message);

    /// <summary>Marks the running case as one that cannot run here.</summary>
    internal abstract void Skip(string reason);

    /// <summary>Takes what the running case prints.</summary>
    internal abstract void Capture(ReadOnlySpan<byte> text);

    /// <summary>Takes what a panic prints.</summary>
    internal abstract void CapturePanic(ReadOnlySpan<byte> text);

    /// <summary>Sends bytes that are no frame, or no good one.</summary>
    internal abstract void SendRaw(ReadOnlySpan<byte> bytes);

    /// <summary>Leaves the machine without another word.</summary>
    [DoesNotReturn]
    internal abstract void Leave(ExitOutcome outcome);
}
