using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>What the README and the documentation claim, tried.</summary>
[TestFixture]
public sealed partial class DocumentationTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static IEnumerable<string> Pages =>
        Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").Append(Path.Combine(Root, "README.md")).Select(page => Path.GetRelativePath(Root, page));

    [Test]
    public void TheReadmeShowsWhatTheKernelPrints()
    {
        var shown = Block("README.md", "```\n$ ./build.sh Run --headless --until Idle\n").Split('\n').Select(WithoutAddress).ToList();
        var first = shown.TakeWhile(line => line != "...").ToList();
        var last = shown.SkipWhile(line => line != "...").Skip(1).ToList();

        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = "until=idle" });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success));

        var lines = machine.Log.Text.TrimEnd('\n').Split('\n').Select(WithoutAddress).ToList();
        Assert.That(first, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(last, Has.Count.GreaterThanOrEqualTo(6));
        Assert.That(lines.Take(first.Count), Is.EqualTo(first));
        Assert.That(lines.TakeLast(last.Count), Is.EqualTo(last));

        // Where the heap's blocks lie changes with the code before.
        static string WithoutAddress(string line) => Regex.Replace(line, " at 0x4444[0-9a-f]{8}$", " at 0x4444…");
    }

    /// <summary>The session of docs/monitor.md, typed. Numbers differ; all else is as shown.</summary>
    [Test]
    public void TheMonitorAnswersAsItsPageShows()
    {
        const string Prompt = "> ";
        var shown = Block("docs/monitor.md", "```text\n$ ./build.sh Run --headless\n...\n");
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference));
        var answered = 0;
        foreach (var line in shown.Split('\n').Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            // The prompt before is not to be taken for the next one.
            var isAsked = machine.Log.WaitFor(text => text.Length > answered && text.EndsWith("\n" + Prompt, StringComparison.Ordinal), Limit);
            Assert.That(isAsked, Is.True, () => machine.Log.Tail());
            answered = machine.Log.Text.Length;
            machine.Keyboard.Write(Encoding.UTF8.GetBytes(line[Prompt.Length..] + "\r"));
            machine.Keyboard.Flush();
        }

        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        var text = machine.Log.Text;
        Assert.That(WithoutNumbers(text[text.IndexOf("Type help", StringComparison.Ordinal)..].TrimEnd()), Is.EqualTo(WithoutNumbers(shown)));

        static string WithoutNumbers(string text) => Regex.Replace(text, " *(0x[0-9a-f]+|[0-9]+)", " #");
    }

    [Test]
    public void TheImageBootsByHandAsTheReadmeSays()
    {
        var command = Read("README.md").Split('\n').Single(line => line.StartsWith("    qemu-system-x86_64 ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var process = Start(command[0], command[1..]);
        try
        {
            Assert.That(process.StandardOutput.ReadLine(), Does.StartWith("Tarn"));
        }
        finally
        {
            process.Kill();
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void EveryTargetThatAPageNamesExists(string page)
    {
        var help = Regex.Matches(Run(Path.Combine(Root, "build.sh"), "--help"), @"^  (\w+)", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToHashSet();
        foreach (Match command in TargetName().Matches(Read(page)))
        {
            Assert.That(help, Does.Contain(command.Groups[1].Value), command.Value);
        }
    }

    [TestCaseSource(nameof(Pages))]
    public void EveryFileThatAPageLinksToExists(string page)
    {
        foreach (Match link in LocalLink().Matches(Read(page)))
        {
            var target = Path.Combine(Root, Path.GetDirectoryName(page)!, link.Groups[1].Value);
            Assert.That(File.Exists(target) || Directory.Exists(target), Is.True, link.Value);
        }
    }

    /// <summary>docs/README.md says so.</summary>
    [TestCase("kernel-core")]
    [TestCase("arch-x86_64")]
    [TestCase("mm")]
    [TestCase("drivers")]
    public void EveryPackageHasAReadmeThatBeginsWithItsGuarantees(string folder)
    {
        var projects = Directory.GetFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories);
        Assert.That(projects, Is.Not.Empty);
        foreach (var project in projects)
        {
            var readme = Path.Combine(Path.GetDirectoryName(project)!, "README.md");
            Assert.That(File.Exists(readme), Is.True, readme);
            if (Path.GetFileName(project) != "Tarn.Image.csproj")
            {
                Assert.That(File.ReadAllText(readme), Does.Contain("\n- "), $"{readme} lists no guarantees");
            }
        }
    }

    [Test]
    public void EveryFolderOfTheReadmesTableExists()
    {
        var folders = Regex.Matches(Read("README.md"), @"^\| `([\w-]+)/` \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        Assert.That(folders, Has.Count.GreaterThanOrEqualTo(8));
        Assert.That(folders.Where(folder => !Directory.Exists(Path.Combine(Root, folder))), Is.Empty);
    }

    /// <summary>The session of docs/debugging.md, typed into gdb. What the page shows must be printed, in that order; an ellipsis stands for anything.</summary>
    [Test]
    public void TheDebuggingSessionGoesAsShown()
    {
        var session = new GdbSession(Block("docs/debugging.md", "```gdb-session\n"));
        using var guest = Start(
            "qemu-system-x86_64", "-nodefaults", "-vga", "std", "-no-reboot", "-display", "none", "-kernel", Images.Reference, "-S", "-gdb", "tcp:127.0.0.1:0", "-monitor", "stdio");
        try
        {
            var port = ListeningPort(guest.Id);
            List<string> arguments = ["-q", "-batch", "-ex", "set architecture i386:x86-64", "-ex", $"set substitute-path /_/tarn {Root}", "-ex", $"target remote 127.0.0.1:{port}"];
            foreach (var command in session.Commands)
            {
                arguments.AddRange(["-ex", command]);
            }

            session.AssertIsPrinted(Run("gdb", [.. arguments, Path.ChangeExtension(Images.Reference, ".debug")]));
        }
        finally
        {
            guest.Kill();
        }
    }

    private static string Read(string page) => File.ReadAllText(Path.Combine(Root, page));

    /// <summary>What stands between a line that opens a block and the line that closes it.</summary>
    private static string Block(string page, string opening)
    {
        var text = Read(page);
        var start = text.IndexOf(opening, StringComparison.Ordinal);
        Assert.That(start, Is.GreaterThanOrEqualTo(0), $"{page} has no block that begins with {opening}");
        start += opening.Length;
        return text[start..text.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        Assert.That(process.WaitForExit(Limit), Is.True, $"{program} does not end");
        return output + errors.Result;
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Root,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    /// <summary>The TCP port that a process listens on: QEMU was asked to take any that is free.</summary>
    private static int ListeningPort(int processId)
    {
        for (var deadline = Stopwatch.StartNew(); deadline.Elapsed < Limit; Thread.Sleep(20))
        {
            var sockets = Directory.GetFiles($"/proc/{processId}/fd")
                .Select(file => new FileInfo(file).LinkTarget ?? string.Empty)
                .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
                .Select(target => target["socket:[".Length..^1])
                .ToHashSet();
            foreach (var fields in File.ReadLines("/proc/net/tcp").Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                const string Listening = "0A";
                if (fields[3] == Listening && sockets.Contains(fields[9]))
                {
                    return Convert.ToInt32(fields[1].Split(':')[1], 16);
                }
            }
        }

        throw new TimeoutException("QEMU's gdb stub does not listen.");
    }

    [GeneratedRegex(@"\./build\.sh ([A-Z]\w*)")]
    private static partial Regex TargetName();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex LocalLink();
}
