using System.Text;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Host.Testing;

/// <summary>Speaks as a test kernel does, and as one does that misbehaves.</summary>
internal sealed class KernelVoice
{
    private readonly List<byte> _bytes = [];
    private FrameWriter<ListSink> _writer;

    public KernelVoice() => _writer = new FrameWriter<ListSink>(new ListSink(_bytes));

    /// <summary>All that was said.</summary>
    public byte[] Bytes => [.. _bytes];

    /// <summary>A kernel of two cases, named First and Second.</summary>
    public static KernelVoice WithTwoCases() => new KernelVoice().Hello(2).Announce(0, "First").Announce(1, "Second");

    public KernelVoice Hello(ushort cases, ushort version = FrameFormat.Version) =>
        Say(FrameType.Hello, [.. BitConverter.GetBytes(version), .. BitConverter.GetBytes(cases), (byte)RunMode.Commanded, .. "bump"u8]);

    public KernelVoice Announce(ushort index, string name) =>
        Say(FrameType.Announce, [.. BitConverter.GetBytes(index), (byte)CaseFlags.None, 1, .. Encoding.UTF8.GetBytes(name)]);

    public KernelVoice Begin(ushort index) => Say(FrameType.Begin, BitConverter.GetBytes(index));

    public KernelVoice Beat(ushort index) => Say(FrameType.Beat, BitConverter.GetBytes(index));

    public KernelVoice Output(ushort index, string text) =>
        Say(FrameType.Output, [.. BitConverter.GetBytes(index), .. Encoding.UTF8.GetBytes(text)]);

    public KernelVoice Detail(ushort index, string text) =>
        Say(FrameType.Detail, [.. BitConverter.GetBytes(index), .. Encoding.UTF8.GetBytes(text)]);

    public KernelVoice Passed(ushort index, ulong ticks = 1) => Result(FrameType.Passed, index, ticks, string.Empty);

    public KernelVoice Failed(ushort index, string message) => Result(FrameType.Failed, index, 1, message);

    public KernelVoice Skipped(ushort index, string reason) => Result(FrameType.Skipped, index, 1, reason);

    public KernelVoice Panicked(ushort index, string message) =>
        Say(FrameType.Panicked, [.. BitConverter.GetBytes(index), .. Encoding.UTF8.GetBytes(message)]);

    public KernelVoice End(ushort passed, ushort failed, ushort skipped) =>
        Say(FrameType.End, [.. BitConverter.GetBytes(passed), .. BitConverter.GetBytes(failed), .. BitConverter.GetBytes(skipped)]);

    /// <summary>Says something that is no frame.</summary>
    public KernelVoice Raw(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Says a frame of any type.</summary>
    public KernelVoice Say(FrameType type, ReadOnlySpan<byte> payload)
    {
        _writer.Begin(type, payload.Length);
        _writer.Append(payload);
        _writer.End();
        return this;
    }

    /// <summary>Spoils a byte, counted from the last one said.</summary>
    public KernelVoice Spoil(int fromEnd)
    {
        _bytes[^fromEnd] ^= 0x40;
        return this;
    }

    /// <summary>Takes the last bytes back.</summary>
    public KernelVoice CutOff(int count)
    {
        _bytes.RemoveRange(_bytes.Count - count, count);
        return this;
    }

    private KernelVoice Result(FrameType type, ushort index, ulong ticks, string message) =>
        Say(type, [.. BitConverter.GetBytes(index), .. BitConverter.GetBytes(ticks), .. Encoding.UTF8.GetBytes(message)]);
}
