using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>Commands that pages give and that nothing else runs, as the pages have them.</summary>
[TestFixture]
public sealed class CommandTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    [Test]
    public void DebugTakesCommandsForGdb()
    {
        IgnoreIfDebug();
        var (status, output) = Shell(Line("docs/debugging.md", "./build.sh Debug --gdb-commands ") + " --skip Image");

        Assert.That(status, Is.Zero, output);
        Assert.That(output, Does.Match(@"Breakpoint 1, tarn_entry \(\)").And.Match(@"\nrip +0xffffffff80[0-9a-f]+ +0xffffffff80[0-9a-f]+ <tarn_entry>"));
    }

    /// <summary>Both lines, but for the port: gdb's usual one may be somebody else's.</summary>
    [Test]
    public void GdbAttachesByHand()
    {
        IgnoreIfDebug();
        var port = FreePort();
        var machine = Line("docs/debugging.md", "qemu-system-x86_64 ");
        Assert.That(machine, Does.EndWith(" -S -s"));
        machine = machine[..^"-s".Length] + $"-gdb tcp:127.0.0.1:{port}";
        var debugger = Line("docs/debugging.md", "gdb -ex ").Replace(":1234", $"127.0.0.1:{port}");
        var (status, output) = Shell($"{machine} </dev/null >/dev/null & guest=$!; sleep 1; {debugger} -batch -ex 'hbreak tarn_main' -ex continue; result=$?; kill $guest; exit $result");

        Assert.That(status, Is.Zero, output);
        Assert.That(output, Does.Contain("Breakpoint 1, Tarn_Image_Tarn_Image_Program__Main"));
    }

    [Test]
    public void TheTestKernelRunsByHand()
    {
        IgnoreIfDebug();
        var page = File.ReadAllLines(Path.Combine(Root, "tests", "Testing", "README.md"));
        var first = Array.FindIndex(page, line => line.StartsWith("    qemu-system-x86_64 ", StringComparison.Ordinal));
        var (status, output) = Shell($"{page[first]}\n{page[first + 1]} -display none");

        Assert.That(status, Is.EqualTo(33), output);
        Assert.That(output, Does.Contain("Vga"));
    }

    [Test]
    public void TheHelpListsWhatTheReadmesCommandsTake()
    {
        var (status, help) = Shell("./build.sh --help");
        Assert.That(status, Is.Zero);
        var options = Regex.Matches(File.ReadAllText(Path.Combine(Root, "README.md")), "--[a-z][a-z-]+").Select(option => option.Value)
            .Concat(Directory.GetFiles(Path.Combine(Root, "docs"), "*.md").SelectMany(File.ReadLines).Where(line => line.Contains("./build.sh ")).SelectMany(
                line => Regex.Matches(line[line.IndexOf("./build.sh ", StringComparison.Ordinal)..], "(?<= )--[a-z][a-z-]+").Select(option => option.Value)))
            .Distinct().ToList();

        Assert.That(options, Has.Count.GreaterThanOrEqualTo(8));
        Assert.That(options.Where(option => !help.Contains($"  {option} ")), Is.Empty);
    }

    private static void IgnoreIfDebug()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The commands name the optimised image.");
        }
    }

    /// <summary>The indented line of a page that begins so.</summary>
    private static string Line(string page, string start) =>
        File.ReadLines(Path.Combine(Root, page)).Single(line => line.StartsWith("    " + start, StringComparison.Ordinal)).Trim();

    private static (int Status, string Output) Shell(string command)
    {
        using var run = Process.Start(new ProcessStartInfo("bash", ["-c", $"{{ {command}\n}} 2>&1"])
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
            Assert.Fail($"{command} does not end:\n{output.Result}");
        }

        return (run.ExitCode, output.Result);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
