using Tarn.Sdk.Tool.Toolchains;

namespace Tarn.Tests.Contract.Tool;

/// <summary>The command line for bflat, which no test of this project runs.</summary>
[TestFixture]
public sealed class BflatArgumentsTests
{
    [Test]
    public void ReleaseImage()
    {
        var request = IlcResponseFile.Parse(
        [
            "/image/Image.dll",
            "-r:/parts/System.Private.CoreLib.dll",
            "-r:/parts/Tarn.Kernel.dll",
            "-o:/image/native/kernel.o",
            "--systemmodule:System.Private.CoreLib",
            "--targetos:linux",
            "--nativelib",
            "-g",
            "-O",
        ]);

        Assert.That(BflatArguments.Create(request, ["/image/Program.cs", "/image/Greeting.cs"]), Is.EqualTo(new[]
        {
            "build",
            "/image/Program.cs",
            "/image/Greeting.cs",
            "-r:/parts/System.Private.CoreLib.dll",
            "-r:/parts/Tarn.Kernel.dll",
            "--stdlib:none",
            "--os:linux",
            "--arch:x64",
            "--target:Shared",
            "--no-reflection",
            "--no-stacktrace-data",
            "--no-globalization",
            "-Ot",
            "-c",
            "-o",
            "/image/native/kernel.o",
        }));
    }

    [Test]
    public void WithoutOptimizerAndDebugInformation()
    {
        var request = IlcResponseFile.Parse(["/image/Image.dll", "-o:/image/kernel.o"]);

        Assert.That(
            BflatArguments.Create(request, ["/image/Program.cs"]),
            Is.SupersetOf(new[] { "-O0", "--no-debug-info" }).And.No.Member("-Ot"));
    }

    [Test]
    public void ResponseFileWithoutOutputIsRefused() =>
        Assert.That(() => IlcResponseFile.Parse(["/image/Image.dll"]), Throws.TypeOf<Sdk.Tool.ToolUsageException>());

    [Test]
    public void CoreLibraryIsSearchedLast()
    {
        var request = IlcResponseFile.Parse(["/Image.dll", "-r:/System.Private.CoreLib.dll", "-r:/Tarn.Kernel.dll", "-o:/kernel.o"]);

        Assert.That(request.Assemblies, Is.EqualTo(new[] { "/Image.dll", "/Tarn.Kernel.dll", "/System.Private.CoreLib.dll" }));
    }
}
