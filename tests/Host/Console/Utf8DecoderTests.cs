using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>The decoder against .NET's: the same characters, and the same number of replacements for what is malformed.</summary>
[TestFixture]
public class Utf8DecoderTests
{
    [Test]
    public void EveryCharacterIsDecoded()
    {
        foreach (var scalar in Enumerable.Range(0, 0x110000).Where(Rune.IsValid))
        {
            var bytes = Encoding.UTF8.GetBytes(new Rune(scalar).ToString());
            Assert.That(Decode(bytes), Is.EqualTo(new[] { (uint)scalar }));
        }
    }

    [Test]
    public void EverySequenceOfTwoBytesIsJudgedAsDotNetDoes()
    {
        foreach (var first in Enumerable.Range(0, 256))
        {
            foreach (var second in Enumerable.Range(0, 256))
            {
                AssertSameAsDotNet([(byte)first, (byte)second]);
            }
        }
    }

    [Test]
    public void EverySequenceOfInterestingBytesIsJudgedAsDotNetDoes()
    {
        // The ends of every range in the table of well-formed sequences.
        byte[] interesting = [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
            0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF];
        var bytes = new byte[4];
        foreach (var first in interesting)
        {
            foreach (var second in interesting)
            {
                foreach (var third in interesting)
                {
                    foreach (var fourth in interesting)
                    {
                        (bytes[0], bytes[1], bytes[2], bytes[3]) = (first, second, third, fourth);
                        AssertSameAsDotNet(bytes);
                    }
                }
            }
        }
    }

    [Test]
    public void AnyBytesAreJudgedAsDotNetDoes() => Prop.ForAll<byte[]>(AssertSameAsDotNet).QuickCheckThrowOnFailure();

    [Test]
    public void AnUnfinishedCharacterIsNoneYet()
    {
        Assert.That(Decode([0xF0, 0x9F, 0x98]), Is.Empty);
    }

    private static void AssertSameAsDotNet(byte[] bytes)
    {
        // An 'x' at the end cuts short what is unfinished, which the decoder would otherwise wait for.
        byte[] ended = [.. bytes, (byte)'x'];
        var expected = Encoding.UTF8.GetString(ended).EnumerateRunes().Select(rune => (uint)rune.Value).ToArray();
        if (!Decode(ended).SequenceEqual(expected))
        {
            Assert.Fail($"{Convert.ToHexString(bytes)} is decoded otherwise than .NET does.");
        }
    }

    private static List<uint> Decode(byte[] bytes)
    {
        var decoded = new List<uint>();
        var decoder = default(Utf8Decoder);
        foreach (var value in bytes)
        {
            Utf8Step step;
            do
            {
                step = decoder.Push(value, out var scalar);
                if (step != Utf8Step.Incomplete)
                {
                    decoded.Add(scalar);
                }
            }
            while (step == Utf8Step.CutShort);
        }

        return decoded;
    }
}
