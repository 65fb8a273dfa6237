using Tarn.Sdk.Tool.Diagnostics;
using Tarn.Sdk.Tool.Elf;
using Tarn.Sdk.Tool.InterruptSafety;
using Tarn.Sdk.Tool.Metadata;
using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Contract.Infrastructure;

/// <summary>An image that the solution builds, and what the check of interrupt handlers says of it.</summary>
internal sealed class CheckedImage : IDisposable
{
    private CheckedImage(string name, string folder)
    {
        ImagePath = Path.Combine(Workplace.Root, "artifacts", "images", name + ".elf");
        var native = Path.Combine(Workplace.Root, "artifacts", "obj", folder, "native");
        ProgramPath = Path.Combine(native, "kernel.ilc.rsp");
        DeclarationsPath = Path.Combine(native, "kernel.handler-declarations");
        var sourcePaths = new SourcePathMap(["/_/tarn/="]);
        File = ElfFile.Read(ImagePath);
        Program = new ManagedProgram(IlcResponseFile.Read(ProgramPath).Assemblies, sourcePaths);
        Check = new HandlerCheck(File, Program, HandlerDeclarations.Parse(System.IO.File.ReadLines(DeclarationsPath)), sourcePaths);
    }

    /// <summary>The image's file.</summary>
    public string ImagePath { get; }

    /// <summary>The compiler's response file, which says what assemblies the image is made of.</summary>
    public string ProgramPath { get; }

    /// <summary>What is declared about its handlers.</summary>
    public string DeclarationsPath { get; }

    /// <summary>The image.</summary>
    public ElfFile File { get; }

    /// <summary>The assemblies that it is made of.</summary>
    public ManagedProgram Program { get; }

    /// <summary>The check, done.</summary>
    public HandlerCheck Check { get; }

    /// <summary>The image of handlers that break their rules, and of some that do not.</summary>
    public static CheckedImage Handlers() => Open("handlers", "Tarn.Tests.Handlers/release");

    /// <summary>The test kernel, which has nearly all of the core library.</summary>
    public static CheckedImage TestKernel() => Open("tests-fixed-size-block", "Tarn.Tests.Kernel/release-fixed-size-block");

    /// <summary>The reference kernel.</summary>
    public static CheckedImage Reference() => Open("tarn-fixed-size-block", "Tarn.Image/release-fixed-size-block");

    public void Dispose() => Program.Dispose();

    private static CheckedImage Open(string name, string folder)
    {
        if (!Workplace.IsRelease)
        {
            Assert.Ignore("Handlers are checked in Release images: Debug code keeps calls that the optimiser removes.");
        }

        return new CheckedImage(name, folder);
    }
}
