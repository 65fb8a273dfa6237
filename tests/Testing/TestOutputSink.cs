using System;
using Tarn.Kernel;

namespace Tarn.Testing;

/// <summary>
/// A console sink that sends what the running case prints to the host, and keeps what a panic says. Nothing is sent between cases.
/// </summary>
/// <remarks>Text is gathered into frames, so a case that hangs keeps its last few bytes back: the serial log has them.</remarks>
internal sealed class TestOutputSink(TestRun run) : IConsoleSink
{
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> text)
    {
        if (Panic.IsInProgress)
        {
            run.CapturePanic(text);
        }
        else if (run.IsCaseRunning)
        {
            run.Capture(text);
        }
    }
}
