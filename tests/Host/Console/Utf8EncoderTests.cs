using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>The encoder against .NET's.</summary>
[TestFixture]
public class Utf8EncoderTests
{
    [Test]
    public void EveryCharacterIsEncoded()
    {
        var bytes = new byte[4];
        foreach (var rune in Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(scalar => new Rune(scalar)))
        {
            var text = rune.ToString();
            var written = Utf8Encoder.Encode(text, bytes, out var read);
            if (read != text.Length || !bytes.AsSpan(0, written).SequenceEqual(Encoding.UTF8.GetBytes(text)))
            {
                Assert.Fail($"{rune} is encoded otherwise than .NET does.");
            }
        }
    }

    [Test]
    public void AnyUnitsAreEncodedAsDotNetDoes()
    {
        // Among the units are surrogates without a partner.
        var units = Gen.OneOf(Gen.Choose(0, 0x7F), Gen.Choose(0, 0xFFFF), Gen.Choose(0xD7FE, 0xE001)).Select(unit => (char)unit);
        Prop.ForAll(units.ArrayOf().ToArbitrary(), characters =>
        {
            var bytes = new byte[characters.Length * 3];
            var written = Utf8Encoder.Encode(characters, bytes, out var read);
            return read == characters.Length && bytes.AsSpan(0, written).SequenceEqual(Encoding.UTF8.GetBytes(characters));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void ACharacterThatDoesNotFitIsLeftWhole([Range(0, 11)] int room)
    {
        // One, two, three and four bytes.
        const string text = "aüé€😀";
        var bytes = new byte[room];

        var written = Utf8Encoder.Encode(text, bytes, out var read);

        Assert.That(Encoding.UTF8.GetString(bytes, 0, written), Is.EqualTo(text[..read]));
        Assert.That(Encoding.UTF8.GetByteCount(text[..read]), Is.EqualTo(written));
        Assert.That(room - written, Is.LessThan(4), "room for the next character is not wasted");
    }
}
