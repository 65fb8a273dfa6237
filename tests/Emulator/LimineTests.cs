using NUnit.Framework;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>The kernels booted from a disc by Limine, on a BIOS and on UEFI. Skipped where there is no Limine.</summary>
[TestFixture]
public sealed class LimineTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>What is in the names of cases that need a direct boot.</summary>
    private static readonly string[] OfDirectBoot = ["VgaText", "APageOfOursLeadsToTheScreen", "ADirectBootHasNone"];

    private static IEnumerable<string> Variants => Images.Variants;

    [Test]
    public void TheKernelBootsToTheEnd([Values(MachineBoot.LimineBios, MachineBoot.LimineUefi)] MachineBoot boot, [ValueSource(nameof(Variants))] string variant)
    {
        using var machine = Start(new QemuOptions(Images.ReferenceOf(variant)) { Boot = boot, CommandLine = "until=idle" });

        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        var firmware = boot == MachineBoot.LimineBios ? "BIOS" : "UEFI";
        Assert.That(machine.Log.Text.ReplaceLineEndings("\n"), Does.Match($@"\nBooted by Limine [0-9.]+ on {firmware}, Limine protocol revision [23]\nCommand line: until=idle\n"));
        Assert.That(machine.Log.Text, Does.Not.Contain("not used").And.Not.Contain("put right"));
    }

    [Test]
    public void AFaultIsReported([Values(MachineBoot.LimineBios, MachineBoot.LimineUefi)] MachineBoot boot)
    {
        using var machine = Start(new QemuOptions(Images.Reference) { Boot = boot, CommandLine = "until=idle fault=page" });

        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Failure), () => machine.Log.Tail());
        Assert.That(machine.Log.Text, Does.Contain("PANIC: page fault: read of an address that is not mapped, 0x555500000000"));
    }

    /// <summary>The PS/2 keyboard, as the firmware and the boot loader have left it.</summary>
    [Test]
    public void TheKeyboardWorks([Values(MachineBoot.LimineBios, MachineBoot.LimineUefi)] MachineBoot boot)
    {
        using var machine = Start(new QemuOptions(Images.Input) { Boot = boot, HasControl = true });
        Assert.That(machine.Log.WaitFor(text => text.Contains("ready\n", StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
        foreach (var (key, says) in new[] { ("t", "t"), ("a", "a"), ("r", "r"), ("n", "n"), ("ret", "Enter") })
        {
            machine.Control!.Press(key);
            var expected = $"keyboard: {says}\nkeyboard: {says} released\n";
            Assert.That(machine.Log.WaitFor(text => text.EndsWith(expected, StringComparison.Ordinal), Limit), Is.True, () => machine.Log.Tail());
        }
    }

    /// <summary>Pixels that the console cannot show: it says so in one line, and the serial line goes on.</summary>
    [Test]
    public void AFramebufferOfAnotherDepthIsSaid()
    {
        using var machine = Start(new QemuOptions(Images.Reference) { Boot = MachineBoot.LimineBios, Resolution = "800x600x16", CommandLine = "until=idle" });

        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        Assert.That(machine.Log.Lines, Does.Contain("Framebuffer not used: the framebuffer's pixels are not of 32 bits (800x600, 16 bits)"));
    }

    /// <summary>The cases of the test kernel, as many as know nothing of who boots it. (Those of a machine of their own run on that, and those of the text screen on a direct boot.)</summary>
    [Test]
    public void TheCasesOfTheKernelPass([Values(MachineBoot.LimineBios, MachineBoot.LimineUefi)] MachineBoot boot)
    {
        Discs.Require(boot);
        var variant = Images.Variants[0];
        using var kernel = KernelUnderTest.Start(Images.TestMachine(variant) with { Boot = boot }, TimeLimits.Default with { Silence = Limit });
        Assert.That(kernel.WaitUntilReady(), Is.Null, () => kernel.Log.Tail());
        var failures = new List<string>();
        var count = 0;
        foreach (var item in KernelCatalog.Read(Images.TestAssembly(variant)).Where(item => !item.Isolated && !OfDirectBoot.Any(name => item.Name.Contains(name, StringComparison.Ordinal))))
        {
            var outcome = item.Judge(kernel.Run(item.Index));
            count++;
            if (outcome.Kind is not (OutcomeKind.Passed or OutcomeKind.Skipped))
            {
                failures.Add($"{item.Name}: {outcome.Kind} {outcome.Message}");
                if (!kernel.IsUsable)
                {
                    break;
                }
            }
        }

        TestContext.Out.WriteLine($"{count} cases");
        Assert.That(failures, Is.Empty);
        Assert.That(count, Is.GreaterThan(300));
    }

    private static QemuMachine Start(QemuOptions options)
    {
        Discs.Require(options.Boot);
        return QemuMachine.Start(options);
    }
}
