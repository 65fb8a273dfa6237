/// <summary>A Limine boot loader: the files that go on a disc, and the program that makes a BIOS start from it.</summary>
/// <param name="Directory">Where the files are.</param>
/// <param name="Installer">The program, <c>limine</c>.</param>
internal sealed record LimineInstallation(string Directory, string Installer)
{
    /// <summary>The files that go on a disc.</summary>
    public static IReadOnlyList<string> DiscFiles { get; } = ["limine-bios.sys", "limine-bios-cd.bin", "limine-uefi-cd.bin", "BOOTX64.EFI"];

    /// <summary>The sources of the installer: one C file, and what it includes.</summary>
    public static IReadOnlyList<string> InstallerSources { get; } = ["limine.c", "limine-bios-hdd.h"];
}
