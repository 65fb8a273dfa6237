using System.Diagnostics;
using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Documentation;

/// <summary>The commands of docs/limine.md, as a user types them.</summary>
[TestFixture]
public sealed class DiscCommandTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private static string Root => Path.GetFullPath(Path.Combine(Images.Directory, "..", ".."));

    [Test]
    public void IsoMakesADisc()
    {
        Discs.Require(MachineBoot.LimineBios);
        var iso = Path.ChangeExtension(Images.Reference, ".iso");
        File.Delete(iso);

        var (status, output) = Run(Discs.Directory, "Iso");

        Assert.That(status, Is.Zero, output);
        var start = new byte[0x8006];
        using var file = File.OpenRead(iso);
        file.ReadExactly(start);
        Assert.That(start[510..512], Is.EqualTo(new byte[] { 0x55, 0xAA }), "the signature of what a BIOS boots");
        Assert.That(System.Text.Encoding.ASCII.GetString(start, 0x8001, 5), Is.EqualTo("CD001"), "that of a disc's file system");
    }

    [TestCase("LimineBios", "BIOS")]
    [TestCase("LimineUefi", "UEFI")]
    public void RunBootsFromADisc(string boot, string firmware)
    {
        Discs.Require(Enum.Parse<MachineBoot>(boot));

        var (status, output) = Run(Discs.Directory, "Run", "--headless", "--boot", boot, "--until", "Idle");

        Assert.That(status, Is.Zero, output);
        Assert.That(output, Does.Match($@"\nBooted by Limine [0-9.]+ on {firmware}, Limine protocol revision [23]\r?\nCommand line: until=idle"));
    }

    [Test]
    public void AFolderWithoutTheBootLoaderIsNamed()
    {
        var nowhere = Path.Combine(Root, "no-such-folder");

        var (status, output) = Run(nowhere, "Iso");

        Assert.That(status, Is.Not.Zero);
        Assert.That(output, Does.Contain($"{nowhere}: no such folder").And.Contain("--limine").And.Contain("LIMINE_DIR"));
    }

    /// <summary>Without a boot loader there are the pictures of the direct boot.</summary>
    [Test]
    public void ScreenshotSavesWhatIsSeen()
    {
        var folder = Path.Combine(Root, "artifacts", "screenshots");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var (status, output) = Run(Discs.Directory, "Screenshot");

        Assert.That(status, Is.Zero, output);
        List<string> expected = ["direct-panic.png", "direct.png"];
        if (Discs.Directory is not null)
        {
            expected.AddRange(["limine-panic.png", "limine.png"]);
        }

        Assert.That(Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal), Is.EqualTo(expected));
        foreach (var name in expected)
        {
            var (width, height) = SizeOf(Path.Combine(folder, name));
            Assert.That((width, height), Is.EqualTo(name.StartsWith("limine", StringComparison.Ordinal) ? (1280, 800) : (720, 400)), name);
        }

        Assert.That(new FileInfo(Path.Combine(folder, "direct-panic.png")).Length, Is.GreaterThan(5_000), "a screen full of text");
    }

    /// <summary>A PNG begins with a signature of eight bytes and a header that begins with the size.</summary>
    private static (int Width, int Height) SizeOf(string picture)
    {
        var bytes = File.ReadAllBytes(picture);
        Assert.That(bytes[1..4], Is.EqualTo("PNG"u8.ToArray()));
        return (System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)));
    }

    /// <summary>Runs the pipeline with the boot loader in a folder, or wherever it finds one. The image is there already.</summary>
    private static (int Status, string Output) Run(string? limine, string target, params string[] arguments)
    {
        var configuration = Images.AreDebug ? "Debug" : "Release";
        string[] command = [target, "--skip", "Image", "--configuration", configuration, .. arguments];
        var start = new ProcessStartInfo(Path.Combine(Root, "build.sh"), command)
        {
            WorkingDirectory = Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (limine is not null)
        {
            start.Environment["LIMINE_DIR"] = limine;
        }

        using var run = Process.Start(start)!;
        run.StandardInput.Close();
        var errors = run.StandardError.ReadToEndAsync();
        var output = run.StandardOutput.ReadToEnd();
        Assert.That(run.WaitForExit(Limit), Is.True, $"{target} does not end");
        return (run.ExitCode, output + errors.Result);
    }
}
