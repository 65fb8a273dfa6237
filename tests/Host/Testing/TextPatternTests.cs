using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Tarn.Testing;

namespace Tarn.Tests.Host.Testing;

public sealed class TextPatternTests
{
    [TestCase("", "", true)]
    [TestCase("a", "", false)]
    [TestCase("page fault: write", "page fault: *", true)]
    [TestCase("page fault: write", "*write", true)]
    [TestCase("page fault: write", "page * write", true)]
    [TestCase("page fault: write", "page", false)]
    [TestCase("abab", "*ab", true)]
    public void Matches(string text, string pattern, bool expected) =>
        Assert.That(TextPattern.Matches(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(pattern)), Is.EqualTo(expected));

    [Test]
    public void AgreesWithRegularExpressions()
    {
        // Two letters and the star: short enough to meet every way of going back.
        var text = Gen.Elements('a', 'b').ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        var pattern = Gen.Elements('a', 'b', '*').ArrayOf().Select(letters => new string(letters)).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(12), Prop.ForAll(text, pattern, (text, pattern) =>
        {
            var expression = pattern.Replace("*", ".*");
            var textBytes = Encoding.UTF8.GetBytes(text);
            var patternBytes = Encoding.UTF8.GetBytes(pattern);
            return TextPattern.Matches(textBytes, patternBytes) == Regex.IsMatch(text, "^" + expression + "$")
                && TextPattern.IsFoundIn(textBytes, patternBytes) == Regex.IsMatch(text, expression);
        }));
    }
}
