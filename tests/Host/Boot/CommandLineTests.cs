using System.Text;
using NUnit.Framework;
using Tarn.Kernel;

namespace Tarn.Tests.Host.Boot;

public sealed class CommandLineTests
{
    [TestCase("until=idle", "until", "idle")]
    [TestCase("  until=idle  ", "until", "idle")]
    [TestCase("a=1\tuntil=idle\r\nb=2", "until", "idle")]
    [TestCase("until=idle until=never", "until", "never", Description = "the last one holds")]
    [TestCase("until", "until", "")]
    [TestCase("until=", "until", "")]
    [TestCase("until=a=b", "until", "a=b")]
    [TestCase("untilled=1", "until", null)]
    [TestCase("quiet", "until", null)]
    [TestCase("", "until", null)]
    [TestCase("x=until=idle", "until", null)]
    public void TryGetValueFinds(string line, string name, string? expected)
    {
        var found = new CommandLine(Encoding.UTF8.GetBytes(line)).TryGetValue(Encoding.UTF8.GetBytes(name), out var value);
        Assert.That(found ? Encoding.UTF8.GetString(value) : null, Is.EqualTo(expected));
    }

    [TestCase("until=idle", true)]
    [TestCase("until=idler", false)]
    [TestCase("until=idle until=x", false)]
    [TestCase("", false)]
    public void HasComparesTheWholeValue(string line, bool expected) =>
        Assert.That(new CommandLine(Encoding.UTF8.GetBytes(line)).Has("until"u8, "idle"u8), Is.EqualTo(expected));
}
