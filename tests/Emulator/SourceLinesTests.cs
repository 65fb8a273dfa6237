using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;
using Tarn.Tests.Emulator.Runs;

namespace Tarn.Tests.Emulator;

/// <summary>Whoever reads that a kernel died reads where in the sources that was.</summary>
[TestFixture]
public sealed class SourceLinesTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    [TestCase("page", "s_data = *(ulong*)UnmappedAddress;")]
    [TestCase("general-protection", "s_data = *(ulong*)NonCanonicalAddress;")]
    public void TheLineOfAFaultIsFound(string fault, string statement)
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = $"until=idle fault={fault}" });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Failure));

        var places = new SourceLines(Path.ChangeExtension(Images.Reference, ".debug")).Find(machine.Log.Text);

        const string File = "kernel-core/Image/FaultDemonstration.cs";
        Assert.That(places, Does.Contain($"   at Tarn.Image.FaultDemonstration.TryRaise(ReadOnlySpan`1) in {File}:{LineOf(File, statement)}"));
    }

    [Test]
    public void TheLineInAssemblyIsFound()
    {
        using var machine = QemuMachine.Start(new QemuOptions(Images.Reference) { CommandLine = "until=idle fault=invalid-opcode" });
        Assert.That(machine.WaitForExit(Limit), Is.EqualTo(ExitStatus.Failure));

        var places = new SourceLines(Path.ChangeExtension(Images.Reference, ".debug")).Find(machine.Log.Text);

        const string File = "arch-x86_64/Instructions.s";
        Assert.That(places, Does.Contain($"   at tarn_invalid_opcode in {File}:{LineOf(File, "ud2")}"));
    }

    [Test]
    public void AFailedCaseSaysIt()
    {
        using var kernel = KernelUnderTest.Start(new QemuOptions(Images.Misbehaving) { CountsInstructions = true }, TimeLimits.Default);
        Assert.That(kernel.WaitUntilReady(), Is.Null);
        var outcome = kernel.Run(kernel.Cases.Index().Single(entry => entry.Item.Name == "Faults").Index);

        const string File = "tests/Misbehaving/FaultCases.cs";
        Assert.That(
            FailureText.Of(outcome, kernel.Log.Text, Images.Misbehaving),
            Does.Match($@"\n   at 0x[0-9a-f]+ in {File}:{LineOf(File, "*(ulong*)UnmappedAddress")}\n"),
            "(the kernel that misbehaves has no names)");
    }

    [TestCase("")]
    [TestCase("nothing of the kind\n  at once\n  rip 0xffffffff80200000\n")]
    [TestCase("  at 0x5555 Outside.Of(Image)+0x1\n")]
    public void WhatHasNoLineIsLeftOut(string log) =>
        Assert.That(new SourceLines(Path.ChangeExtension(Images.Reference, ".debug")).Find(log), Is.Empty);

    [Test]
    public void WithoutADebugFileNothingIsFound() =>
        Assert.That(new SourceLines("/nowhere/kernel.debug").Find("  at 0xffffffff80203000 A.B()+0x1\n"), Is.Empty);

    private static int LineOf(string file, string statement) =>
        File.ReadLines(Path.Combine(Root, file)).Index().Single(line => line.Item.Contains(statement)).Index + 1;
}
