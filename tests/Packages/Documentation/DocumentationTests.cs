using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Packages.Documentation;

/// <summary>The pages about kernels of one's own, followed to the letter.</summary>
[TestFixture]
public sealed partial class DocumentationTests
{
    /// <summary>Any text, in what a page shows of a command's output.</summary>
    private const string Anything = "…";

    /// <summary>The conformance programs with LINQ are in a kernel whose project asks for the library in these words.</summary>
    [Test]
    public void TheTestKernelAsksForLibrariesAsShown()
    {
        var shown = File.ReadLines(Path.Combine(Workplace.Root, "docs", "csharp-libraries.md")).First(line => line.Contains("<TarnFrameworkLibrary ")).Trim();
        var project = File.ReadAllText(Path.Combine(Workplace.Root, "tests", "Kernel", "Tarn.Tests.Kernel.csproj"));
        Assert.That(project, Does.Contain(shown[..shown.LastIndexOf('"')]));
    }

    /// <summary>Files are written as the page shows them, commands are typed, and what they print is what the page shows.</summary>
    [Test]
    public void ThePageAboutPackagesIsTrue()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Workplace.NewFolder("page"), "MyKernel")).FullName;
        var blocks = Blocks("docs/packages.md").ToList();
        Assert.That(blocks, Has.Count.GreaterThanOrEqualTo(9));
        foreach (var (language, place, text) in blocks)
        {
            if (language == "console")
            {
                Type(Path.GetFullPath(Path.Combine(folder, place)), text);
                continue;
            }

            Assert.That(place, Is.Not.Empty, $"no file is named for {text}");
            var file = Path.GetFullPath(Path.Combine(folder, place));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text.Replace("/path/to/tarn/artifacts/packages", Workplace.Packages, StringComparison.Ordinal));
        }

        // The line to boot the image by hand, from the folder that the page is about.
        var command = File.ReadLines(Path.Combine(Workplace.Root, "docs/packages.md")).Single(line => line.StartsWith("    qemu-system-x86_64 ", StringComparison.Ordinal)).Trim();
        var boot = ProcessRunner.Run("bash", ["-c", $"cd '{folder}' && timeout 30 {command} -append until=idle -no-reboot -device isa-debug-exit,iobase=0xf4,iosize=4"]);
        Assert.That(boot.Output, Does.Contain("A linked-list heap"));
    }

    [TestCase("docs/allocators.md")]
    [TestCase("docs/drivers.md")]
    public void WhatAPageShowsIsInTheSources(string page)
    {
        var blocks = Blocks(page).ToList();
        Assert.That(blocks, Has.Count.GreaterThanOrEqualTo(4));
        foreach (var (_, place, text) in blocks)
        {
            Assert.That(File.ReadAllText(Path.Combine(Workplace.Root, place)), Does.Contain(text), page);
        }
    }

    /// <summary>docs/allocators.md says how long the sample is, without comments, blank lines and lone braces.</summary>
    [Test]
    public void TheAllocatorIsAsLongAsThePageSays()
    {
        var lines = File.ReadAllLines(Path.Combine(Workplace.Root, "samples", "own-allocator", "PowerOfTwoAllocator.cs"))
            .Select(line => line.Trim()).Count(line => line.Length != 0 && line is not ("{" or "}") && !line.StartsWith("//", StringComparison.Ordinal));

        Assert.That(lines, Is.LessThanOrEqualTo(60));
        Assert.That(File.ReadAllText(Path.Combine(Workplace.Root, "docs", "allocators.md")), Does.Contain($"in {lines} lines of code"));
    }

    /// <summary>The first line of each project that is made here names the version of these packages.</summary>
    [Test]
    public void EveryProjectNamesThisVersion()
    {
        var projects = new[] { "samples", "templates" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Workplace.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(project => Path.GetFileName(project) != "Tarn.Templates.csproj").ToList();

        Assert.That(projects, Has.Count.EqualTo(5));
        Assert.That(projects.Select(project => File.ReadLines(project).First()), Is.All.EqualTo($"<Project Sdk=\"Tarn.Sdk/{Workplace.Version}\">"));
    }

    /// <summary>Types what stands behind each dollar, and looks for what stands below it.</summary>
    private static void Type(string folder, string session)
    {
        foreach (Match typed in TypedCommand().Matches(session))
        {
            var command = typed.Groups["command"].Value;
            var expected = typed.Groups["output"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var status = 0;
            if (expected is [.. var before, var last] && last.StartsWith("$? ", StringComparison.Ordinal))
            {
                (expected, status) = (before, int.Parse(last["$? ".Length..]));
            }

            Assert.That(command, Does.StartWith("dotnet "));
            var result = Workplace.DotNet(folder, command["dotnet ".Length..].Split(' '));
            var output = result.Output.ReplaceLineEndings("\n");
            Assert.That(result.ExitCode, Is.EqualTo(status), $"{command}\n{output}");
            var position = 0;
            foreach (var line in expected.Where(line => line != Anything))
            {
                var pattern = $"^{string.Join(".*", line.Split(Anything).Select(Regex.Escape))}$";
                var found = Regex.Match(output[position..], pattern, RegexOptions.Multiline);
                Assert.That(found.Success, Is.True, $"'{line}' is not printed by {command}:\n{output}");
                position += found.Index + found.Length;
            }
        }
    }

    private static IEnumerable<(string Language, string Place, string Text)> Blocks(string page) =>
        FencedBlock().Matches(File.ReadAllText(Path.Combine(Workplace.Root, page))).Select(match => (match.Groups["language"].Value, match.Groups["place"].Value, match.Groups["text"].Value));

    [GeneratedRegex(@"^```(?<language>\w+) ?(?<place>\S*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedBlock();

    [GeneratedRegex(@"^\$ (?<command>[^\n]+)\n(?<output>(?:(?!\$ )[^\n]*\n)*)", RegexOptions.Multiline)]
    private static partial Regex TypedCommand();
}
