using System.Linq;
using System.Text;
using NUnit.Framework;
using Tarn.Drivers;

namespace Tarn.Tests.Host.Drivers;

/// <summary>The font's table against the one that .NET has.</summary>
[TestFixture]
public class CodePage437Tests
{
    [OneTimeSetUp]
    public void RegisterCodePages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Test]
    public void EveryPrintableByteIsFoundAgain()
    {
        var encoding = Encoding.GetEncoding(437);
        foreach (var code in Enumerable.Range(0x20, 0xE0).Where(code => code != 0x7F).Select(code => (byte)code))
        {
            var character = encoding.GetString([code])[0];
            Assert.That(CodePage437.FromScalar(character), Is.EqualTo(code), $"U+{(int)character:X4}");
        }
    }

    [TestCase('☺', 0x01)]
    [TestCase('♪', 0x0D)]
    [TestCase('►', 0x10)]
    [TestCase('→', 0x1A)]
    [TestCase('▼', 0x1F)]
    [TestCase('⌂', 0x7F)]
    public void ThePicturesBehindControlCodesAreReachedByTheirCharacters(char character, byte code)
    {
        Assert.That(CodePage437.FromScalar(character), Is.EqualTo(code));
    }

    [Test]
    public void EveryCodeButTwoHasOneCharacter()
    {
        // 0x00 has none; 0xFE has ■ and everything that is missing.
        var codes = Enumerable.Range(0, 0x10000).Select(scalar => CodePage437.FromScalar((uint)scalar)).Where(code => code != 0xFE);

        Assert.That(codes.Order(), Is.EqualTo(Enumerable.Range(1, 255).Where(code => code != 0xFE)));
    }

    [TestCase(0x00u)]
    [TestCase(0x0Au)]
    [TestCase(0x1Fu)]
    [TestCase(0x7Fu)]
    [TestCase(0x85u)]
    [TestCase(0x20ACu)]
    [TestCase(0xFFFDu)]
    [TestCase(0x1F600u)]
    [TestCase(0x10041u)]
    [TestCase(uint.MaxValue)]
    public void WhatHasNoGlyphIsABox(uint scalar) => Assert.That(CodePage437.FromScalar(scalar), Is.EqualTo(0xFE));
}
