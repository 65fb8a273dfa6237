using System.Diagnostics;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>docs/tour.md, taken: every stop is come by in the order of the page, and shows what the page shows.</summary>
[TestFixture]
public sealed partial class TourTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static string Page { get; } = File.ReadAllText(Path.Combine(Root, "docs", "tour.md"));

    /// <summary>Every stop but the firmware's says where it is.</summary>
    [Test]
    public void TheStopsAreNumberedAndSayWhere()
    {
        var stops = Stop().Split(Page).Skip(1).Chunk(2).ToList();
        Assert.That(stops, Has.Count.EqualTo(13));
        Assert.That(stops.Select(stop => int.Parse(stop[0])), Is.EqualTo(Enumerable.Range(1, 13)));
        Assert.That(stops.Skip(1).Where(stop => !Place().IsMatch(stop[1])).Select(stop => stop[0]), Is.Empty);
    }

    [Test]
    public void EveryFileAndSymbolIsThere()
    {
        var places = Place().Matches(Page);
        Assert.That(places, Has.Count.GreaterThanOrEqualTo(25));
        foreach (Match place in places)
        {
            var file = Path.Combine(Root, place.Groups["file"].Value);
            Assert.That(File.Exists(file), Is.True, place.Value);
            var text = File.ReadAllText(file);
            foreach (Match symbol in Code().Matches(place.Groups["symbols"].Value))
            {
                Assert.That(symbol.Groups[1].Value.Split('.').Where(name => !Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b")), Is.Empty, place.Value);
            }
        }
    }

    /// <summary>By the command that the page begins with, in one session.</summary>
    [Test]
    public void TheSessionGoesAsShown()
    {
        IgnoreIfDebug();
        Assert.That(Page, Does.Contain("\n    ./build.sh Debug\n"));
        var session = new GdbSession(string.Join('\n', Blocks("gdb-session")));

        // Into one stream, as at a terminal: gdb prints what the machine's monitor answers on the other one.
        using var run = Process.Start(new ProcessStartInfo("bash", ["-c", "exec ./build.sh \"$@\" 2>&1", "bash", "Debug", "--skip", "Image", "--gdb-commands", .. session.Commands, "quit"])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEndAsync();
        if (!run.WaitForExit(Limit))
        {
            run.Kill(entireProcessTree: true);
            Assert.Fail($"The session does not end:\n{output.Result}");
        }

        session.AssertIsPrinted(output.Result);
        Assert.That(run.ExitCode, Is.Zero, output.Result);
    }

    [Test]
    public void TheKernelSaysWhatIsQuoted()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = "until=idle" });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success));
        var log = machine.Log.Text.ReplaceLineEndings("\n");
        var quoted = Blocks("kernel").Skip(1).SelectMany(block => block.Split('\n')).ToList();
        Assert.That(quoted, Has.Count.GreaterThanOrEqualTo(16));
        var position = 0;
        foreach (var line in quoted)
        {
            var found = Regex.Match(log[position..], $"^{string.Join(".*", line.Split('…').Select(Regex.Escape))}$", RegexOptions.Multiline);
            Assert.That(found.Success, Is.True, () => $"not said: {line}\n{log}");
            position += found.Index + found.Length;
        }

        // The protections are quoted where they are switched on, before the kernel can speak.
        Assert.That(log, Does.Contain($"\n{Blocks("kernel").First()}\n"));
    }

    private static void IgnoreIfDebug()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The tour is one of the optimised image.");
        }
    }

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Page, $@"^```{language}\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^## (\d+)\. .*$", RegexOptions.Multiline)]
    private static partial Regex Stop();

    [GeneratedRegex("^- `(?<file>[^`]*/[^`]*)`: (?<symbols>`.*)$", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
