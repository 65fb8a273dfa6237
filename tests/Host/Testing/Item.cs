using Tarn.Testing.Protocol;

namespace Tarn.Tests.Host.Testing;

/// <summary>A decoded item that outlives the decoder's buffer, and the means to get a list of them.</summary>
internal sealed record Item(DecodedKind Kind, FrameType Type, byte Sequence, byte[] Bytes)
{
    /// <summary>Encodes frames as a kernel writes them: one writer, so the sequence numbers count up.</summary>
    public static byte[] Encode(params (FrameType Type, byte[] Payload)[] frames)
    {
        var writer = new FrameWriter<ListSink>(new ListSink([]));
        foreach (var (type, payload) in frames)
        {
            writer.Begin(type, payload.Length);
            writer.Append(payload);
            writer.End();
        }

        return [.. writer.Sink.Bytes];
    }

    /// <summary>Decodes a stream that arrives in pieces of the given size, and ends.</summary>
    public static List<Item> Decode(ReadOnlySpan<byte> stream, int pieceSize)
    {
        var decoder = new FrameDecoder();
        var items = new List<Item>();
        while (stream.Length > 0)
        {
            var taken = decoder.Append(stream[..Math.Min(pieceSize, stream.Length)]);
            stream = stream[taken..];
            ReadAll(decoder, items);
        }

        decoder.Finish();
        ReadAll(decoder, items);
        return items;
    }

    /// <summary>The frames of a stream, whatever is between them.</summary>
    public static List<Item> Frames(ReadOnlySpan<byte> stream, int pieceSize = 64) =>
        [.. Decode(stream, pieceSize).Where(item => item.Kind == DecodedKind.Frame)];

    private static void ReadAll(FrameDecoder decoder, List<Item> items)
    {
        for (var item = decoder.Read(); item.Kind != DecodedKind.Nothing; item = decoder.Read())
        {
            items.Add(new Item(item.Kind, item.Type, item.Sequence, item.Bytes.ToArray()));
        }
    }
}
