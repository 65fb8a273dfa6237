using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Tarn.Tests.Packages.Documentation;

/// <summary>docs/csharp.md: the programs that it names are there to be run, and what it says does not compile does not.</summary>
[TestFixture]
public sealed partial class CSharpPageTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Workplace.Root, "docs", "csharp.md"));

    /// <summary>That each program is run, and prints what it prints on .NET, is what the emulator tests are about.</summary>
    [TestCase("The language", 20)]
    [TestCase("The library", 7)]
    public void EveryRowNamesProgramsThatShowIt(string part, int atLeast)
    {
        var programs = Directory.EnumerateFiles(Path.Combine(Workplace.Root, "tests", "Conformance", "Programs"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet();
        var rows = Rows(part);
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(atLeast));
        foreach (var row in rows)
        {
            Assert.That(Code().Matches(row[1]).Select(name => name.Groups[1].Value).ToList(), Is.Not.Empty.And.SubsetOf(programs), row[0]);
        }
    }

    /// <summary>One project with a file for each row: each has the error that the page says, and no other.</summary>
    [Test]
    public void WhatIsNotThereDoesNotCompile()
    {
        var rows = Rows("What is not there").Where(row => row.Length == 3).ToList();
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(8));
        var folder = Workplace.NewFolder("absent");
        File.WriteAllText(
            Path.Combine(folder, "Absent.csproj"),
            $"""
             <Project Sdk="Tarn.Sdk/{Workplace.Version}">
               <PropertyGroup>
                 <TarnAllocator>LinkedList</TarnAllocator>
               </PropertyGroup>
             </Project>
             """);
        foreach (var (number, row) in rows.Index())
        {
            File.WriteAllText(Path.Combine(folder, $"Row{number}.cs"), $"internal static class Row{number} {{ internal static object Value() => {Code().Match(row[1]).Groups[1].Value}; }}\n");
        }

        var result = Workplace.DotNet(folder, "build", "-t:Compile", "--nologo");

        Assert.That(result.ExitCode, Is.Not.Zero);
        foreach (var (number, row) in rows.Index())
        {
            var errors = Regex.Matches(result.Output, $@"Row{number}\.cs\([0-9,]+\): error (CS\d+)").Select(error => error.Groups[1].Value).Distinct();
            Assert.That(errors, Is.EqualTo(new[] { row[2] }), $"{row[0]}\n{result.Output}");
        }
    }

    /// <summary>What happens at run time has a test of its own, which the page names.</summary>
    [Test]
    public void WhatDependsOnTheImageIsTested()
    {
        var rows = Rows("What depends on the image");
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(3));
        foreach (var row in rows)
        {
            var name = Code().Match(row[2]).Groups[1].Value.Split('.');
            var file = Directory.EnumerateFiles(Path.Combine(Workplace.Root, "tests"), name[0] + ".cs", SearchOption.AllDirectories).Single();
            Assert.That(File.ReadAllText(file), Does.Match($@"public (static )?void {name[1]}\("), row[0]);
        }
    }

    /// <summary>The cells of the tables of a part, without their headings.</summary>
    private static List<string[]> Rows(string part)
    {
        var start = Page.IndexOf($"\n## {part}\n", StringComparison.Ordinal);
        Assert.That(start, Is.Positive, part);
        var end = Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return [.. Page[start..(end < 0 ? Page.Length : end)].Split('\n')
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| |", StringComparison.Ordinal))
            .Select(line => line.Trim('|', ' ').Split(" | "))];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
