using System.Diagnostics;
using System.Security.Cryptography;

/// <summary>Finds a Limine boot loader: where the user says it is, in the system, or on the network.</summary>
internal sealed class LimineFinder
{
    /// <summary>The release that is downloaded.</summary>
    public const string Release = "v8.2.0-binary";

    /// <summary>The files of that release that are used, with the SHA-256 of each.</summary>
    public static IReadOnlyDictionary<string, string> ReleaseFiles { get; } = new Dictionary<string, string>
    {
        ["BOOTX64.EFI"] = "7bf99f9ffdbce1443bd7f148f01bee47d4a587f58fb170e42dab29790e6d831a",
        ["limine-bios.sys"] = "8382e36ff9d51e52e9160842f834a346028edf9e0319b1c728d290e3044a44a7",
        ["limine-bios-cd.bin"] = "3b889bf946b1f248c93efa90fd1718aad79f867e8184f9167a0b9875a0c41191",
        ["limine-uefi-cd.bin"] = "1801a9034420fb1b17bdcdedee11f29c946169abac103b161e7bfd01d98caf29",
        ["limine.c"] = "201ac3e7f47b34305f2208066ebb204118a7debf90d6fd7d28f4799905ca7f70",
        ["limine-bios-hdd.h"] = "95929ac04f603483f72781508f35f07854e1933188bc7558d89c0e7710c5749b",
    };

    /// <summary>The folder that the user names; null if none.</summary>
    public string? Chosen { get; init; }

    /// <summary>Folders in which systems have it.</summary>
    public IReadOnlyList<string> SystemDirectories { get; init; } = ["/usr/share/limine", "/usr/local/share/limine", "/opt/homebrew/share/limine"];

    /// <summary>Where the download goes, and the installer that is compiled.</summary>
    public required string CacheDirectory { get; init; }

    /// <summary>Where the release's files are.</summary>
    public Uri Source { get; init; } = new($"https://raw.githubusercontent.com/limine-bootloader/limine/{Release}/");

    /// <summary>The files to download, with the SHA-256 of each.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = ReleaseFiles;

    /// <summary>How long the whole download may take: who has no network should learn that soon.</summary>
    public TimeSpan DownloadLimit { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Finds it.</summary>
    /// <exception cref="InvalidOperationException">It is nowhere; the message says where it was looked for, and what was wrong there.</exception>
    public LimineInstallation Find()
    {
        var tried = new List<string>();
        if (Chosen is not null)
        {
            // Who names a folder means that one: another instead would be a surprise.
            return TryUse(Chosen, tried) ?? throw NotFound(tried);
        }

        foreach (var directory in SystemDirectories)
        {
            if (TryUse(directory, tried) is { } installed)
            {
                return installed;
            }
        }

        return TryDownload(tried) && TryUse(CacheDirectory, tried) is { } downloaded ? downloaded : throw NotFound(tried);
    }

    private static InvalidOperationException NotFound(IEnumerable<string> tried) => new(
        "There is no Limine boot loader here. Tried:\n" + string.Concat(tried.Select(line => $"  {line}\n"))
        + $"Name the folder of its binary release ({Release}) with --limine or the variable LIMINE_DIR.");

    private LimineInstallation? TryUse(string directory, List<string> tried)
    {
        if (!Directory.Exists(directory))
        {
            tried.Add($"{directory}: no such folder");
            return null;
        }

        var missing = LimineInstallation.DiscFiles.Where(file => !File.Exists(Path.Combine(directory, file))).ToList();
        if (missing.Count > 0)
        {
            tried.Add($"{directory}: {string.Join(", ", missing)} missing");
            return null;
        }

        if (FindInstaller(directory, out var reason) is { } installer)
        {
            return new LimineInstallation(directory, installer);
        }

        tried.Add($"{directory}: {reason}");
        return null;
    }

    private string? FindInstaller(string directory, out string reason)
    {
        reason = string.Empty;
        var beside = Path.Combine(directory, "limine");
        if (File.Exists(beside))
        {
            return beside;
        }

        if (LimineInstallation.InstallerSources.All(file => File.Exists(Path.Combine(directory, file))))
        {
            return Compile(Path.Combine(directory, LimineInstallation.InstallerSources[0]), out reason);
        }

        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "limine")).FirstOrDefault(File.Exists);
        reason = onPath is null ? "neither the program limine, nor its source limine.c" : string.Empty;
        return onPath;
    }

    /// <summary>Compiles the installer, once for each version of its source.</summary>
    private string? Compile(string source, out string reason)
    {
        var version = GetSha256(File.ReadAllBytes(source))[..16];
        var program = Path.Combine(CacheDirectory, $"limine-{version}");
        reason = string.Empty;
        if (File.Exists(program))
        {
            return program;
        }

        Directory.CreateDirectory(CacheDirectory);
        try
        {
            var start = new ProcessStartInfo("cc", ["-O2", "-std=c99", "-o", program, source]) { RedirectStandardError = true };
            using var process = Process.Start(start)!;
            reason = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? program : null;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            reason = $"limine.c cannot be compiled: {exception.Message}";
            return null;
        }
    }

    private bool TryDownload(List<string> tried)
    {
        Directory.CreateDirectory(CacheDirectory);
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5) });
        using var limit = new CancellationTokenSource(DownloadLimit);
        foreach (var (name, hash) in Files)
        {
            var file = Path.Combine(CacheDirectory, name);
            if (File.Exists(file) && GetSha256(File.ReadAllBytes(file)) == hash)
            {
                continue;
            }

            var address = new Uri(Source, name);
            try
            {
                var content = client.GetByteArrayAsync(address, limit.Token).GetAwaiter().GetResult();
                var received = GetSha256(content);
                if (received != hash)
                {
                    tried.Add($"{address}: its SHA-256 is {received}, and not {hash}");
                    return false;
                }

                File.WriteAllBytes(file, content);
            }
            catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
            {
                tried.Add($"{address}: {exception.Message}");
                return false;
            }
        }

        return true;
    }

    private static string GetSha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
