using System;
using Tarn.Testing;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Misbehaving;

/// <summary>The channel to the host, for those who know better than the harness what belongs there.</summary>
internal static class Channel
{
    /// <summary>Makes a frame with the sequence number that comes next, and does not send it.</summary>
    public static byte[] MakeFrame(FrameType type, ReadOnlySpan<byte> payload)
    {
        var buffer = new byte[FrameFormat.HeaderSize + payload.Length + FrameFormat.TrailerSize];
        var writer = new FrameWriter<BufferSink>(new BufferSink(buffer)) { NextSequence = TestRun.Current.NextSequence++ };
        writer.Begin(type, payload.Length);
        writer.Append(payload);
        writer.End();
        return buffer;
    }

    /// <summary>Sends bytes past the harness.</summary>
    public static void Send(ReadOnlySpan<byte> bytes) => TestRun.Current.SendRaw(bytes);
}
