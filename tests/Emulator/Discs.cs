using NUnit.Framework;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator;

/// <summary>Discs with the Limine boot loader, for tests that boot from one. Where there is no such boot loader, those tests are skipped, and say why.</summary>
/// <remarks>
/// The pipeline looks for it, and says in <c>TARN_LIMINE</c> and <c>TARN_LIMINE_INSTALLER</c> what it has found, or in <c>TARN_LIMINE_ABSENT</c> why
/// nothing. Run without the pipeline, the tests look at <c>LIMINE_DIR</c>.
/// </remarks>
internal static class Discs
{
    private static readonly Lazy<(LimineInstallation? Limine, string Reason)> Found = new(Find);

    /// <summary>The boot loader's folder; null where there is none.</summary>
    public static string? Directory => Found.Value.Limine?.Directory;

    /// <summary>Skips the running test where a disc cannot be booted that way.</summary>
    public static void Require(MachineBoot boot)
    {
        if (boot != MachineBoot.Direct && Found.Value.Limine is null)
        {
            Assert.Ignore(Found.Value.Reason);
        }

        if (boot == MachineBoot.LimineUefi && Firmware.Find() is null)
        {
            Assert.Ignore("There is no UEFI firmware (OVMF) here.");
        }
    }

    /// <summary>Makes the disc of a machine, and returns QEMU's arguments for booting from it.</summary>
    public static IReadOnlyList<string> GetArguments(QemuOptions options)
    {
        Require(options.Boot);
        var name = $"{Path.GetFileNameWithoutExtension(options.Image)}-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.iso";
        var iso = Path.Combine(Images.Directory, "..", "discs", name);
        new LimineDisc(Found.Value.Limine!).Make(options.Image, options.CommandLine, iso, options.Resolution);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(iso);
        string[] firmware = options.Boot == MachineBoot.LimineUefi ? Firmware.GetArguments(Firmware.Find()!) : [];
        return [.. firmware, "-cdrom", iso];
    }

    private static (LimineInstallation? Limine, string Reason) Find()
    {
        if (Environment.GetEnvironmentVariable("TARN_LIMINE_ABSENT") is { Length: > 0 } reason)
        {
            return (null, reason);
        }

        if (Environment.GetEnvironmentVariable("TARN_LIMINE") is { Length: > 0 } directory
            && Environment.GetEnvironmentVariable("TARN_LIMINE_INSTALLER") is { Length: > 0 } installer)
        {
            return (new LimineInstallation(directory, installer), string.Empty);
        }

        if (Environment.GetEnvironmentVariable("LIMINE_DIR") is not { Length: > 0 } chosen)
        {
            return (null, "There is no Limine boot loader here: neither the pipeline nor LIMINE_DIR names one.");
        }

        var finder = new LimineFinder { Chosen = chosen, CacheDirectory = Path.Combine(Images.Directory, "..", "discs") };
        return (finder.Find(), string.Empty);
    }
}
