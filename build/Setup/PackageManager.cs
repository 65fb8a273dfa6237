namespace Tarn.Pipeline;

/// <summary>A package manager, and how it is told to install.</summary>
/// <param name="Executable">Its name on PATH.</param>
/// <param name="InstallArguments">What stands before the names of packages.</param>
/// <param name="NeedsRoot">Whether an ordinary user has to go through sudo.</param>
public sealed record PackageManager(string Executable, string InstallArguments, bool NeedsRoot)
{
    /// <summary>The one of Debian and Ubuntu, which the pipeline uses by itself.</summary>
    public static PackageManager Apt { get; } = new("apt-get", "install", NeedsRoot: true);

    /// <summary>All that are known, in the order they are looked for.</summary>
    public static IReadOnlyList<PackageManager> All { get; } =
    [
        Apt,
        new("dnf", "install", NeedsRoot: true),
        new("pacman", "-S", NeedsRoot: true),
        new("zypper", "install", NeedsRoot: true),
        new("brew", "install", NeedsRoot: false),
    ];

    /// <summary>The first of those known that is on PATH, or null.</summary>
    public static PackageManager? Find(Func<string, bool> isOnPath) => All.FirstOrDefault(x => isOnPath(x.Executable));

    /// <summary>The command that a user types to install the packages of these tools.</summary>
    public string GetCommand(IEnumerable<SystemTool> tools, bool isRoot) =>
        $"{(NeedsRoot && !isRoot ? "sudo " : string.Empty)}{Executable} {InstallArguments} {GetPackages(tools)}";

    /// <summary>The packages of these tools, with spaces between.</summary>
    public string GetPackages(IEnumerable<SystemTool> tools) => string.Join(' ', tools.Select(x => x.Packages[Executable]).Distinct());
}
