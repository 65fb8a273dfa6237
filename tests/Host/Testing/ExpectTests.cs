using System.Text;
using NUnit.Framework;
using Tarn.Testing;

namespace Tarn.Tests.Host.Testing;

/// <summary>The expectations, which report through NUnit here, and their messages.</summary>
public sealed class ExpectTests
{
    [Test]
    public void WhatHoldsIsSilent()
    {
        Expect.True(1 < 2);
        Expect.False(2 < 1);
        Expect.Equal(3, 3);
        Expect.NotEqual(3, 4);
        Expect.Equal("a", "a");
        Expect.Equal<byte>([1, 2], [1, 2]);
        Expect.InRange(5, 5, 5);
        Expect.Null(null);
        Expect.NotNull(this);
        Expect.Same(this, this);
    }

    [Test]
    public void WhatDoesNotHoldSaysExpressionValuesAndPlace()
    {
        var count = 41;
        var name = "tarn\n";
        Span<byte> bytes = [1, 2, 3];
        var span = bytes.ToArray();

        const string place = @" \(tests/Host/Testing/ExpectTests\.cs:\d+\)$";
        Assert.That(MessageOf(() => Expect.Equal(42, count)), Does.Match("^count: expected 42 but was 41" + place));
        Assert.That(MessageOf(() => Expect.Equal("x", name)), Does.StartWith("name: expected \"x\" but was \"tarn\\n\" ("));
        Assert.That(MessageOf(() => Expect.Equal(null, name)), Does.StartWith("name: expected null but was \"tarn\\n\" ("));
        Assert.That(MessageOf(() => Expect.NotEqual(41, count)), Does.StartWith("count: expected anything but 41, was 41 ("));
        Assert.That(MessageOf(() => Expect.True(count > 100, "because")), Does.StartWith("count > 100 is false: because ("));
        Assert.That(MessageOf(() => Expect.False(count < 100)), Does.StartWith("count < 100 is true ("));
        Assert.That(MessageOf(() => Expect.Equal<byte>([1, 9, 3], span)), Does.StartWith("span, element 1: expected 9 but was 2 ("));
        Assert.That(MessageOf(() => Expect.Equal<byte>([1, 2], span)), Does.StartWith("span: expected a length of 2 but was 3 ("));
        Assert.That(MessageOf(() => Expect.InRange(count, -5, 5)), Does.StartWith("count: expected -5 to 5 but was 41 ("));
        Assert.That(MessageOf(() => Expect.Null(name)), Does.StartWith("name is not null ("));
        Assert.That(MessageOf(() => Expect.NotNull((object?)null)), Does.StartWith("(object?)null is null ("));
        Assert.That(MessageOf(() => Expect.Same(this, name)), Does.StartWith("name is another object than the one expected ("));
        Assert.That(MessageOf(() => Expect.Fail("so it is")), Does.StartWith("so it is ("));
    }

    [Test]
    public void ALongMessageIsCutAtACharacter()
    {
        Span<byte> buffer = stackalloc byte[10];
        var message = new MessageBuilder(buffer);
        message.Append("ääääää");

        Assert.That(Encoding.UTF8.GetString(message.Written), Is.EqualTo("äää…"));
    }

    [TestCase("plain")]
    [TestCase("äöü→你好😀")]
    public void TextIsEncodedAsDotNetDoes(string text)
    {
        Span<byte> buffer = stackalloc byte[100];
        var message = new MessageBuilder(buffer);
        message.Append(text);

        Assert.That(message.Written.ToArray(), Is.EqualTo(Encoding.UTF8.GetBytes(text)));
    }

    [TestCase("\uD83D")]
    [TestCase("\uDE00")]
    [TestCase("\uD83Dx\uDE00")]
    [TestCase("\uD83D\uD83D\uDE00")]
    public void AnUnpairedSurrogateIsReplaced(string text) => TextIsEncodedAsDotNetDoes(text);

    [TestCase(0L)]
    [TestCase(-1L)]
    [TestCase(long.MinValue)]
    [TestCase(long.MaxValue)]
    public void NumbersHaveAllTheirDigits(long value)
    {
        Span<byte> buffer = stackalloc byte[32];
        var message = new MessageBuilder(buffer);
        message.AppendNumber(value);

        Assert.That(Encoding.UTF8.GetString(message.Written), Is.EqualTo(value.ToString()));
    }

    private static string MessageOf(Action expectation)
    {
        // NUnit would count the failure even though it is caught; in a context of its own it does not.
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            return Assert.Throws<AssertionException>(expectation)!.Message;
        }
    }
}
