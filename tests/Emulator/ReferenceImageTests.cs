using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Tarn.Pipeline;
using Tarn.Sdk.Tool.Elf;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>The reference kernel as a user meets it: what it prints, on which machines it boots, and what its file is like.</summary>
[TestFixture]
public sealed partial class ReferenceImageTests
{
    private const int PageSize = 4096;
    private const int StrippedSizeBound = 269_800;
    private const int UnwindingTablesPercentage = 6;
    private const int GreetingAttempts = 30;

    private static readonly string[] Machines =
    [
        "machine=pc", "machine=q35", "cpu=qemu64", "cpu=Nehalem", "cpu=max", "processors=1", "processors=4", "vga=none",
        "machine=q35 cpu=max processors=4 memory=4G vga=none",
    ];

    private static readonly TimeSpan BootLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan GreetingBound = StartTime.Target;

    private static IReadOnlyList<string> Variants => Images.Variants;

    [Test]
    public void TheFirstLinesSayWhatBootedWhere([ValueSource(nameof(Variants))] string variant)
    {
        var lines = Boot(NewMachine(variant));

        Assert.That(lines[0], Does.StartWith("Tarn").And.EndsWith($"(x86_64, {Images.AllocatorOf(variant)} heap)"));
        Assert.That(lines[1], Does.StartWith("Booted by"));
        Assert.That(lines, Does.Contain("Command line: until=idle"));
        Assert.That(IndexOf(lines, "Memory map:"), Is.GreaterThan(1));
        Assert.That(IndexOf(lines, "Usable memory:"), Is.GreaterThan(IndexOf(lines, "Memory map:") + 1));
    }

    /// <summary>Of the allocators that a heap can be composed with, the image has the one that was chosen.</summary>
    [Test]
    public void OnlyTheChosenAllocatorIsInTheImage([ValueSource(nameof(Variants))] string variant)
    {
        var allocator = Images.AllocatorOf(variant).Replace("-", string.Empty, StringComparison.Ordinal);
        var packages = new ElfImage(Images.ReferenceOf(variant)).SymbolNames
            .SelectMany(name => AllocatorPackage().Matches(name))
            .Select(match => match.Groups[1].Value.ToLowerInvariant())
            .Distinct();

        Assert.That(packages, Is.EqualTo(new[] { allocator }));
    }

    [Test]
    public void TheUsableTotalIsThatOfTheMachine([Values("24M", "128M", "4G")] string memory, [ValueSource(nameof(Variants))] string variant)
    {
        var lines = Boot(NewMachine(variant) with { Memory = memory });
        var usable = lines.Select(line => UsableLine().Match(line)).Single(match => match.Success).Groups[1].Value;

        // Firmware, the kernel and the legacy hole take their part, which does not grow with the machine.
        var total = long.Parse(memory[..^1], CultureInfo.InvariantCulture) * (memory.EndsWith('G') ? 1024 * 1024 : 1024);
        Assert.That(long.Parse(usable, CultureInfo.InvariantCulture), Is.InRange(total - 4096, total));
    }

    [Test]
    public void BootsOn([ValueSource(nameof(Machines))] string machine, [ValueSource(nameof(Variants))] string variant) =>
        Assert.That(Boot(NewMachine(variant).With(machine))[0], Does.StartWith("Tarn"));

    [Test]
    public void WithoutASerialPortItRunsOn()
    {
        using var machine = QemuMachine.Start(NewMachine() with { HasConsolePort = false });

        Assert.That(machine.WaitForExit(BootLimit), Is.EqualTo(ExitStatus.Success));
        Assert.That(machine.Log.Text, Is.Empty);
    }

    [Test]
    public void WithoutAGraphicsCardItSaysSo() => Assert.That(Boot(NewMachine() with { Vga = "none" }), Has.Some.Contains("VGA"));

    [TestCase("machine=pc,pic=off")]
    [TestCase("machine=q35,pic=off")]
    public void WithoutInterruptControllersItSaysSo(string machine) =>
        Assert.That(Boot(NewMachine().With(machine)), Has.Some.StartsWith("No device interrupts: no controller"));

    [TestCase("machine=pc,pit=off")]
    [TestCase("machine=q35,pit=off")]
    public void WithoutATimerItSaysSo(string machine) =>
        Assert.That(Boot(NewMachine().With(machine)), Has.Some.StartsWith("Timer not used: no timer answers"));

    [Test]
    public void WithoutAReasonToLeaveItStays()
    {
        using var machine = QemuMachine.Start(NewMachine() with { CommandLine = string.Empty });

        Assert.That(machine.Log.WaitFor(text => text.Contains("Usable memory:"), BootLimit), Is.True, () => machine.Log.Tail());
        Assert.That(machine.WaitForExit(TimeSpan.FromSeconds(1)), Is.Null);
    }

    [Test]
    public void TheGreetingComesWithinATenthOfASecond()
    {
        // Other processes can only make it later: the best of several is the kernel's own. Where they leave no processor free for a tenth
        // of a second, the time that QEMU had one decides; it lacks only waiting, and until the greeting there is nothing to wait for.
        var best = TimeSpan.MaxValue;
        var bestOnProcessor = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < GreetingAttempts && best > GreetingBound; attempt++)
        {
            using var machine = QemuMachine.Start(NewMachine() with { CommandLine = string.Empty });
            Assert.That(machine.Log.WaitFor(text => text.Contains('\n'), BootLimit), Is.True);
            bestOnProcessor = Shorter(bestOnProcessor, machine.ProcessorTime);
            best = Shorter(best, machine.Log.FirstLineAfter!.Value);
        }

        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"greeting after {best.TotalMilliseconds:F1} ms, {bestOnProcessor.TotalMilliseconds:F1} ms of them on a processor"));
        Assert.That(Shorter(best, bestOnProcessor), Is.LessThanOrEqualTo(GreetingBound));
    }

    [Test]
    public void NoSegmentIsWritableAndExecutable([ValueSource(nameof(Variants))] string variant)
    {
        var segments = new ElfImage(Images.ReferenceOf(variant)).Segments.ToList();

        Assert.That(segments, Has.Count.GreaterThanOrEqualTo(3));
        Assert.That(segments, Has.Some.Matches<ElfSegment>(segment => segment!.IsExecutable));
        Assert.That(segments, Has.None.Matches<ElfSegment>(segment => segment!.IsWritable && segment.IsExecutable));
        Assert.That(segments.Select(segment => segment.Address % PageSize), Is.All.Zero);
        Assert.That(segments.Select(segment => segment.Address >> 63), Is.All.EqualTo(1), "all of the kernel lies in the higher half");
    }

    [Test]
    public void TheImageIsSmall([ValueSource(nameof(Variants))] string variant)
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The bound is for the optimised image.");
        }

        var size = new ElfImage(Images.ReferenceOf(variant)).StrippedSize;

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} bytes stripped"));
        Assert.That(size, Is.LessThan(StrippedSizeBound));
    }

    /// <summary>What the core library and .NET's own libraries have for programs, and a kernel does not use, is in no image that does not. (With it the reference kernel grew by 0.04 %; how large it is in all,
    /// the bound above and the committed figures hold.)</summary>
    [Test]
    public void WhatIsNotUsedIsNotInIt(
        [Values(
            "System_DateTime__", "System_DateOnly__", "System_TimeOnly__", "System_DateTimeOffset__", "System_Version__", "System_Diagnostics_Stopwatch__", "System_Random__", "System_Half__",
            "System_Decimal__", "System_Int128__", "System_Guid__", "System_Convert__", "System_BitConverter__", "System_Text_UTF8Encoding", "System_Lazy_1", "System_Linq_",
            "Generic_PriorityQueue_2<", "Generic_HashSet_1<", "Generic_SortedDictionary_2<", "Generic_LinkedList_1<", "Generic_Queue_1<", "Generic_Stack_1<")] string type)
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("Names are those of optimised images.");
        }

        // The test kernel runs every program: there it is.
        Assert.That(new ElfImage(Path.ChangeExtension(Images.TestKernel(Images.Variants[0]), ".debug")).SymbolNames, Has.Some.Contains(type));
        Assert.That(new ElfImage(Path.ChangeExtension(Images.Reference, ".debug")).SymbolNames, Has.None.Contains(type));
    }

    [Test]
    public void TheStrippedSizeIsThatOfStrip([ValueSource(nameof(Variants))] string variant)
    {
        var image = Images.ReferenceOf(variant);
        var stripped = Path.GetTempFileName();
        try
        {
            using var strip = Process.Start("strip", ["-s", "-o", stripped, image]);
            strip.WaitForExit();
            Assert.That(strip.ExitCode, Is.Zero);
            Assert.That(new ElfImage(image).StrippedSize, Is.EqualTo(new FileInfo(stripped).Length));
        }
        finally
        {
            File.Delete(stripped);
        }
    }

    /// <summary>docs/exceptions.md says so.</summary>
    [Test]
    public void TheUnwindersTablesAreAsLargeAsDocumented()
    {
        if (Images.AreDebug)
        {
            Assert.Ignore("The sizes are those of the optimised image.");
        }

        var image = new ElfImage(Images.ReferenceOf(Images.Variants[0]));
        var size = image.SizeOf(".tarn_unwind");

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} bytes of tables for {image.SizeOf(".text")} bytes of code"));
        Assert.That(size, Is.InRange(1, image.SizeOf(".text") * UnwindingTablesPercentage / 100));
    }

    private static QemuOptions NewMachine() => NewMachine(Images.Variants[0]);

    private static QemuOptions NewMachine(string variant) => new(Images.ReferenceOf(variant)) { CommandLine = "until=idle" };

    private static IReadOnlyList<string> Boot(QemuOptions options)
    {
        using var machine = QemuMachine.Start(options);
        Assert.That(machine.WaitForExit(BootLimit), Is.EqualTo(ExitStatus.Success), () => machine.Log.Tail());
        return machine.Log.Lines;
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static int IndexOf(IReadOnlyList<string> lines, string start) =>
        lines.Index().First(entry => entry.Item.StartsWith(start, StringComparison.Ordinal)).Index;

    [GeneratedRegex("^Usable memory: ([0-9]+) KiB$")]
    private static partial Regex UsableLine();

    [GeneratedRegex("Tarn_Allocators_(\\w+?)_Tarn_Allocators_")]
    private static partial Regex AllocatorPackage();
}
