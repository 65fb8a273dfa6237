using System.Diagnostics;
using Tarn.Sdk.Tool.Commands;
using Tarn.Sdk.Tool.Elf;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The table for unwinding that the verb <c>link</c> makes of assembly's directives, and what it refuses.</summary>
[TestFixture]
public sealed class UnwindingTests
{
    private const string Script = """
        SECTIONS
        {
            . = 0xffffffff80000000;
            .text : { *(.text .text.*) }
            .data : { tarn_data_start = .; *(.data .bss) tarn_data_end = .; }
            .tarn_names : { tarn_names_start = .; KEEP(*(.tarn_names)) }
            .tarn_unwind : { KEEP(*(.tarn_unwind)) }
            .eh_frame : { KEEP(*(.eh_frame)) }
        }
        """;

    private const string WithoutFrames = "SECTIONS { /DISCARD/ : { *(.eh_frame) } }";

    private TemporaryDirectory _directory = null!;

    [SetUp]
    public void MakeDirectory() => _directory = new TemporaryDirectory();

    [TearDown]
    public void RemoveDirectory() => _directory.Dispose();

    [Test]
    public void TheImageHasTheTableInPlaceOfWhatItIsMadeOf()
    {
        var (exitCode, output) = Link(".cfi_def_cfa_offset 16\n .cfi_remember_state\n .cfi_restore_state\n .cfi_escape 0x0f, 3, 0x77, 0x28, 0");

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.Contain("2 functions are left in 2 ways"));
        var image = ElfFile.Read(_directory.File("contract.elf"));
        Assert.That(image.Sections.Single(section => section.Name == ".tarn_unwind").Content.Span.StartsWith("TUT1"u8));
        Assert.That(image.Sections.Where(section => section.Name == ".eh_frame").Sum(section => (long)section.Size), Is.Zero);
    }

    [TestCase(".cfi_escape 0x3f", "there is an unknown call frame instruction, 0x3f")]
    [TestCase(".cfi_personality 0x1b, start", ".eh_frame has an unknown augmentation")]
    [TestCase(".cfi_return_column 15", ".eh_frame has an unknown alignment")]
    public void WhatTheKernelCannotReadIsAnError(string directive, string message)
    {
        var (exitCode, output) = Link(directive);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(output, Does.Contain($"tarn: error TARN2006: the table for unwinding was not made: {message}"));
    }

    private (int ExitCode, string Output) Link(string directive)
    {
        File.WriteAllText(_directory.File("contract.s"), $"""
             .global start
            start:
             .cfi_startproc
             nop
             {directive}
             nop
             .cfi_endproc
            other:
             .cfi_startproc
             nop
             .cfi_endproc

            """);
        using (var assembler = Process.Start("as", ["--64", "-o", _directory.File("contract.o"), _directory.File("contract.s")]))
        {
            assembler.WaitForExit();
            Assert.That(assembler.ExitCode, Is.Zero);
        }

        File.WriteAllText(_directory.File("contract.ld"), Script);
        File.WriteAllText(_directory.File("without.ld"), WithoutFrames);
        string[] common = ["-static", "-nostdlib", "--build-id=none", "-e", "start", _directory.File("contract.o")];
        File.WriteAllLines(
            _directory.File("link.rsp"),
            [.. common, "-T", _directory.File("without.ld"), "-T", _directory.File("contract.ld"), "-o", _directory.File("contract.elf")]);
        File.WriteAllLines(_directory.File("frames.rsp"), [.. common, "-T", _directory.File("contract.ld"), "-o", _directory.File("contract.debug")]);
        var output = new StringWriter { NewLine = "\n" };
        var exitCode = LinkCommand.Run(
            [
                "--response", _directory.File("link.rsp"), "--program", _directory.File("link.rsp"), "--image", _directory.File("contract.elf"),
                "--unwinding", _directory.File("unwinding.o"), "--frames-response", _directory.File("frames.rsp"),
                "--frames-image", _directory.File("contract.debug"),
            ],
            output,
            Environment.GetEnvironmentVariable);
        return (exitCode, output.ToString());
    }
}
