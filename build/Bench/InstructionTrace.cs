using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Tarn.Sdk.Tool.Elf;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Pipeline;

/// <summary>Runs a kernel on a machine that says each instruction before it executes it.</summary>
internal static class InstructionTrace
{
    private const string Program = "qemu-system-x86_64";
    private const int Success = 33, Killed = 0;

    // Where the kernel is: the firmware's instructions are nobody's here.
    private const ulong KernelStart = 0xffff_ffff_8000_0000;

    private const string InstructionStart = "Trace ", SerialWrite = "serial_write write addr 0x";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static int s_count;

    /// <summary>Runs it to its end.</summary>
    /// <param name="image">The kernel's path.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="instructions">Is told the address of each instruction.</param>
    /// <param name="serialWrites">Is told each write to the serial port: the register's number and the value.</param>
    /// <param name="leftOut">A function whose instructions are not told; null if all are.</param>
    /// <param name="drive">What is done to the machine from outside, ending it; null if it ends by itself.</param>
    /// <exception cref="InvalidOperationException">QEMU failed, or did not end in time.</exception>
    public static void Run(string image, string commandLine, Action<ulong> instructions, Action<int, byte> serialWrites, ElfSymbol? leftOut = null, Action<GdbStub>? drive = null)
    {
        var socketPath = Path.Combine(Path.GetTempPath(), $"tarn-trace-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}.socket");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (drive is not null)
            {
                listener.Bind(new UnixDomainSocketEndPoint(socketPath));
                listener.Listen(1);
            }

            var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
            foreach (var argument in MakeArguments(image, commandLine, leftOut, drive is null ? null : socketPath))
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
            var errors = process.StandardError.ReadToEndAsync();
            var reading = Task.Run(() => Read(process.StandardOutput, instructions, serialWrites));
            var driving = drive is null ? Task.CompletedTask : Task.Run(() =>
            {
                using var debugger = new GdbStub(new NetworkStream(listener.Accept(), ownsSocket: true));
                drive(debugger);
            });
            try
            {
                // What the machine has to say ends with it, whether or not anybody came to drive it.
                if (!reading.Wait(Limit) || !process.WaitForExit(Limit))
                {
                    throw new InvalidOperationException($"{image} ({commandLine}) had not ended after {Limit.TotalSeconds} s.");
                }

                if (process.ExitCode != (drive is null ? Success : Killed))
                {
                    throw new InvalidOperationException($"{image} ({commandLine}) ended with status {process.ExitCode}: {errors.GetAwaiter().GetResult()}");
                }

                driving.GetAwaiter().GetResult();
            }
            finally
            {
                process.Kill();
            }
        }
        finally
        {
            File.Delete(socketPath);
        }
    }

    private static IEnumerable<string> MakeArguments(string image, string commandLine, ElfSymbol? leftOut, string? debuggerSocket) =>
    [
        "-machine", "pc", "-cpu", "qemu64", "-m", "128M", "-nodefaults", "-vga", "std", "-no-reboot", "-display", "none", "-monitor", "none",
        "-device", "isa-debug-exit,iobase=0xf4,iosize=4", "-serial", "null", "-icount", "shift=0,sleep=off", "-kernel", image, "-append", commandLine,
        .. OneInstructionAtATime(), "-d", "exec,nochain,trace:serial_write", "-dfilter", AddressesWithout(leftOut), "-D", "/dev/stdout",
        .. debuggerSocket is null ? Array.Empty<string>() : ["-S", "-chardev", $"socket,id=debugger,path={debuggerSocket}", "-gdb", "chardev:debugger"],
    ];

    private static string AddressesWithout(ElfSymbol? leftOut) => leftOut is null
        ? $"0x{KernelStart:x}..0x{ulong.MaxValue:x}"
        : $"0x{KernelStart:x}..0x{leftOut.Value - 1:x},0x{leftOut.Value + leftOut.Size:x}..0x{ulong.MaxValue:x}";

    /// <summary>QEMU translates and executes, and logs, blocks of instructions unless it is told to take them singly. Version 8.1 renamed how.</summary>
    private static IEnumerable<string> OneInstructionAtATime()
    {
        using var process = Process.Start(new ProcessStartInfo(Program, "--version") { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split(' ', '(', '\n');
        process.WaitForExit();
        var version = Version.Parse(words[Array.IndexOf(words, "version") + 1]);
        return version >= new Version(8, 1) ? ["-accel", "tcg,one-insn-per-tb=on"] : ["-singlestep"];
    }

    private static void Read(StreamReader trace, Action<ulong> instructions, Action<int, byte> serialWrites)
    {
        // Trace 0: HOST [SEGMENT BASE/ADDRESS/FLAGS/FLAGS] SYMBOL
        // serial_write write addr 0xREGISTER val 0xVALUE
        while (trace.ReadLine() is { } line)
        {
            if (line.StartsWith(InstructionStart, StringComparison.Ordinal))
            {
                var address = line.AsSpan(line.IndexOf('/') + 1);
                instructions(ulong.Parse(address[..address.IndexOf('/')], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            }
            else if (line.IndexOf(SerialWrite, StringComparison.Ordinal) is >= 0 and var start)
            {
                var words = line[(start + SerialWrite.Length)..].Split(' ');
                serialWrites(
                    int.Parse(words[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                    byte.Parse(words[2].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            }
        }
    }
}
