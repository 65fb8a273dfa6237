using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

/// <content>Booting an image: to use it, or to look into it with a debugger.</content>
public sealed partial class Build
{
    [Parameter("Commands for gdb, after it has attached (Debug)")]
    readonly string[]? GdbCommands;

    private AbsolutePath LogsDirectory => ArtifactsDirectory / "logs";

    /// <summary>What goes on the kernel's command line.</summary>
    private string KernelCommandLine => string.Join(' ', new[]
    {
        Until is null ? null : $"until={Until.ToLowerInvariant()}",
        Fault is null ? null : $"fault={Fault}",
    }.Where(word => word is not null));

    /// <summary>The image with all that a debugger wants to know of it.</summary>
    private AbsolutePath DebugFile => ReferenceImage.Parent! / (ReferenceImage.NameWithoutExtension + ".debug");

    private static bool HasDisplay =>
        !RuntimeInformation.IsOSPlatform(OSPlatform.Linux)
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    Target Run => _ => _
        .Description("Boots the image in QEMU; --headless makes this terminal its serial port (Ctrl-A X leaves)")
        .DependsOn(Image)
        .Requires(() => Until == null || Until.Equals("Idle", StringComparison.OrdinalIgnoreCase))
        .Executes(() =>
        {
            var window = !Headless && HasDisplay;
            if (!Headless && !window)
            {
                Log.Information("There is no display here: running as with --headless");
            }

            var qemu = new Qemu(LogsDirectory / "run.log")
                .Add(GetBootArguments())
                .WithTerminal(window);
            var outcome = qemu.Run(limit: Until is null ? null : TimeSpan.FromSeconds(Boot == Boot.LimineUefi ? 180 : 60));
            PrintSourceLines(LogsDirectory / "run.log");
            Assert.True(
                outcome.End is GuestEnd.Succeeded or GuestEnd.Left,
                $"{outcome.Message}; its serial log is {RootDirectory.GetRelativePathTo(LogsDirectory / "run.log")}");
        });

    Target Debug => _ => _
        .Description("Boots the image halted, with gdb attached and the C# sources and symbols loaded")
        .DependsOn(SetupDebugger, Image)
        .Requires(() => Boot == Boot.Direct)
        .Executes(() =>
        {
            LogsDirectory.CreateDirectory();
            var log = LogsDirectory / "debug.log";
            var port = FreePort();
            using var qemu = Process.Start(new ProcessStartInfo("qemu-system-x86_64")
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                ArgumentList =
                {
                    "-machine", "pc", "-cpu", "qemu64", "-m", "128M", "-nodefaults", "-vga", "std", "-no-reboot", "-display", "none",
                    "-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-serial", $"file:{log}",
                    "-kernel", ReferenceImage, "-append", KernelCommandLine, "-S", "-gdb", $"tcp:127.0.0.1:{port}",
                },
            });
            Assert.NotNull(qemu, "QEMU did not start");
            Log.Information("The kernel's serial port goes to {Log}", RootDirectory.GetRelativePathTo(log));
            try
            {
                var gdb = new ProcessStartInfo("gdb") { UseShellExecute = false, ArgumentList = { "-q" } };
                foreach (var command in new[]
                {
                    "set architecture i386:x86-64",
                    "set confirm off",
                    $"set substitute-path /_/tarn {RootDirectory}",
                    $"target remote 127.0.0.1:{port}",
                }.Concat(GdbCommands ?? []))
                {
                    gdb.ArgumentList.Add("-ex");
                    gdb.ArgumentList.Add(command);
                }

                // The same program at the same addresses, and with the unwinding tables that a backtrace needs.
                gdb.ArgumentList.Add(DebugFile);
                using var session = Process.Start(gdb);
                session!.WaitForExit();
                Assert.True(session.ExitCode == 0, $"gdb ended with status {session.ExitCode}");
            }
            finally
            {
                qemu!.Kill();
                PrintSourceLines(log);
            }
        });

    /// <summary>Says where in the sources the places are that the kernel named in its reports.</summary>
    private void PrintSourceLines(AbsolutePath log)
    {
        try
        {
            foreach (var line in new SourceLines(DebugFile).Find(log.FileExists() ? log.ReadAllText() : string.Empty))
            {
                Console.WriteLine(line);
            }
        }
        catch (InvalidOperationException exception)
        {
            Log.Warning("The lines of the kernel's report were not found: {Reason}", exception.Message);
        }
    }

    /// <summary>A TCP port of this machine that nobody listens on, so that gdb cannot meet another guest.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
