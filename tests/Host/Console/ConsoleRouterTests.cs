using System.Linq;
using System.Text;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Output;

/// <summary>Where console text goes.</summary>
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

    /// <summary>No handler writes, and sinks are slow.</summary>
    [Test]
    public void InterruptsComeInDuringAWrite()
    {
        var sink = AddSink();
        ConsoleRouter.Write("text"u8);
        Assert.That(sink.WasEverMasked, Is.False);
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
    public void LongTextIsWrittenWhole()
    {
        var sink = AddSink();
        var text = string.Concat(Enumerable.Repeat("😀", 1000));

        ConsoleRouter.Write(Encoding.UTF8.GetBytes(text));

        Assert.That(sink.Text, Is.EqualTo(text));
        Assert.That(sink.Lengths, Is.EqualTo(new[] { 4000 }));
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
