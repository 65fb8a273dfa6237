using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Conformance;

namespace Tarn.Tests.Emulator;

/// <summary>What the conformance programs are about: that none of what C# programs are made of has lost its last one.</summary>
[TestFixture]
public sealed class ConformanceCoverageTests
{
    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
        [.. Directory.EnumerateFiles(Path.Combine(Images.Directory, "..", "..", "tests", "Conformance", "Programs"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)]);

    [Test]
    public void ThereAreMany() => Assert.That(ConformanceProgram.All.Count(), Is.GreaterThanOrEqualTo(250));

    [TestCase("a generic virtual method", @"\b(virtual|abstract|override) \S+ \w+<\w")]
    [TestCase("a variant interface or delegate", @"\b(interface|delegate)\b[^\n]*<(in|out) ")]
    [TestCase("a default interface member", @"interface \w+[^{;]*\{[^}]*\) =>")]
    [TestCase("a static abstract interface member", "static abstract ")]
    [TestCase("a covariant return", @"class \w+ : \w+[^}]*public override \w+ (Clone|Make|Create|Get|Self|Copy|Parent|Mate|Value)\w*\b")]
    [TestCase("a record that is copied with a change", @"\bwith\s*\{")]
    [TestCase("a pattern of a list", @"\bis \[|\[_, |, \.\.[,\]]")]
    [TestCase("a pattern of properties", @"\bis \{ ?\w+:|\{ \w+: ")]
    [TestCase("a relational pattern", @"\bis [<>]=?|[<>]=? ?\d+ =>")]
    [TestCase("a ref struct", @"\bref struct ")]
    [TestCase("a ref field", @"\bref (readonly )?\w+(<\w+>)? _?\w+;")]
    [TestCase("a ref return", @"\bref (readonly )?\w+ \w+\(")]
    [TestCase("an inline array", @"\[InlineArray\(")]
    [TestCase("a collection expression", @"= \[.+\];")]
    [TestCase("an index from the end", @"\[\^\d")]
    [TestCase("a range", @"\[\d?\.\.\^?\d?\]")]
    [TestCase("lock", @"\block \(")]
    [TestCase("checked arithmetic", @"\bchecked\b")]
    [TestCase("floating point at its edges", @"(double|float)\.NaN")]
    [TestCase("floating point that is read again", @"double\.Parse")]
    [TestCase("integers, formatted", @":X\d?\}|:N0|:D\d")]
    [TestCase("integers, parsed", @"int\.(Try)?Parse\(")]
    [TestCase("interpolation with alignment", @"\{[^{}""]+,-?\d+(:\w+)?\}")]
    [TestCase("string.Split", @"\.Split\(")]
    [TestCase("string.Join", @"string\.Join\(")]
    [TestCase("string.Replace", @"\.Replace\(")]
    [TestCase("string.IndexOf", @"\.IndexOf\(")]
    [TestCase("string.Substring", @"\.Substring\(")]
    [TestCase("string.Trim", @"\.Trim(Start|End)?\(")]
    [TestCase("ordinal comparison", @"StringComparison\.Ordinal|CompareOrdinal")]
    [TestCase("StringBuilder", @"\bStringBuilder\b")]
    [TestCase("Array.Sort", @"Array\.Sort\(")]
    [TestCase("Array.BinarySearch", @"Array\.BinarySearch\(")]
    [TestCase("List", @"\bnew List<")]
    [TestCase("Dictionary", @"\bnew Dictionary<")]
    [TestCase("HashSet", @"\bnew HashSet<")]
    [TestCase("Queue", @"\bnew Queue<")]
    [TestCase("Stack", @"\bnew Stack<")]
    [TestCase("PriorityQueue", @"\bnew PriorityQueue<")]
    [TestCase("Comparer", @"\bComparer<\w+>\.")]
    [TestCase("EqualityComparer", @"\bEqualityComparer<\w+>\.")]
    [TestCase("Enum.Parse", @"Enum\.(Try)?Parse")]
    [TestCase("TimeSpan", @"\bTimeSpan\.From")]
    [TestCase("Random with a seed", @"new Random\(\d+\)")]
    [TestCase("BitConverter", @"\bBitConverter\.")]
    [TestCase("BinaryPrimitives", @"\bBinaryPrimitives\.")]
    [TestCase("UTF-8", @"Encoding\.UTF8")]
    [TestCase("LINQ", @"using System\.Linq")]
    [TestCase("async streams", @"\bawait foreach\b")]
    [TestCase("cancellation", @"\bnew CancellationTokenSource\b")]
    public void AProgramHas(string what, string pattern) =>
        Assert.That(Sources.Value.Any(source => Regex.IsMatch(source, pattern)), Is.True, $"no program has {what}");
}
