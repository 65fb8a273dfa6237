using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.MachineCode;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>Links a little assembly into an image.</summary>
internal static class AssembledImage
{
    /// <summary>Assembles and links.</summary>
    /// <param name="source">GNU assembler, Intel syntax; in <c>.text</c> at first.</param>
    /// <param name="assemblerOptions">Further options of the assembler.</param>
    public static ElfFile Link(string source, params string[] assemblerOptions)
    {
        using var directory = new TemporaryDirectory();
        var sourcePath = directory.File("source.s");
        var objectPath = directory.File("source.o");
        var imagePath = directory.File("image.elf");
        File.WriteAllText(sourcePath, ".intel_syntax noprefix\n.text\n" + source);
        Run("as", ["--64", .. assemblerOptions, "-o", objectPath, sourcePath]);
        Run("ld.lld", ["-static", "-nostdlib", "--entry=0", "-o", imagePath, objectPath]);
        return ElfFile.Read(imagePath);
    }

    /// <summary>The code of a little assembly.</summary>
    public static CodeImage Code(string source) => new(Link(source));

    private static void Run(string program, IEnumerable<string> arguments)
    {
        var result = ProcessRunner.Run(program, arguments);
        Assert.That(result.ExitCode, Is.Zero, result.Output);
    }
}
