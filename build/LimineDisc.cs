using System.Diagnostics;

/// <summary>Makes discs from which a PC boots a kernel with Limine, on a BIOS and on UEFI.</summary>
/// <param name="limine">The boot loader.</param>
internal sealed class LimineDisc(LimineInstallation limine)
{
    private const string Xorriso = "xorriso";

    /// <summary>What the boot loader is told: to boot at once, and to leave screen and serial port alone.</summary>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="resolution">The picture to ask for, such as <c>1024x768x32</c>; null for the boot loader's own choice.</param>
    public static string GetConfiguration(string commandLine, string? resolution = null) => string.Join('\n',
    [
        "timeout: 0",
        "quiet: yes",
        "serial: no",
        string.Empty,
        "/tarn",
        "    protocol: limine",
        "    kernel_path: boot():/boot/kernel.elf",
        $"    kernel_cmdline: {commandLine}",
        .. resolution is null ? Array.Empty<string>() : [$"    resolution: {resolution}"],
        string.Empty,
    ]);

    /// <summary>Makes a disc.</summary>
    /// <param name="kernel">The kernel's ELF file.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="iso">The file to make.</param>
    /// <param name="resolution">The picture to ask for; null for the boot loader's own choice.</param>
    /// <exception cref="InvalidOperationException">A program failed; the message has what it said.</exception>
    public void Make(string kernel, string commandLine, string iso, string? resolution = null)
    {
        var root = Directory.CreateTempSubdirectory("tarn-disc-").FullName;
        try
        {
            var loader = Directory.CreateDirectory(Path.Combine(root, "boot", "limine")).FullName;
            var efi = Directory.CreateDirectory(Path.Combine(root, "EFI", "BOOT")).FullName;
            foreach (var file in LimineInstallation.DiscFiles)
            {
                File.Copy(Path.Combine(limine.Directory, file), Path.Combine(file.EndsWith(".EFI", StringComparison.Ordinal) ? efi : loader, file));
            }

            File.Copy(kernel, Path.Combine(root, "boot", "kernel.elf"));
            File.WriteAllText(Path.Combine(loader, "limine.conf"), GetConfiguration(commandLine, resolution));
            Directory.CreateDirectory(Path.GetDirectoryName(iso)!);
            File.Delete(iso);
            Run(
                Xorriso, "-as", "mkisofs", "-R", "-r", "-J",
                "-b", "boot/limine/limine-bios-cd.bin", "-no-emul-boot", "-boot-load-size", "4", "-boot-info-table",
                "--efi-boot", "boot/limine/limine-uefi-cd.bin", "-efi-boot-part", "--efi-boot-image", "--protective-msdos-label",
                root, "-o", iso);
            Run(limine.Installer, "bios-install", iso);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with status {process.ExitCode}: {output}{errors.Result}".Trim());
        }
    }
}
