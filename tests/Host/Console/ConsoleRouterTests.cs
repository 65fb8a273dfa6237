using System.Linq;
using System.Text;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>Where console text goes, and what is locked meanwhile.</summary>
[TestFixture]
public class ConsoleRouterTests : ConsoleFixture
{
    [Test]
    public void WithoutSinksTextIsLost()
    {
        ConsoleRouter.Write("lost"u8);

        Assert.That(AddSink().Text, Is.Empty);
    }

    [Test]
    public void EverySinkGetsEverything()
    {
        var sinks = Enumerable.Range(0, ConsoleRouter.MaximumSinks).Select(_ => AddSink()).ToArray();

        ConsoleRouter.Write("one "u8);
        ConsoleRouter.Write("two"u8);

        Assert.That(ConsoleRouter.SinkCount, Is.EqualTo(ConsoleRouter.MaximumSinks));
        Assert.That(sinks.Select(sink => sink.Text), Is.All.EqualTo("one two"));
    }

    [Test]
    public void OneSinkTooManyIsRefused()
    {
        var first = AddSink();
        while (ConsoleRouter.SinkCount < ConsoleRouter.MaximumSinks)
        {
            AddSink();
        }

        Assert.That(() => ConsoleRouter.Add(new CountingSink()), Throws.InvalidOperationException);
        Assert.That(Processor.AreInterruptsMasked, Is.False);
        ConsoleRouter.Write("still"u8);
        Assert.That(first.Text, Is.EqualTo("still"));
    }

    [Test]
    public void NoSinkIsNoSink()
    {
        Assert.That(() => ConsoleRouter.Add(null!), Throws.ArgumentNullException);
        Assert.That(() => ConsoleRouter.Redirect(null!), Throws.ArgumentNullException);
        Assert.That(ConsoleRouter.SinkCount, Is.Zero);
    }

    [Test]
    public void InterruptsAreMaskedDuringAWriteAndOnlyThen()
    {
        var sink = AddSink();

        ConsoleRouter.Write("text"u8);

        Assert.That(sink.WasAlwaysMasked, Is.True);
        Assert.That(Processor.AreInterruptsMasked, Is.False);
    }

    [Test]
    public void MaskedInterruptsStayMasked()
    {
        AddSink();
        using (InterruptLock.Enter())
        {
            ConsoleRouter.Write("text"u8);
            Assert.That(Processor.AreInterruptsMasked, Is.True);
        }

        Assert.That(Processor.AreInterruptsMasked, Is.False);
    }

    [Test]
    public void LongTextIsCutBetweenCharacters([Values("x", "ü", "€", "😀")] string character, [Range(0, 3)] int offset)
    {
        var sink = AddSink();
        var text = new string('.', offset) + string.Concat(Enumerable.Repeat(character, 1000));
        var bytes = Encoding.UTF8.GetBytes(text);

        ConsoleRouter.Write(bytes);

        Assert.That(sink.Text, Is.EqualTo(text));
        Assert.That(sink.Lengths, Is.All.InRange(1, ConsoleRouter.LargestUnit));
        Assert.That(sink.Lengths.SkipLast(1), Is.All.GreaterThan(ConsoleRouter.LargestUnit - 4), "no more units than needed");
        var position = 0;
        foreach (var length in sink.Lengths)
        {
            Assert.That(bytes[position] & 0xC0, Is.Not.EqualTo(0x80), $"the unit at {position} begins with a character");
            position += length;
        }
    }

    [Test]
    public void BytesThatAreNoTextAreCutAnyhow()
    {
        var sink = AddSink();
        var bytes = Enumerable.Repeat((byte)0x80, 1000).ToArray();

        ConsoleRouter.Write(bytes);

        Assert.That(sink.Lengths, Is.EqualTo(new[] { 256, 256, 256, 232 }));
    }

    [Test]
    public void ARedirectionTakesEverything()
    {
        var sink = AddSink();
        var target = new RecordingSink();

        using (ConsoleRouter.Redirect(target))
        {
            ConsoleRouter.Write("captured"u8);
        }

        ConsoleRouter.Write("shown"u8);

        Assert.That(target.Text, Is.EqualTo("captured"));
        Assert.That(target.WasAlwaysMasked, Is.True);
        Assert.That(sink.Text, Is.EqualTo("shown"));
    }

    [Test]
    public void RedirectionsNest()
    {
        var outer = new RecordingSink();
        var inner = new RecordingSink();

        using (ConsoleRouter.Redirect(outer))
        {
            using (ConsoleRouter.Redirect(inner))
            {
                ConsoleRouter.Write("inner"u8);
            }

            ConsoleRouter.Write("outer"u8);
        }

        ConsoleRouter.Write("lost"u8);

        Assert.That(inner.Text, Is.EqualTo("inner"));
        Assert.That(outer.Text, Is.EqualTo("outer"));
    }
}
