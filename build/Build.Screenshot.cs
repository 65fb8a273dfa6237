using System.Diagnostics;
using System.Net.Sockets;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

/// <content>Pictures of the running kernel.</content>
public sealed partial class Build
{
    private AbsolutePath ScreenshotsDirectory => ArtifactsDirectory / "screenshots";

    Target Screenshot => _ => _
        .Description("Saves what the running kernel's screen shows: artifacts/screenshots/*.png, booted directly and, where there is a boot loader, from a disc")
        .DependsOn(Image)
        .Executes(() =>
        {
            ScreenshotsDirectory.CreateDirectory();
            TakeScreenshots("direct", kernel => ["-kernel", ReferenceImage, "-append", kernel]);
            LimineInstallation limine;
            try
            {
                limine = LimineFinder.Find();
            }
            catch (InvalidOperationException exception) when (Limine is null)
            {
                Log.Warning("No screenshots of Limine: {Reason:l}", exception.Message);
                return;
            }

            RequireTools(Tarn.Pipeline.SystemTool.DiscMaker);
            var disc = TemporaryDirectory / "discs" / "screenshot.iso";
            TakeScreenshots("limine", kernel =>
            {
                new LimineDisc(limine).Make(ReferenceImage, kernel, disc, "1280x800x32");
                return ["-cdrom", disc];
            });
        });

    /// <summary>Takes a picture of the kernel at rest, and one of a panic.</summary>
    private void TakeScreenshots(string name, Func<string, string[]> boot)
    {
        TakeScreenshot(ScreenshotsDirectory / $"{name}.png", boot(KernelCommandLine));
        TakeScreenshot(ScreenshotsDirectory / $"{name}-panic.png", boot("fault=page"));
    }

    private void TakeScreenshot(AbsolutePath picture, string[] boot)
    {
        var log = LogsDirectory / "screenshot.log";
        LogsDirectory.CreateDirectory();
        log.DeleteFile();
        var socketPath = Path.Combine(Path.GetTempPath(), $"tarn-qmp-{Environment.ProcessId}.socket");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socketPath));
        listener.Listen();
        using var process = Process.Start(new ProcessStartInfo(
            "qemu-system-x86_64",
            [
                .. Qemu.MachineArguments, "-display", "none", "-monitor", "none", "-serial", $"file:{log}",
                "-chardev", $"socket,id=control,path={socketPath}", "-mon", "chardev=control,mode=control", .. boot,
            ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
        });
        Assert.NotNull(process, "QEMU did not start");
        try
        {
            Assert.True(listener.Poll(TimeSpan.FromSeconds(10), SelectMode.SelectRead), "QEMU does not connect");
            using var control = new QemuControl(listener.Accept());
            WaitForRest(log);
            control.SaveScreen(picture);
            Log.Information("{Picture} ({Size} bytes)", RootDirectory.GetRelativePathTo(picture), new FileInfo(picture).Length);
        }
        finally
        {
            process!.Kill();
            process.WaitForExit();
            File.Delete(socketPath);
        }
    }

    /// <summary>Waits until the kernel has greeted, and has had nothing more to say for a while.</summary>
    private static void WaitForRest(AbsolutePath log)
    {
        var pause = TimeSpan.FromMilliseconds(700);
        var length = 0L;
        for (var waiting = Stopwatch.StartNew(); waiting.Elapsed < TimeSpan.FromSeconds(60); Thread.Sleep(pause))
        {
            var before = length;
            length = log.FileExists() ? new FileInfo(log).Length : 0;
            if (length > 0 && length == before)
            {
                return;
            }
        }

        Assert.Fail("The kernel says nothing, or does not stop");
    }
}
