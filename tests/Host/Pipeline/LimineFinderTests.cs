using System.Net;
using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Where the pipeline looks for Limine, and what it says where there is none. Nothing here needs a network.</summary>
[TestFixture]
public sealed class LimineFinderTests
{
    private static readonly string[] Everything = [.. LimineInstallation.DiscFiles, "limine"];

    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("tarn-limine-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void TheChosenFolderComesFirst()
    {
        var chosen = Fill("chosen", Everything);
        var system = Fill("system", Everything);

        Assert.That(Find(chosen, system), Is.EqualTo(new LimineInstallation(chosen, Path.Combine(chosen, "limine"))));
    }

    [Test]
    public void AChosenFolderWithoutItIsAnErrorThoughTheSystemHasOne()
    {
        var chosen = Fill("chosen", "limine-bios.sys");
        var system = Fill("system", Everything);

        var error = Assert.Throws<InvalidOperationException>(() => Find(chosen, system))!;
        Assert.That(error.Message, Does.Contain($"{chosen}: limine-bios-cd.bin, limine-uefi-cd.bin, BOOTX64.EFI missing"));
        Assert.That(error.Message, Does.Not.Contain(system));
    }

    [Test]
    public void TheSystemComesNext()
    {
        var system = Fill("system", Everything);

        Assert.That(Find(null, system).Directory, Is.EqualTo(system));
    }

    [Test]
    public void WithoutANetworkTheErrorSaysWhatWasTriedAndSoon()
    {
        var system = Path.Combine(_folder, "system");
        var start = DateTime.UtcNow;

        var error = Assert.Throws<InvalidOperationException>(() => Find(null, system))!;

        Assert.That(error.Message, Does.Contain($"{system}: no such folder").And.Contain("http://127.0.0.1:1/BOOTX64.EFI: "));
        Assert.That(error.Message, Does.Contain("--limine").And.Contain("LIMINE_DIR"));
        Assert.That(DateTime.UtcNow - start, Is.LessThan(TimeSpan.FromSeconds(30)));
    }

    [Test]
    public void AServerThatDoesNotAnswerIsGivenUp()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        var error = Assert.Throws<InvalidOperationException>(() => Find(null, Path.Combine(_folder, "system"), listener, TimeSpan.FromMilliseconds(200)))!;

        Assert.That(error.Message, Does.Contain("/BOOTX64.EFI: "));
    }

    [Test]
    public void WhatIsDownloadedIsChecked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, 1, "not the boot loader");

        var error = Assert.Throws<InvalidOperationException>(() => Find(null, Path.Combine(_folder, "system"), listener, TimeSpan.FromSeconds(20)))!;

        Assert.That(serving.Wait(TimeSpan.FromSeconds(20)), Is.True);
        Assert.That(error.Message, Does.Match("BOOTX64.EFI: its SHA-256 is [0-9a-f]{64}, and not 7bf99f9ffdbce1443bd7f148f01bee47d4a587f58fb170e42dab29790e6d831a"));
        Assert.That(File.Exists(Path.Combine(_folder, "cache", "BOOTX64.EFI")), Is.False);
    }

    [Test]
    public void WhatIsDownloadedIsKept()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        const string content = "int main(void) { return 0; }";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(content)));
        var files = LimineInstallation.DiscFiles.Append("limine").ToDictionary(file => file, _ => hash);
        var serving = ServeAsync(listener, files.Count, content);
        var finder = Finder(null, Path.Combine(_folder, "system"), listener, TimeSpan.FromSeconds(20), files);

        var found = finder.Find();
        Assert.That(serving.Wait(TimeSpan.FromSeconds(20)), Is.True);
        listener.Stop();

        Assert.That(found.Directory, Is.EqualTo(Path.Combine(_folder, "cache")));
        Assert.That(finder.Find(), Is.EqualTo(found), "the second time without a server");
    }

    [Test]
    public void TheCommandLineIsInTheConfiguration()
    {
        var configuration = LimineDisc.GetConfiguration("until=idle fault=page", "1024x768x32");

        Assert.That(configuration, Does.Contain("\n    kernel_cmdline: until=idle fault=page\n    resolution: 1024x768x32\n"));
    }

    private string Fill(string name, params string[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(folder, file), file);
        }

        return folder;
    }

    private LimineInstallation Find(string? chosen, string system, TcpListener? server = null, TimeSpan? limit = null) =>
        Finder(chosen, system, server, limit ?? TimeSpan.FromSeconds(20), LimineFinder.ReleaseFiles).Find();

    // Nobody listens on port 1.
    private LimineFinder Finder(string? chosen, string system, TcpListener? server, TimeSpan limit, IReadOnlyDictionary<string, string> files) => new()
    {
        Chosen = chosen,
        SystemDirectories = [system],
        CacheDirectory = Path.Combine(_folder, "cache"),
        Source = new Uri($"http://127.0.0.1:{(server?.LocalEndpoint as IPEndPoint)?.Port ?? 1}/"),
        DownloadLimit = limit,
        Files = files,
    };

    private static async Task ServeAsync(TcpListener listener, int count, string content)
    {
        for (var index = 0; index < count; index++)
        {
            using var client = await listener.AcceptTcpClientAsync();
            using var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n{content}"));
        }
    }
}
