using System.Diagnostics;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Interrupts;

/// <summary>A machine whose execution is followed while it runs.</summary>
internal static class InterruptOffRun
{
    /// <summary>Runs a machine to its end.</summary>
    /// <param name="options">The machine. It runs some thirty times as long as without this.</param>
    /// <param name="use">What is done with it meanwhile; it must lead to its end.</param>
    /// <param name="limit">How long to wait for that end.</param>
    /// <exception cref="InvalidOperationException">It did not end in time.</exception>
    public static InterruptOffTrace Follow(QemuOptions options, Action<QemuMachine> use, TimeSpan limit)
    {
        var pipe = Path.Combine(Path.GetTempPath(), $"tarn-{Environment.ProcessId}-{Guid.NewGuid():n}.trace");
        using (var make = Process.Start("mkfifo", pipe))
        {
            make.WaitForExit();
        }

        try
        {
            var trace = new InterruptOffTrace(options.Image);
            var reading = Task.Run(() =>
            {
                using var reader = new StreamReader(pipe, new FileStreamOptions { BufferSize = 1 << 16 });
                trace.Add(reader);
            });
            using var machine = QemuMachine.Start(options with { ExtraArguments = [.. options.ExtraArguments, "-d", "exec,nochain", "-D", pipe] });
            use(machine);
            var exit = machine.WaitForExit(limit);
            machine.Kill();
            reading.GetAwaiter().GetResult();
            return exit is null ? throw new InvalidOperationException("the machine did not end in time\n" + machine.Log.Tail()) : trace;
        }
        finally
        {
            File.Delete(pipe);
        }
    }
}
