using System.Diagnostics;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>The command that the README names first, as a user types it.</summary>
[TestFixture]
public sealed class RunCommandTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static string Root => Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    private static string Configuration => Images.Reference.EndsWith("-debug.elf", StringComparison.Ordinal) ? "Debug" : "Release";

    [Test]
    public void RunUntilIdleGreetsAndSucceeds()
    {
        using var run = Start("--until", "Idle");
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEnd();

        Assert.That(run.WaitForExit(Limit), Is.True);
        Assert.That(run.ExitCode, Is.Zero, output);
        Assert.That(output.ReplaceLineEndings("\n"), Does.Contain("\nTarn ").And.Contain("\nBooted by ").And.Contain("\nMemory map:\n").And.Contain("\nUsable memory: ")
            .And.Contain("\nheap value at 0x").And.Contain("\nasync number: 42\n"));
    }

    [TestCase("LinkedList", "linked-list")]
    [TestCase("Bump", "bump")]
    public void RunTakesAnAllocator(string allocator, string name)
    {
        using var run = Start("--until", "Idle", "--allocator", allocator);
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEnd();

        Assert.That(run.WaitForExit(Limit), Is.True);
        Assert.That(run.ExitCode, Is.Zero, output);
        Assert.That(output, Does.Contain($"(x86_64, {name} heap)"));
    }

    [Test]
    public void RunSaysWhereInTheSourcesAFaultStruck()
    {
        using var run = Start("--until", "Idle", "--fault", "page");
        run.StandardInput.Close();
        var output = run.StandardOutput.ReadToEnd();

        Assert.That(run.WaitForExit(Limit), Is.True);
        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(output.ReplaceLineEndings("\n"), Does.Match(
            @"\n   at Tarn\.Image\.FaultDemonstration\.TryRaise\(ReadOnlySpan`1\) in kernel-core/Image/FaultDemonstration\.cs:[0-9]+\n"));
    }

    [Test]
    public void RunStaysUntilControlAX()
    {
        using var run = Start();
        for (var line = run.StandardOutput.ReadLine(); line?.StartsWith("Usable memory:", StringComparison.Ordinal) != true; line = run.StandardOutput.ReadLine())
        {
            Assert.That(line, Is.Not.Null, "the run ended before the kernel had greeted");
        }

        Assert.That(run.WaitForExit(TimeSpan.FromSeconds(1)), Is.False, "the kernel left without being asked to");

        const string ControlA = "\u0001";
        run.StandardInput.Write(ControlA + "x");
        run.StandardInput.Flush();
        Assert.That(run.WaitForExit(Limit), Is.True);
        Assert.That(run.ExitCode, Is.Zero);
    }

    /// <summary>As a user does it: at a terminal, where Enter is a carriage return and nothing is printed but what the kernel prints.</summary>
    [Test]
    public void TheMonitorAnswersAtATerminal()
    {
        var command = $"./build.sh Run --headless --configuration {Configuration} --skip Image";
        using var run = Process.Start(new ProcessStartInfo("script", ["-q", "-e", "-c", command, "/dev/null"])
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var log = new SerialLog();
        var copying = Task.Run(() =>
        {
            var buffer = new byte[4096];
            int count;
            while ((count = run.StandardOutput.BaseStream.Read(buffer)) > 0)
            {
                log.Append(buffer.AsSpan(0, count));
            }
        });

        TypeAndExpect(string.Empty, "\nType help for the commands of the monitor.\n> ");
        TypeAndExpect("echo hellp\x7Fo\r", "\nhello\n> ");
        TypeAndExpect("\e[A\r", "\n> echo hello\nhello\n> ");
        TypeAndExpect("uptime\r", " ms\n> ");

        const string ControlA = "\u0001";
        run.StandardInput.Write(ControlA + "x");
        run.StandardInput.Flush();
        Assert.That(run.WaitForExit(Limit), Is.True);
        Assert.That(run.ExitCode, Is.Zero, log.Text);
        copying.Wait();

        void TypeAndExpect(string text, string expected)
        {
            run.StandardInput.Write(text);
            run.StandardInput.Flush();
            Assert.That(log.WaitFor(all => all.EndsWith(expected, StringComparison.Ordinal), Limit), Is.True, () => log.Tail());
        }
    }

    private static Process Start(params string[] arguments)
    {
        // The image is there already: the tests are of what boots it.
        string[] command = ["Run", "--headless", "--configuration", Configuration, "--skip", "Image", .. arguments];
        var run = Process.Start(new ProcessStartInfo(Path.Combine(Root, "build.sh"), command)
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return run;
    }
}
