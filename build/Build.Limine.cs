using Nuke.Common;
using Nuke.Common.IO;
using Serilog;
using Tarn.Pipeline;

/// <content>Discs with the Limine boot loader.</content>
public sealed partial class Build
{
    private AbsolutePath DiscImage => ReferenceImage.Parent! / (ReferenceImage.NameWithoutExtension + ".iso");

    Target Iso => _ => _
        .Description("Makes a disc that boots on BIOS and UEFI: artifacts/images/tarn-<allocator>.iso; --limine names the boot loader's folder")
        .DependsOn(Image)
        .Executes(() =>
        {
            MakeDisc(DiscImage);
            Log.Information("{Disc} ({Size} bytes)", RootDirectory.GetRelativePathTo(DiscImage), new FileInfo(DiscImage).Length);
        });

    private LimineFinder LimineFinder => new()
    {
        Chosen = Limine ?? Environment.GetEnvironmentVariable("LIMINE_DIR") switch
        {
            { Length: > 0 } directory => Path.GetFullPath(directory, EnvironmentInfo.WorkingDirectory),
            _ => null,
        },
        CacheDirectory = TemporaryDirectory / "limine",
    };

    private void MakeDisc(AbsolutePath iso)
    {
        RequireTools(SystemTool.DiscMaker, SystemTool.CCompiler);
        var limine = LimineFinder.Find();
        Log.Information("Boot loader: {Directory:l}", limine.Directory);
        new LimineDisc(limine).Make(ReferenceImage, KernelCommandLine, iso);
    }

    /// <summary>QEMU's arguments for booting the image the way that was chosen.</summary>
    private string[] GetBootArguments()
    {
        if (Boot == Boot.Direct)
        {
            return ["-kernel", ReferenceImage, "-append", KernelCommandLine];
        }

        var iso = TemporaryDirectory / "discs" / (ReferenceImage.NameWithoutExtension + ".iso");
        MakeDisc(iso);
        if (Boot == Boot.LimineBios)
        {
            return ["-cdrom", iso];
        }

        RequireTools(SystemTool.UefiFirmware);
        return [.. Firmware.GetArguments(Firmware.Find()!), "-cdrom", iso];
    }
}
