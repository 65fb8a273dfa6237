using System;
using Tarn.Kernel;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Keeps what is printed, for a case to look at.</summary>
internal sealed class RecordingSink : IConsoleSink
{
    private readonly byte[] _bytes = new byte[4096];
    private int _length;

    /// <summary>How many calls there were: a console that prints a line as one unit makes one.</summary>
    public int Calls { get; private set; }

    /// <summary>What was printed, in UTF-8.</summary>
    public ReadOnlySpan<byte> Text => _bytes.AsSpan(0, _length);

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> text)
    {
        Calls++;
        text.CopyTo(_bytes.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Forgets it all.</summary>
    public void Clear()
    {
        Calls = 0;
        _length = 0;
    }
}
