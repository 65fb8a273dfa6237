using System.Globalization;
using System.Text.RegularExpressions;
using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.InterruptSafety;

/// <summary>What docs/interrupt-safety.md and docs/build-errors.md show.</summary>
[TestFixture]
public sealed partial class DocumentationTests
{
    private static readonly string[] BuildCodes = ["TARN1000", "TARN2000", "TARN3000", "TARN4000", "TARN4006", "TARN4010", "TARN4011", "TARN4013"];

    [Test]
    public void TheErrorIsWhatTheBuildSays()
    {
        using var image = CheckedImage.Handlers();
        var error = image.Check.Errors.Single(error => error.Text.Contains(".AllocatingInACallee ", StringComparison.Ordinal));

        Assert.That(Page("interrupt-safety.md"), Does.Contain($"```\n{error}\n```\n"));
    }

    [Test]
    public void TheReportHasTheColumnsAndHandlersOfTheReferenceKernel()
    {
        using var image = CheckedImage.Reference();
        var written = Rows(image.Check.Report.ToMarkdown("image"));
        var shown = Rows(Page("interrupt-safety.md"));

        Assert.That(shown.Select(row => row.Name), Is.EqualTo(written.Select(row => row.Name)));
        foreach (var (first, second) in shown.Zip(written))
        {
            Assert.That(first.Figures, Has.Count.EqualTo(4), first.Name);
            foreach (var (figure, actual) in first.Figures.Zip(second.Figures))
            {
                Assert.That(figure, Is.EqualTo(actual).Within(5).Percent, $"{first.Name}: the page shows what was true long ago");
            }
        }

        Assert.That(Page("interrupt-safety.md"), Does.Contain("| handler | stack of its own, bytes | stack in all | instructions of its own | instructions in all |\n"));
        Assert.That(Page("interrupt-safety.md"), Does.Contain($"({image.Check.Report.StubStackBytes} bytes, 512 of them the SSE state)"));
    }

    [Test]
    public void EveryCodeHasItsSection()
    {
        var codes = typeof(BuildErrorCode).GetFields().Select(field => (string)field.GetRawConstantValue()!).Concat(BuildCodes);
        var sections = Section().Matches(Page("build-errors.md")).Select(match => match.Groups[1].Value);

        Assert.That(sections, Is.EquivalentTo(codes));
    }

    private static List<(string Name, IReadOnlyList<long> Figures)> Rows(string text) =>
    [
        .. Row().Matches(text).Select(match => (
            match.Groups["name"].Value,
            (IReadOnlyList<long>)[.. match.Groups["figure"].Captures.Select(figure => long.Parse(figure.ValueSpan, CultureInfo.InvariantCulture))])),
    ];

    private static string Page(string name) => File.ReadAllText(Path.Combine(Workplace.Root, "docs", name));

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` (\| (?<figure>\d+)( \+ loops)? )+\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^### (TARN\d{4})$", RegexOptions.Multiline)]
    private static partial Regex Section();
}
