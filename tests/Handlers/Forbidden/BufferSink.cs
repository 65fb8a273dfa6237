using System;
using System.Runtime.CompilerServices;
using Tarn.Kernel;

namespace Tarn.Tests.Handlers.Forbidden;

/// <summary>A console that counts what is written.</summary>
internal sealed class BufferSink : IConsoleSink
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Write(ReadOnlySpan<byte> text) => Surroundings.Sum += text.Length;
}
