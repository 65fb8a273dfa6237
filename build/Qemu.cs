using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Nuke.Common.IO;

/// <summary>Runs a kernel in QEMU with this terminal as its serial port, and says how the run ended.</summary>
internal sealed class Qemu
{
    private const string Executable = "qemu-system-x86_64";

    /// <summary>Statuses of isa-debug-exit: (value written &lt;&lt; 1) | 1.</summary>
    private const int GuestSucceeded = (0x10 << 1) | 1, GuestFailed = (0x11 << 1) | 1;

    /// <summary>The machine of every run and test: a PC with a VGA card and an exit device; a reset ends the run instead of starting over.</summary>
    public static string[] MachineArguments { get; } =
    [
        "-machine", "pc", "-cpu", "qemu64", "-m", "128M", "-nodefaults", "-vga", "std", "-no-reboot", "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
    ];

    private readonly List<string> _arguments = [];
    private readonly AbsolutePath _log;

    public Qemu(AbsolutePath log)
    {
        _log = log;
        Add(MachineArguments);
    }

    public Qemu Add(params string[] arguments)
    {
        _arguments.AddRange(arguments);
        return this;
    }

    /// <summary>The serial port is the terminal (Ctrl-A X leaves); all it says is kept in the log as well.</summary>
    public Qemu WithTerminal(bool window)
    {
        Add("-chardev", $"stdio,id=terminal,mux=on,signal=off,logfile={_log}", "-serial", "chardev:terminal", "-mon", "chardev=terminal,mode=readline");
        return window ? this : Add("-display", "none");
    }

    /// <summary>Runs to the end, or to the limit.</summary>
    public GuestOutcome Run(TimeSpan? limit)
    {
        _log.Parent!.CreateDirectory();
        // QEMU's exit status cannot tell a triple fault from somebody who left: its control protocol says what ended the machine.
        var socketPath = Path.Combine(Path.GetTempPath(), $"tarn-qmp-{Environment.ProcessId}.socket");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socketPath));
        listener.Listen();
        Add("-chardev", $"socket,id=control,path={socketPath}", "-mon", "chardev=control,mode=control");
        var start = new ProcessStartInfo(Executable) { UseShellExecute = false };
        foreach (var argument in _arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Executable} did not start");
        var shutdownReason = WatchAsync(listener);
        try
        {
            if (!process.WaitForExit(limit ?? TimeSpan.FromMilliseconds(-1)))
            {
                process.Kill();
                process.WaitForExit();
                return new GuestOutcome(GuestEnd.Hung, $"the guest was still running after {limit!.Value.TotalSeconds:0} s");
            }

            // A QEMU that did not like its arguments never connected: then there is nothing to wait for.
            var reason = process.ExitCode is not (0 or GuestSucceeded or GuestFailed) ? null : shutdownReason.GetAwaiter().GetResult();
            return Interpret(process.ExitCode, reason);
        }
        finally
        {
            File.Delete(socketPath);
        }
    }

    private static GuestOutcome Interpret(int status, string? shutdownReason) => (status, shutdownReason) switch
    {
        (GuestSucceeded, _) => new GuestOutcome(GuestEnd.Succeeded, "the guest left with success"),
        (GuestFailed, _) => new GuestOutcome(GuestEnd.Panicked, "the guest ended in a panic"),
        (0, "guest-reset") => new GuestOutcome(GuestEnd.Reset, "the guest reset the machine (a triple fault, or a reboot)"),
        (0, "guest-shutdown") => new GuestOutcome(GuestEnd.Left, "the guest switched the machine off"),
        (0, _) => new GuestOutcome(GuestEnd.Left, "QEMU was closed"),
        _ => new GuestOutcome(GuestEnd.EmulatorFailed, $"QEMU ended with status {status}"),
    };

    /// <summary>Reads QEMU's control protocol to its end; returns the reason of the SHUTDOWN event, if there was one.</summary>
    private static async Task<string?> WatchAsync(Socket listener)
    {
        using var socket = await listener.AcceptAsync();
        using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        await stream.WriteAsync("{\"execute\": \"qmp_capabilities\"}\n"u8.ToArray());
        string? reason = null;
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                using var message = JsonDocument.Parse(line);
                if (message.RootElement.TryGetProperty("event", out var name) && name.GetString() == "SHUTDOWN")
                {
                    reason = message.RootElement.GetProperty("data").GetProperty("reason").GetString();
                }
            }
        }
        catch (IOException)
        {
            // QEMU closes its end without ceremony when it exits: what was read until then is all there is.
        }

        return reason;
    }
}
