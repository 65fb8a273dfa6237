using Tarn.Testing.Protocol;

namespace Tarn.Tests.Host.Testing;

/// <summary>A line that keeps what is written to it.</summary>
internal readonly struct ListSink(List<byte> bytes) : IByteSink
{
    public List<byte> Bytes => bytes;

    public void Write(ReadOnlySpan<byte> written) => bytes.AddRange(written);
}
