using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Monitor;

namespace Tarn.Tests.Host.Monitoring;

/// <summary>Words behind a command's name, and sizes.</summary>
[TestFixture]
public sealed class CommandArgumentsTests
{
    [Test]
    public void WordsAreThoseThatStringsWouldHave() => Prop.ForAll(
        Gen.Elements('a', 'b', 'ß', ' ', ' ').ListOf(20).Select(letters => string.Concat(letters)).ToArbitrary(),
        text =>
        {
            var arguments = new CommandArguments(Encoding.UTF8.GetBytes(text));
            Assert.That(Encoding.UTF8.GetString(arguments.Rest), Is.EqualTo(text.Trim(' ')));
            var words = new List<string>();
            while (arguments.TryTakeWord(out var word))
            {
                words.Add(Encoding.UTF8.GetString(word));
            }

            Assert.That(words, Is.EqualTo(text.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        }).QuickCheckThrowOnFailure();

    [TestCase("0", 0UL)]
    [TestCase("64", 64UL)]
    [TestCase("0x40", 64UL)]
    [TestCase("0xfF", 255UL)]
    [TestCase("4K", 4096UL)]
    [TestCase("0x2m", 2UL << 20)]
    [TestCase("3g", 3UL << 30)]
    [TestCase("18446744073709551615", ulong.MaxValue)]
    [TestCase("0xffffffffffffffff", ulong.MaxValue)]
    public void ASizeIsRead(string text, ulong expected)
    {
        Assert.That(CommandArguments.TryReadSize(Encoding.UTF8.GetBytes(text), out var size), Is.True);
        Assert.That(size, Is.EqualTo(expected));
    }

    [TestCase("")]
    [TestCase("K")]
    [TestCase("0x")]
    [TestCase("-1")]
    [TestCase("1a")]
    [TestCase("0xg")]
    [TestCase("1 2")]
    [TestCase("18446744073709551616")]
    [TestCase("17179869184G")]
    public void WhatIsNoSizeIsNone(string text) => Assert.That(CommandArguments.TryReadSize(Encoding.UTF8.GetBytes(text), out _), Is.False);
}
