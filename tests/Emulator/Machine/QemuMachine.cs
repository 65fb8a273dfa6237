using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;

namespace Tarn.Tests.Emulator.Machine;

/// <summary>A running emulator: its console, its channel, and how it ended.</summary>
public sealed class QemuMachine : IDisposable
{
    private const string Program = "qemu-system-x86_64";

    /// <summary>Emulators that run, so that none outlives the test process.</summary>
    private static readonly ConcurrentDictionary<Process, bool> Running = new();
    private static int s_count;

    private readonly Process _process;
    private readonly Task _console;
    private readonly Task<string> _errors;

    static QemuMachine() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var process in Running.Keys)
        {
            process.Kill();
        }
    };

    private QemuMachine(Process process, SerialLog log, Stream? channel, QemuControl? control, GdbStub? debugger)
    {
        _process = process;
        Log = log;
        Channel = channel;
        Control = control;
        Debugger = debugger;
        _console = CopyConsole(process.StandardOutput.BaseStream, log);
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What came out of the console port.</summary>
    public SerialLog Log { get; }

    /// <summary>The second serial port, both ways; null on a machine without it. Its reads end when the machine does.</summary>
    public Stream? Channel { get; }

    /// <summary>The machine's keys and switches; null on a machine without QEMU's control protocol.</summary>
    public QemuControl? Control { get; }

    /// <summary>What stops the machine at an instruction; null on a machine without QEMU's debugger interface.</summary>
    public GdbStub? Debugger { get; }

    /// <summary>What is typed here arrives at the console port.</summary>
    public Stream Keyboard => _process.StandardInput.BaseStream;

    /// <summary>What QEMU itself had to say; waits for its end.</summary>
    public string Errors => _errors.GetAwaiter().GetResult().Trim();

    /// <summary>How the machine ended; null while it runs.</summary>
    public ExitStatus? ExitStatus => _process.HasExited ? new ExitStatus(_process.ExitCode) : null;

    /// <summary>How long QEMU has been running on a processor, all threads together; for a machine that has not ended.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts a machine.</summary>
    /// <exception cref="InvalidOperationException">QEMU or the image is not there, or QEMU does not take the arguments.</exception>
    public static QemuMachine Start(QemuOptions options)
    {
        if (!File.Exists(options.Image))
        {
            throw new InvalidOperationException($"There is no image {options.Image}; ./build.sh Test builds it.");
        }

        var socket = Path.Combine(Path.GetTempPath(), $"tarn-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}.socket");
        var controlSocket = socket + ".control";
        var debuggerSocket = socket + ".debugger";
        using var listener = options.HasChannel ? Listen(socket) : null;
        using var controlListener = options.HasControl ? Listen(controlSocket) : null;
        using var debuggerListener = options.HasDebugger ? Listen(debuggerSocket) : null;
        try
        {
            var log = new SerialLog();
            var process = StartProcess(options.ToArguments(socket, controlSocket, debuggerSocket));
            Running[process] = true;
            var channel = listener is null ? null : Accept(listener, process);
            var control = controlListener is null ? null : new QemuControl(Accept(controlListener, process));
            var debugger = debuggerListener is null ? null : new GdbStub(Accept(debuggerListener, process));
            return new QemuMachine(process, log, channel, control, debugger);
        }
        finally
        {
            File.Delete(socket);
            File.Delete(controlSocket);
            File.Delete(debuggerSocket);
        }
    }

    /// <summary>Waits until the machine ends, and its last words have arrived.</summary>
    /// <returns>How it ended; null if it has not in time.</returns>
    public ExitStatus? WaitForExit(TimeSpan limit)
    {
        if (!_process.WaitForExit(limit))
        {
            return null;
        }

        _console.Wait();
        return ExitStatus;
    }

    /// <summary>Ends the machine at once.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
        _console.Wait();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        Running.TryRemove(_process, out _);
        Channel?.Dispose();
        Control?.Dispose();
        Debugger?.Dispose();
        _process.Dispose();
    }

    private static Process StartProcess(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            var message = $"{Program} cannot be started ({exception.Message}); ./build.sh Setup installs it.";
            throw new InvalidOperationException(message, exception);
        }
    }

    private static Socket Listen(string path)
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        return listener;
    }

    /// <summary>QEMU connects before it starts the processor. One that ends instead has an argument it does not like.</summary>
    private static NetworkStream Accept(Socket listener, Process process)
    {
        while (!listener.Poll(TimeSpan.FromMilliseconds(20), SelectMode.SelectRead))
        {
            if (process.HasExited)
            {
                var errors = process.StandardError.ReadToEnd().Trim();
                throw new InvalidOperationException($"{Program} ended with status {process.ExitCode}: {errors}");
            }
        }

        return new NetworkStream(listener.Accept(), ownsSocket: true);
    }

    private static async Task CopyConsole(Stream console, SerialLog log)
    {
        var buffer = new byte[4096];
        int count;
        while ((count = await console.ReadAsync(buffer).ConfigureAwait(false)) > 0)
        {
            log.Append(buffer.AsSpan(0, count));
        }
    }
}
