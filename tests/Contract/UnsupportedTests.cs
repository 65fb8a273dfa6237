using System.Text.RegularExpressions;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract;

/// <summary>docs/unsupported.md: each row does not compile, and the message is the one that the page promises.</summary>
[TestFixture]
public sealed partial class UnsupportedTests
{
    private static string Page => File.ReadAllText(Path.Combine(Workplace.Root, "docs", "unsupported.md"));

    private static IEnumerable<TestCaseData> Rows() =>
        Row().Matches(Page).Select(row => new TestCaseData(row.Groups["code"].Value, row.Groups["message"].Value)
            .SetArgDisplayNames(row.Groups["what"].Value));

    [TestCaseSource(nameof(Rows))]
    public void DoesNotCompile(string code, string message)
    {
        using var directory = new TemporaryDirectory();
        var source = $$"""
            using System;

            public static class Program
            {
                public static void Use()
                {
                    {{code}}
                }
            }
            """;

        var errors = ContractCompiler.CompileToAssembly(source, "Program.cs", directory.File("contract.dll")).Select(error => error.GetMessage()).ToList();

        Assert.That(errors, Has.Some.Contains(message));
    }

    /// <summary>The harness itself: the same frame around a line that is supported compiles.</summary>
    [Test]
    public void OtherLinesCompile()
    {
        using var directory = new TemporaryDirectory();

        Assert.That(
            ContractCompiler.CompileToAssembly(
                "using System; public static class Program { public static void Use() { _ = Enum.GetValues<DayOfWeek>(); } }",
                "Program.cs",
                directory.File("contract.dll")),
            Is.Empty);
        Assert.That(Rows().Count(), Is.GreaterThan(30));
    }

    [GeneratedRegex(@"^\| (?<what>[^|]+) \| `(?<code>.+)` \| `(?<message>[^|]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
