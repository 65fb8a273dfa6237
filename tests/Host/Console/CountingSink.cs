using System;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>A sink that allocates nothing: it counts bytes and forgets them.</summary>
internal sealed class CountingSink : IConsoleSink
{
    public int Bytes { get; private set; }

    public void Write(ReadOnlySpan<byte> text) => Bytes += text.Length;
}
