using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Drivers;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Drivers;

/// <summary>Scan codes: complete tables of both sets, random sequences, and sequences of which a part is missing.</summary>
[TestFixture]
public class ScanCodeDecoderTests
{
    [Test]
    public void TheTableHasEveryKeyOnce()
    {
        var keys = ScanCodes.All.Select(entry => entry.Key).ToArray();
        Assert.That(keys, Is.EquivalentTo(Enum.GetValues<Key>().Where(key => key != Key.None)));
        Assert.That(keys, Has.Length.EqualTo(104 + 1));
    }

    [Test]
    public void EveryKeyIsPressedAndReleased([Values] ScanCodeSet set, [Values] bool isWithModifiers)
    {
        var decoder = new ScanCodeDecoder(set);
        foreach (var (key, codes) in isWithModifiers ? ScanCodes.Others : ScanCodes.All)
        {
            var pressed = Decode(decoder, codes[ScanCodes.IndexOf(set, isReleased: false)]);
            var released = Decode(decoder, codes[ScanCodes.IndexOf(set, isReleased: true)]);
            Assert.That(pressed, Is.EqualTo(new[] { (ScanCodeMeaning.Pressed, key) }), $"{key}");
            Assert.That(released, Is.EqualTo(new[] { (ScanCodeMeaning.Released, key) }), $"{key}");
        }
    }

    /// <summary>Every single byte and every byte behind 0xE0 means what the table says, and nothing else is a key.</summary>
    [Test]
    public void WhatIsInNoTableIsUnknown([Values] ScanCodeSet set, [Values] bool isExtended)
    {
        byte[] special = [0x00, 0xAA, 0xE0, 0xE1, 0xF0, 0xFA, 0xFE, 0xFF];
        byte[] shifts = set == ScanCodeSet.Set1 ? [0x2A, 0x36, 0xAA, 0xB6] : [0x12, 0x59];
        var codes = ScanCodes.All.Concat(ScanCodes.Others)
            .SelectMany(entry => new[] { entry.Codes[ScanCodes.IndexOf(set, false)], entry.Codes[ScanCodes.IndexOf(set, true)] })
            .ToArray();
        for (var value = 0; value < 256; value++)
        {
            var isSpecial = special.Contains((byte)value) && !(set == ScanCodeSet.Set1 && value is 0xAA or 0xF0);
            if (isSpecial || (isExtended && shifts.Contains((byte)value)))
            {
                continue;
            }

            byte[] sequence = isExtended ? [0xE0, (byte)value] : [(byte)value];
            var isKnown = codes.Any(code => code.SequenceEqual(sequence))
                || (isExtended && codes.Any(code => code.Length == 4 && code.Chunk(2).Any(half => half.SequenceEqual(sequence))));
            var meaning = Decode(new ScanCodeDecoder(set), sequence).Single();
            Assert.That(meaning.Meaning == ScanCodeMeaning.Unknown, Is.EqualTo(!isKnown), $"{value:X2}: {meaning}");
        }
    }

    [TestCase(0xFA, ScanCodeMeaning.Acknowledged)]
    [TestCase(0xFE, ScanCodeMeaning.Refused)]
    public void AnAnswerBetweenTwoBytesDoesNoHarm(byte answer, ScanCodeMeaning meaning)
    {
        foreach (var set in Enum.GetValues<ScanCodeSet>())
        {
            var codes = ScanCodes.Of(Key.Delete, set, isReleased: true);
            for (var index = 0; index <= codes.Length; index++)
            {
                var decoded = Decode(new ScanCodeDecoder(set), [.. codes[..index], answer, .. codes[index..]]);
                Assert.That(decoded, Is.EquivalentTo(new[] { (meaning, Key.None), (ScanCodeMeaning.Released, Key.Delete) }));
            }
        }
    }

    [Test]
    public void WhatTheKeyboardSaysOfItself()
    {
        Assert.That(Decode(new ScanCodeDecoder(ScanCodeSet.Set1), [0xFF]), Is.EqualTo(new[] { (ScanCodeMeaning.Overrun, Key.None) }));
        Assert.That(Decode(new ScanCodeDecoder(ScanCodeSet.Set2), [0x00]), Is.EqualTo(new[] { (ScanCodeMeaning.Overrun, Key.None) }));
        Assert.That(Decode(new ScanCodeDecoder(ScanCodeSet.Set2), [0xAA]), Is.EqualTo(new[] { (ScanCodeMeaning.Started, Key.None) }));
        Assert.That(() => new ScanCodeDecoder((ScanCodeSet)3), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    /// <summary>Random keys, pressed and released in any order: what is encoded comes out again.</summary>
    [Test]
    public void RandomKeysComeOutAgain([Values] ScanCodeSet set)
    {
        Prop.ForAll(Strokes(), strokes =>
        {
            var bytes = strokes.SelectMany(stroke => ScanCodes.Of(stroke.Key, set, stroke.IsReleased)).ToArray();
            var decoded = Decode(new ScanCodeDecoder(set), bytes);
            return decoded.SequenceEqual(
                strokes.Select(stroke => (stroke.IsReleased ? ScanCodeMeaning.Released : ScanCodeMeaning.Pressed, stroke.Key)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    /// <summary>Wherever bytes are lost, one more key may be lost or wrong, and then all is well again.</summary>
    [Test]
    public void LostBytesCostNoKeyThatComesLater([Values] ScanCodeSet set)
    {
        foreach (var (key, codes) in ScanCodes.All.Concat(ScanCodes.Others))
        {
            foreach (var isReleased in new[] { false, true })
            {
                var sequence = codes[ScanCodes.IndexOf(set, isReleased)];
                for (var length = 0; length < sequence.Length; length++)
                {
                    var decoder = new ScanCodeDecoder(set);
                    Decode(decoder, sequence[..length]);
                    Decode(decoder, ScanCodes.Of(Key.Q, set, isReleased: false));
                    Decode(decoder, ScanCodes.Of(Key.Q, set, isReleased: true));
                    var later = Decode(decoder, ScanCodes.Of(Key.W, set, isReleased: false));
                    Assert.That(later, Is.EqualTo(new[] { (ScanCodeMeaning.Pressed, Key.W) }), $"{key}");
                }
            }
        }
    }

    /// <summary>No sequence of bytes whatever upsets the decoder.</summary>
    [Test]
    public void AnyBytesAreTaken([Values] ScanCodeSet set)
    {
        Prop.ForAll<byte[]>(bytes =>
        {
            var decoder = new ScanCodeDecoder(set);
            foreach (var value in bytes)
            {
                var meaning = decoder.Push(value, out var key);
                Assert.That(key != Key.None, Is.EqualTo(meaning is ScanCodeMeaning.Pressed or ScanCodeMeaning.Released));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    internal static Arbitrary<(Key Key, bool IsReleased)[]> Strokes() =>
        Gen.ArrayOf(
            Gen.Elements(ScanCodes.All.Select(entry => entry.Key))
                .SelectMany(key => Gen.Elements(false, true).Select(isReleased => (key, isReleased))))
            .ToArbitrary();

    private static (ScanCodeMeaning Meaning, Key Key)[] Decode(ScanCodeDecoder decoder, byte[] bytes)
    {
        var decoded = new List<(ScanCodeMeaning, Key)>();
        foreach (var value in bytes)
        {
            var meaning = decoder.Push(value, out var key);
            if (meaning != ScanCodeMeaning.Nothing)
            {
                decoded.Add((meaning, key));
            }
        }

        return [.. decoded];
    }
}
