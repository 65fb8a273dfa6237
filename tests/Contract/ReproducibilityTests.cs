using Tarn.Sdk.Tool.Toolchains;
using Tarn.Tests.Contract.Infrastructure;

namespace Tarn.Tests.Contract;

/// <summary>The same sources give the same bytes, whatever folder they are in: compiled here, and from a copy elsewhere.</summary>
[TestFixture]
public sealed class ReproducibilityTests
{
    // What a clone does not have.
    private static readonly string[] LeftOut = [".git", ".nuke", "artifacts", "bin", "obj"];

    [TestCase("Release", "")]
    [TestCase("Debug", "-debug")]
    public void ImageDoesNotDependOnTheFolder(string configuration, string suffix)
    {
        using var directory = new TemporaryDirectory();
        var copy = directory.File("a folder deeper down/with another name");
        Copy(Workplace.Root, copy);

        Build(Workplace.Root, configuration);
        Build(copy, configuration);

        foreach (var file in new[] { $"tarn-fixed-size-block{suffix}.elf", $"tarn-fixed-size-block{suffix}.map" })
        {
            var here = Path.Combine("artifacts", "images", file);
            Assert.That(
                File.ReadAllBytes(Path.Combine(copy, here)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Workplace.Root, here))),
                $"{file} has other bytes when it is built in another folder.");
        }
    }

    private static void Build(string root, string configuration)
    {
        var project = Path.Combine(root, "kernel-core", "Image", "Tarn.Image.csproj");
        var result = ProcessRunner.Run("dotnet", ["build", project, "--configuration", configuration, "--nologo", "--verbosity", "quiet"]);
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
