using Tarn.Sdk.Tool.Toolchains;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract;

/// <summary>The same sources give the same bytes, whatever folder they are in: compiled here, and from a copy elsewhere.</summary>
[TestFixture]
public sealed class ReproducibilityTests
{
    // What a clone does not have.
    private static readonly string[] LeftOut = [".git", ".nuke", "artifacts", "bin", "obj"];

    private TemporaryDirectory _directory = null!;
    private string _copy = null!;

    [OneTimeSetUp]
    public void CopySources()
    {
        _directory = new TemporaryDirectory();
        _copy = _directory.File("a folder deeper down/with another name");
        Copy(Workplace.Root, _copy);
    }

    [OneTimeTearDown]
    public void RemoveCopy() => _directory.Dispose();

    [TestCase("Release", "")]
    [TestCase("Debug", "-debug")]
    public void ImageDoesNotDependOnTheFolder(string configuration, string suffix)
    {
        Build(Workplace.Root, configuration);

        // The analyzers take a third of the time and leave no trace in what is compiled.
        Build(_copy, configuration, "-p:RunAnalyzers=false");

        foreach (var file in new[] { $"tarn-fixed-size-block{suffix}.elf", $"tarn-fixed-size-block{suffix}.map" })
        {
            var here = Path.Combine("artifacts", "images", file);
            Assert.That(
                File.ReadAllBytes(Path.Combine(_copy, here)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Workplace.Root, here))),
                $"{file} has other bytes when it is built in another folder.");
        }
    }

    private static void Build(string root, string configuration, params string[] options)
    {
        var project = Path.Combine(root, "kernel-core", "Image", "Tarn.Image.csproj");
        string[] arguments = ["build", project, "--configuration", configuration, "--nologo", "--verbosity", "quiet", .. options];
        var result = ProcessRunner.Run("dotnet", arguments);
        Assert.That(result.ExitCode, Is.Zero, result.Output);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var directory in Directory.EnumerateDirectories(from).Where(directory => !LeftOut.Contains(Path.GetFileName(directory))))
        {
            Copy(directory, Path.Combine(to, Path.GetFileName(directory)));
        }
    }
}
