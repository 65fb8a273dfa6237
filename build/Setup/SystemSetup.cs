using System.Text.RegularExpressions;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;
using Serilog;

namespace Tarn.Pipeline;

/// <summary>Sees to it that the programs of the system that a build uses are there.</summary>
/// <param name="verifiedFile">The file that remembers executables whose version was looked at, so that later runs start no process.</param>
public sealed partial class SystemSetup(AbsolutePath verifiedFile)
{
    private static readonly AbsolutePath s_aptLists = AbsolutePath.Create(Path.GetFullPath("/var/lib/apt/lists"));

    /// <summary>Installs the missing ones of these tools with apt, where the user is root or may become root without a password.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or too old; the message has the command to type.</exception>
    public void Ensure(IReadOnlyCollection<SystemTool> tools)
    {
        var missing = GetMissing(tools);
        if (missing.Count > 0)
        {
            Log.Information("Missing on this system: {Tools:l}", string.Join(", ", missing.Select(x => x.Description)));
            Install(missing);
            missing = GetMissing(missing);
            if (missing.Count > 0)
            {
                Assert.Fail($"Installed, and still not found: {string.Join(", ", missing.SelectMany(x => x.Executables.Concat(x.Files)))}.");
            }
        }

        foreach (var tool in tools.Where(x => x.LeastMajorVersion > 0))
        {
            CheckVersion(tool, FindOnPath(tool.Executables[0])!);
        }
    }

    /// <summary>
    /// The major version in what an executable says of itself, such as 7 in "QEMU emulator version 7.2.4"; null if there is none.
    /// </summary>
    public static int? GetMajorVersion(string text) =>
        VersionPattern.Match(text) is { Success: true } match ? int.Parse(match.Groups[1].Value) : null;

    [GeneratedRegex(@"\bversion (\d+)\.\d+")]
    private static partial Regex VersionPattern { get; }

    private static List<SystemTool> GetMissing(IEnumerable<SystemTool> tools) =>
        [.. tools.Where(tool => tool.Executables.Any(x => FindOnPath(x) is null) || (tool.Files.Count > 0 && !tool.Files.Any(File.Exists)))];

    private static string? FindOnPath(string executable)
    {
        var name = OperatingSystem.IsWindows() ? $"{executable}.exe" : executable;
        return (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(x => Path.Combine(x, name))
            .FirstOrDefault(File.Exists);
    }

    private static void Install(List<SystemTool> missing)
    {
        var isRoot = Environment.IsPrivilegedProcess;
        var manager = PackageManager.Find(x => FindOnPath(x) is not null)
            ?? throw new InvalidOperationException(
                $"Install {string.Join(" and ", missing.Select(x => x.Description))}, put it on PATH, and try again.");
        if (manager != PackageManager.Apt || !(isRoot || CanBecomeRoot()))
        {
            Assert.Fail($"Packages are missing that cannot be installed without asking. Type: {manager.GetCommand(missing, isRoot)}");
        }

        if (s_aptLists.GlobFiles("*_Packages*").Count == 0)
        {
            TryApt("update");
        }

        // The window of QEMU is a package that its own only recommends, and a machine without a display has no use for it.
        var hasDisplay = EnvironmentInfo.HasVariable("DISPLAY", allowEmpty: false)
            || EnvironmentInfo.HasVariable("WAYLAND_DISPLAY", allowEmpty: false);
        var install = $"install --yes {(hasDisplay ? string.Empty : "--no-install-recommends ")}{manager.GetPackages(missing)}";

        // Lists that are too old name packages that are gone: then one more attempt with new ones.
        if (!TryApt(install) && !(TryApt("update") && TryApt(install)))
        {
            Assert.Fail($"Packages could not be installed; the log above says why. The command was: {manager.GetCommand(missing, isRoot)}");
        }
    }

    private static bool CanBecomeRoot()
    {
        if (FindOnPath("sudo") is not { } sudo)
        {
            return false;
        }

        using var process = ProcessTasks.StartProcess(sudo, "-n true", logOutput: false, logInvocation: false);
        process.AssertWaitForExit();
        return process.ExitCode == 0;
    }

    private static bool TryApt(string arguments)
    {
        // sudo passes no variables on, so that env sets the one that keeps packages from asking.
        var command = $"env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 {arguments}";
        var executable = "sudo";
        if (Environment.IsPrivilegedProcess)
        {
            (executable, command) = ("env", command["env ".Length..]);
        }
        else
        {
            command = $"-n {command}";
        }

        using var process = ProcessTasks.StartProcess(FindOnPath(executable)!, command, logger: (_, line) => Log.Debug("{Line:l}", line));
        process.AssertWaitForExit();
        return process.ExitCode == 0;
    }

    private void CheckVersion(SystemTool tool, string path)
    {
        var file = new FileInfo(path);
        var fingerprint = $"{path} {file.Length} {file.LastWriteTimeUtc.Ticks} {tool.LeastMajorVersion}";
        var verified = verifiedFile.FileExists() ? verifiedFile.ReadAllLines() : [];
        if (verified.Contains(fingerprint))
        {
            return;
        }

        using var process = ProcessTasks.StartProcess(path, "--version", logOutput: false, logInvocation: false);
        process.AssertZeroExitCode();
        var version = GetMajorVersion(process.Output.StdToText());
        Assert.True(
            version >= tool.LeastMajorVersion,
            $"{path} is of version {version?.ToString() ?? "unknown"}, and {tool.Description} is needed.");
        verifiedFile.WriteAllLines(verified.Where(x => !x.StartsWith($"{path} ", StringComparison.Ordinal)).Append(fingerprint).ToArray());
    }
}
