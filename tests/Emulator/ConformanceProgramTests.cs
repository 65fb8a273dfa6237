using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Conformance;

namespace Tarn.Tests.Emulator;

/// <summary>The conformance programs by themselves, on .NET: what they print is what kernels are measured by.</summary>
[TestFixture]
public sealed class ConformanceProgramTests
{
    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
    [
        .. Directory.GetFiles(
            Path.Combine(Images.Directory, "..", "..", "tests", "Conformance", "Programs"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText),
    ]);

    /// <summary>A program that prints nothing would agree with any kernel.</summary>
    [TestCaseSource(nameof(Programs))]
    public void PrintsOnDotNet(string type) => Assert.That(ConformanceProgram.OutputOf(type), Is.Not.Empty);

    [Test]
    public void ThereAreMany() => Assert.That(ConformanceProgram.All.Count(), Is.GreaterThanOrEqualTo(150));

    /// <summary>A feature without a program would be supported by word alone.</summary>
    [TestCaseSource(nameof(Features))]
    public void SomeProgramUses(string use) =>
        Assert.That(Sources.Value.Where(source => Regex.IsMatch(source, use, RegexOptions.Multiline)), Is.Not.Empty);

    /// <summary>The kernel knows no other culture: what .NET compares, searches and sorts by one must be by the invariant one here as well.</summary>
    [Test]
    public void DotNetHasNoCultures() =>
        Assert.That(AppContext.TryGetSwitch("System.Globalization.Invariant", out var invariant) && invariant, Is.True);

    private static IEnumerable<TestCaseData> Features() =>
        from feature in LanguageFeatures.All select new TestCaseData(feature.Use).SetName($"SomeProgramUses {feature.Name}");

    private static IEnumerable<TestCaseData> Programs() =>
        from type in ConformanceProgram.All select new TestCaseData(type).SetName($"PrintsOnDotNet {type["Tarn.".Length..]}");
}
