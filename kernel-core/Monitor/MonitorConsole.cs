using System;
using Tarn.Kernel;

namespace Tarn.Monitor;

/// <summary>The console as the monitor has it: what it prints itself is told from what others print.</summary>
internal sealed class MonitorConsole : IConsoleSink
{
    private readonly ForeignTextSink _foreign = new();

    /// <summary>The sink that sees all text of the console.</summary>
    public IConsoleSink Foreign => _foreign;

    /// <summary>Whether others have printed since <see cref="BeginRow"/>.</summary>
    public bool HasForeignText => _foreign.HasText;

    /// <summary>Prints text of the monitor's own.</summary>
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> text)
    {
        _foreign.IsIgnoring = true;
        ConsoleRouter.Write(text);
        _foreign.IsIgnoring = false;
    }

    /// <summary>Goes to the start of a row, unless what others printed has ended there.</summary>
    public void BeginRow()
    {
        if (_foreign.HasText && !_foreign.EndsLine)
        {
            Write("\n"u8);
        }

        _foreign.HasText = false;
    }

    private sealed class ForeignTextSink : IConsoleSink
    {
        public bool IsIgnoring { get; set; }

        public bool HasText { get; set; }

        public bool EndsLine { get; private set; }

        /// <inheritdoc/>
        public void Write(ReadOnlySpan<byte> text)
        {
            if (!IsIgnoring && !text.IsEmpty)
            {
                HasText = true;
                EndsLine = text[^1] == (byte)'\n';
            }
        }
    }
}
