using System;
using Tarn.Kernel;

namespace Tarn.Testing;

/// <summary>A console sink that sends what the running case prints to the host. Nothing is sent between cases.</summary>
/// <remarks>The test kernel's parts list adds it to the console's sinks. Text is gathered into frames; a case that hangs keeps its last few bytes back.</remarks>
public sealed class TestOutputSink : IConsoleSink
{
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> text) => TestSession.Running?.Capture(text);
}
