using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Host.Testing;

public sealed class FrameTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(100);

    [Test]
    public void TheLayoutOfAFrame()
    {
        // The checksum of "123456789" is the check value that CRC-32 is known by.
        Assert.That(Crc32.Of("123456789"u8), Is.EqualTo(0xCBF43926));

        var frame = Item.Encode((FrameType.Begin, [7, 0]));

        Assert.That(frame[..6], Is.EqualTo(new byte[] { 0xF5, 0xFA, 0x03, 0x00, 0x02, 0x00 }));
        Assert.That(BitConverter.ToUInt16(frame, 6), Is.EqualTo((ushort)Crc32.Of([0x03, 0x00, 0x02, 0x00])));
        Assert.That(frame[8..10], Is.EqualTo(new byte[] { 7, 0 }));
        Assert.That(BitConverter.ToUInt32(frame, 10), Is.EqualTo(Crc32.Of([0x03, 0x00, 0x02, 0x00, 7, 0])));
    }

    [Test]
    public void WhatIsWrittenIsRead()
    {
        Check.One(Thorough, Prop.ForAll(AnyFrames(), AnyPieceSize(), (frames, pieceSize) =>
        {
            var items = Item.Decode(Item.Encode(frames), pieceSize);
            return AreSame(items, frames) && items.Index().All(entry => entry.Item.Sequence == (byte)entry.Index);
        }));
    }

    [Test]
    public void TextBetweenFramesIsToldApart()
    {
        Check.One(Thorough, Prop.ForAll(AnyFrames(), AnyText(), AnyPieceSize(), (frames, text, pieceSize) =>
        {
            var noise = Encoding.UTF8.GetBytes(text);
            var stream = new List<byte>(noise);
            var writer = new FrameWriter<ListSink>(new ListSink(stream));
            foreach (var (type, payload) in frames)
            {
                writer.Begin(type, payload.Length);
                writer.Append(payload);
                writer.End();
                stream.AddRange(noise);
            }

            var items = Item.Decode(stream.ToArray(), pieceSize);
            var heard = items.Where(item => item.Kind == DecodedKind.Noise).SelectMany(item => item.Bytes);
            return AreSame(items.Where(item => item.Kind != DecodedKind.Noise), frames)
                && heard.SequenceEqual(Enumerable.Repeat(noise, frames.Length + 1).SelectMany(bytes => bytes));
        }));
    }

    [Test]
    public void RandomBytesBetweenFramesHideNone()
    {
        // Bytes that hold a sync may look like the start of a frame for as long as a frame is; what is behind them must be found all the
        // same.
        Check.One(Thorough, Prop.ForAll(AnyFrames(), AnyBytesRichInSync(), AnyPieceSize(), (frames, noise, pieceSize) =>
            AreSame(Item.Frames([.. noise, .. Item.Encode(frames), .. noise], pieceSize), frames)));
    }

    [Test]
    public void ACorruptedByteCostsItsFrameAndYieldsNoWrongOne()
    {
        var damage = ArbMap.Default.ArbFor<(NonNegativeInt Place, byte Change)>();
        Check.One(Thorough, Prop.ForAll(AnyFrames(), damage, AnyPieceSize(), (frames, damage, pieceSize) =>
        {
            var stream = Item.Encode(frames);
            if (stream.Length == 0)
            {
                return true;
            }

            var place = damage.Place.Get % stream.Length;
            stream[place] ^= damage.Change == 0 ? (byte)1 : damage.Change;

            // Every frame but the one that was hit, each as it was written.
            var end = 0;
            var unharmed = frames.Where(frame =>
            {
                var start = end;
                end += FrameFormat.HeaderSize + frame.Payload.Length + FrameFormat.TrailerSize;
                return place < start || place >= end;
            });
            return AreSame(Item.Frames(stream, pieceSize), unharmed);
        }));
    }

    [Test]
    public void AStreamThatEndsInsideAFrameSaysSo()
    {
        var frame = Item.Encode((FrameType.Failed, "some message"u8.ToArray()));
        for (var length = FrameFormat.HeaderSize; length < frame.Length; length++)
        {
            var items = Item.Decode(frame.AsSpan(0, length), 5);

            Assert.That(items[0].Kind, Is.EqualTo(DecodedKind.Truncated), $"cut to {length} bytes");
            Assert.That(items[0].Type, Is.EqualTo(FrameType.Failed));
            Assert.That(items.Skip(1).Select(item => item.Kind), Is.All.EqualTo(DecodedKind.Noise));
        }
    }

    [Test]
    public void AFrameInsideABrokenFrameIsFound()
    {
        // A panic in the middle of a report: the outer frame stays unfinished, the inner one counts.
        var outer = Item.Encode((FrameType.Output, new byte[200]));
        var inner = Item.Encode((FrameType.Panicked, [0, 0, .. "out of memory"u8]));
        byte[] stream = [.. outer.AsSpan(0, 60), .. inner, .. new byte[400]];

        var items = Item.Decode(stream, 16);

        Assert.That(items[0].Kind, Is.EqualTo(DecodedKind.Broken));
        Assert.That(items.Single(item => item.Kind == DecodedKind.Frame).Type, Is.EqualTo(FrameType.Panicked));
    }

    [Test]
    public void ALengthBeyondTheLargestIsNoFrame()
    {
        var header = new byte[] { FrameFormat.FirstSync, FrameFormat.SecondSync, 5, 0, 0x01, 0x04, 0, 0 };
        var checksum = Crc32.Of(header.AsSpan(2, 4));
        header[6] = (byte)checksum;
        header[7] = (byte)(checksum >> 8);

        var items = Item.Decode(header, 3);

        Assert.That(items.Select(item => item.Kind), Is.All.EqualTo(DecodedKind.Noise));
    }

    [Test]
    public void TheLongestFrameFits()
    {
        var payload = Enumerable.Range(0, FrameFormat.MaximumPayload).Select(value => (byte)value).ToArray();

        var items = Item.Decode(Item.Encode((FrameType.Output, payload), (FrameType.Output, payload)), FrameDecoder.Capacity);

        Assert.That(items, Has.Count.EqualTo(2));
        Assert.That(items[1].Bytes, Is.EqualTo(payload));
    }

    [Test]
    public void FieldsAreReadAsTheyWereAppended()
    {
        Check.One(Thorough, Prop.ForAll<byte, ushort, ulong>((first, second, third) =>
        {
            var writer = new FrameWriter<ListSink>(new ListSink([]));
            writer.Begin(FrameType.Passed, 1 + 2 + 8);
            writer.AppendByte(first);
            writer.AppendUInt16(second);
            writer.AppendUInt64(third);
            writer.End();

            var payload = new PayloadReader(Item.Frames(writer.Sink.Bytes.ToArray()).Single().Bytes);
            var areSame = payload.ReadByte() == first && payload.ReadUInt16() == second && payload.ReadUInt64() == third;
            return areSame && payload.IsValid && payload.IsAtEnd && payload.ReadByte() == 0 && !payload.IsValid;
        }));
    }

    private static Arbitrary<(FrameType Type, byte[] Payload)[]> AnyFrames()
    {
        var payload = ArbMap.Default.GeneratorFor<byte[]>().Select(bytes => bytes[..Math.Min(bytes.Length, FrameFormat.MaximumPayload)]);
        var frame =
            from type in Gen.Elements(Enum.GetValues<FrameType>())
            from bytes in Gen.OneOf(payload, SyncRich(40))
            select (type, bytes);
        return frame.ArrayOf().ToArbitrary();
    }

    private static Arbitrary<string> AnyText() => ArbMap.Default.ArbFor<NonNull<string>>().Generator.Select(text => text.Get).ToArbitrary();

    private static Arbitrary<int> AnyPieceSize() => Gen.Choose(1, FrameDecoder.Capacity).ToArbitrary();

    private static Arbitrary<byte[]> AnyBytesRichInSync() => SyncRich(60).ToArbitrary();

    private static Gen<byte[]> SyncRich(int size) =>
        Gen.Frequency(
            (2, Gen.Constant(FrameFormat.FirstSync)),
            (2, Gen.Constant(FrameFormat.SecondSync)),
            (1, ArbMap.Default.GeneratorFor<byte>())).ArrayOf(size);

    private static bool AreSame(IEnumerable<Item> items, IEnumerable<(FrameType Type, byte[] Payload)> frames)
    {
        var read = items.ToList();
        var written = frames.ToList();
        return read.Count == written.Count
            && read.Zip(written).All(pair =>
                pair.First.Kind == DecodedKind.Frame
                && pair.First.Type == pair.Second.Type
                && pair.First.Bytes.AsSpan().SequenceEqual(pair.Second.Payload));
    }
}
