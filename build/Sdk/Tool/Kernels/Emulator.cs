using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Tarn.Sdk.Tool.Diagnostics;

namespace Tarn.Sdk.Tool.Kernels;

/// <summary>Runs an image in QEMU, with this terminal as its serial port.</summary>
internal static class Emulator
{
    /// <summary>The program.</summary>
    public const string Program = "qemu-system-x86_64";

    /// <summary>What a shell sees of a program that aborted, as .NET's do after an exception that nobody catches: 128 + SIGABRT.</summary>
    public const int AbortedStatus = 134;

    // What a kernel writes to isa-debug-exit; QEMU ends with (code << 1) | 1.
    private const int SuccessCode = 0x10, PanicCode = 0x11;

    /// <summary>Boots the image and waits for its end.</summary>
    /// <param name="image">The ELF file.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="hasWindow">Whether QEMU opens its window.</param>
    /// <param name="extraArguments">Further arguments of QEMU.</param>
    /// <param name="sourcePaths">Where the sources are that the image was compiled from.</param>
    /// <param name="output">Where it says how the run ended, where that was not in good order.</param>
    /// <returns>What a plain program returned (0 for a kernel that left with success); 134 after a panic or a triple fault, 1 where QEMU itself failed.</returns>
    /// <exception cref="Win32Exception">QEMU is not installed.</exception>
    public static int Run(string image, string commandLine, bool hasWindow, IEnumerable<string> extraArguments, SourcePathMap sourcePaths, TextWriter output)
    {
        var socketPath = Path.Combine(Path.GetTempPath(), $"tarn-run-{Environment.ProcessId}.socket");
        var logPath = Path.ChangeExtension(socketPath, ".log");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(socketPath));
        listener.Listen();
        List<string> arguments =
        [
            "-machine", "pc", "-cpu", "qemu64", "-m", "128M", "-nodefaults", "-vga", "std", "-no-reboot",
            "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
            "-chardev", $"stdio,id=terminal,mux=on,signal=off,logfile={logPath}", "-serial", "chardev:terminal", "-mon", "chardev=terminal,mode=readline",
            "-chardev", $"socket,id=control,path={socketPath}", "-mon", "chardev=control,mode=control",
            "-kernel", image, "-append", commandLine,
        ];
        if (!hasWindow)
        {
            arguments.AddRange(["-display", "none"]);
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(Program, arguments.Concat(extraArguments)) { UseShellExecute = false })!;
            var reset = WatchForResetAsync(listener);
            process.WaitForExit();
            var status = StatusOf(process.ExitCode);
            WriteSourceLines(image, logPath, sourcePaths, output);
            if (process.ExitCode == 0 && reset.GetAwaiter().GetResult())
            {
                output.WriteLine("the machine was reset by a triple fault");
                status = AbortedStatus;
            }

            return status;
        }
        finally
        {
            File.Delete(socketPath);
            File.Delete(logPath);
        }
    }

    /// <summary>The status of a plain program, out of QEMU's: the inverse of QemuExit.ExitWith.</summary>
    public static int StatusOf(int qemuStatus) => (qemuStatus >> 1, qemuStatus & 1) switch
    {
        (0, _) => qemuStatus,
        (SuccessCode, 1) => 0,
        (PanicCode, 1) => AbortedStatus,
        (var code, 1) => code < SuccessCode ? code : code - 2,
        _ => qemuStatus,
    };

    /// <summary>Says where in the sources the places are that the kernel named in its reports.</summary>
    private static void WriteSourceLines(string image, string logPath, SourcePathMap sourcePaths, TextWriter output)
    {
        try
        {
            foreach (var line in new SourceLines(Path.ChangeExtension(image, ".debug")).Find(File.Exists(logPath) ? File.ReadAllText(logPath) : string.Empty))
            {
                const string BeforePath = " in ";
                var path = line.LastIndexOf(BeforePath, StringComparison.Ordinal) + BeforePath.Length;
                output.WriteLine(line[..path] + sourcePaths.ToLocal(line[path..]));
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            output.WriteLine($"the lines of the kernel's report were not found: {exception.Message}");
        }
    }

    /// <summary>Whether QEMU's control protocol says that the guest reset the machine.</summary>
    private static async Task<bool> WatchForResetAsync(Socket listener)
    {
        using var socket = await listener.AcceptAsync();
        using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream);
        await stream.WriteAsync("{\"execute\": \"qmp_capabilities\"}\n"u8.ToArray());
        var isReset = false;
        try
        {
            while (await reader.ReadLineAsync() is { } line)
            {
                using var message = JsonDocument.Parse(line);
                if (message.RootElement.TryGetProperty("event", out var name) && name.GetString() == "SHUTDOWN")
                {
                    isReset = message.RootElement.GetProperty("data").GetProperty("reason").GetString() == "guest-reset";
                }
            }
        }
        catch (IOException)
        {
            // QEMU closes its end without ceremony when it exits: what was read until then is all there is.
        }

        return isReset;
    }
}
