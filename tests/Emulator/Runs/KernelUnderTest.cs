using System.Diagnostics;
using System.Globalization;
using Tarn.Testing.Protocol;
using Tarn.Tests.Emulator.Harness;
using Tarn.Tests.Emulator.Machine;

namespace Tarn.Tests.Emulator.Runs;

/// <summary>A booted test kernel and the conversation with it.</summary>
/// <remarks>
/// A thread of its own reads the channel for as long as the machine lives, so that nothing is lost while nobody waits, and what came is
/// looked at also when the time is up. Not to be used from several threads.
/// </remarks>
public sealed class KernelUnderTest : IDisposable
{
    private readonly QemuMachine _machine;
    private readonly TimeLimits _limits;
    private readonly RunRecorder _recorder = new();
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _heard = new(initialState: false);
    private readonly Stopwatch _running = Stopwatch.StartNew();
    private readonly Thread _reader;
    private readonly List<byte> _command = [];
    private FrameWriter<CommandSink> _commands;
    private volatile bool _channelEnded;

    private KernelUnderTest(QemuMachine machine, TimeLimits limits)
    {
        _machine = machine;
        _limits = limits;
        _commands = new FrameWriter<CommandSink>(new CommandSink(_command));
        _reader = new Thread(ReadChannel) { IsBackground = true, Name = "Test channel" };
        _reader.Start();
    }

    /// <summary>What the kernel wrote to its console.</summary>
    public SerialLog Log => _machine.Log;

    /// <summary>What came over the channel and is no frame.</summary>
    public string StrayText => Locked(() => _recorder.StrayText);

    /// <summary>The cases that the kernel announced.</summary>
    public IReadOnlyList<AnnouncedCase> Cases => Locked(() => _recorder.Cases.ToArray());

    /// <summary>The name of the image's variant.</summary>
    public string Variant => Locked(() => _recorder.Variant);

    /// <summary>Whether another case can be run: the kernel is up, and nothing was wrong with it so far.</summary>
    public bool IsUsable =>
        !_channelEnded && Locked(() => _recorder is { IsReady: true, Panic: null, Error: null, Summary: null, RunningCase: null });

    /// <summary>Boots a test kernel that does what the host asks of it.</summary>
    /// <param name="options">The machine; its channel is added.</param>
    /// <param name="limits">How long to wait.</param>
    /// <exception cref="InvalidOperationException">QEMU does not start.</exception>
    public static KernelUnderTest Start(QemuOptions options, TimeLimits limits) =>
        new(StartMachine(options, "until=idle test.commanded "), limits);

    /// <summary>Boots a test kernel that runs its cases by itself, waits for its end, and judges all that it announced.</summary>
    /// <exception cref="InvalidOperationException">QEMU does not start.</exception>
    public static RunReport RunAlone(QemuOptions options, TimeLimits limits)
    {
        var machine = StartMachine(options, "until=idle ");
        using var kernel = new KernelUnderTest(machine, limits);
        var end = kernel.WaitFor(() => false, limits.Silence);
        var exit = end == MachineEnd.TimedOut ? null : machine.WaitForExit(limits.Silence);
        machine.Kill();
        kernel._reader.Join();

        var recorder = kernel._recorder;
        var outcomes = recorder.Cases.Index()
            .Where(entry => entry.Item.WillRun)
            .ToDictionary(entry => entry.Item.Name, entry => recorder.Judge(entry.Index, end, kernel.DescribeExit())!);
        var fault = end switch
        {
            MachineEnd.TimedOut => "nothing was heard of the kernel within the time limit",
            MachineEnd.Reset => "the machine was reset by a triple fault",
            _ when exit != ExitStatus.Success && exit != ExitStatus.Failure => "the machine ended with " + kernel.DescribeExit(),
            _ => recorder.FindFaultOfEnd(exit == ExitStatus.Failure),
        };
        return new RunReport(outcomes, fault, exit, machine.Log.Text);
    }

    /// <summary>Waits until the kernel has announced its cases.</summary>
    /// <returns>Null when it has; else how it failed to.</returns>
    public Outcome? WaitUntilReady()
    {
        var end = WaitFor(() => _recorder.IsReady, _limits.Silence);
        return Locked(() => _recorder.IsReady) ? null : JudgeNow(FrameFormat.NoCase, end);
    }

    /// <summary>Runs a case, and waits for its end or the kernel's.</summary>
    /// <param name="index">The case.</param>
    /// <param name="silence">The limit between two frames; the one given at the start if null.</param>
    public Outcome Run(int index, TimeSpan? silence = null)
    {
        _commands.Begin(FrameType.Run, sizeof(ushort));
        _commands.AppendUInt16((ushort)index);
        SendCommand();
        var end = WaitFor(() => _recorder.Judge(index, MachineEnd.None) is not null, silence ?? _limits.Silence);
        var outcome = JudgeNow(index, end);
        if (outcome.Kind == OutcomeKind.Panicked)
        {
            // The report goes on behind the message: registers and trace belong into the log that is shown.
            _machine.WaitForExit(_limits.Silence);
        }

        return outcome;
    }

    /// <summary>Asks the kernel to end its run, and waits for the machine's end.</summary>
    /// <returns>What is wrong with its end; null if all is in order.</returns>
    public string? Stop()
    {
        if (!_channelEnded && Locked(() => _recorder.Summary is null))
        {
            _commands.Begin(FrameType.Stop, 0);
            SendCommand();
        }

        var exit = _machine.WaitForExit(_limits.Silence);
        if (exit is null)
        {
            return "the kernel did not leave the machine within the time limit";
        }

        _reader.Join();
        return exit == ExitStatus.Success || exit == ExitStatus.Failure
            ? _recorder.FindFaultOfEnd(exit == ExitStatus.Failure)
            : "the machine ended with " + DescribeExit();
    }

    /// <summary>Ends the machine, whatever it does.</summary>
    public void Dispose()
    {
        _machine.Kill();
        _reader.Join();
        _machine.Dispose();
        _heard.Dispose();
    }

    private static QemuMachine StartMachine(QemuOptions options, string words) =>
        QemuMachine.Start(options with { HasChannel = true, CommandLine = (words + options.CommandLine).TrimEnd() });

    private Outcome JudgeNow(int index, MachineEnd end)
    {
        if (end is MachineEnd.Reset or MachineEnd.Exited)
        {
            _reader.Join();
        }
        else if (end == MachineEnd.TimedOut)
        {
            // What is left in the decoder may look like the start of a frame; nothing more will complete it.
            Locked(() =>
            {
                _recorder.Finish();
                return true;
            });
        }

        return Locked(() => _recorder.Judge(index, end, DescribeExit()))
            ?? throw new InvalidOperationException("The harness judged a case that is still running.");
    }

    /// <summary>Waits for a condition on the recorder, the machine's end, or silence.</summary>
    /// <returns>How the machine stands; <see cref="MachineEnd.None"/> only if the condition holds.</returns>
    private MachineEnd WaitFor(Func<bool> condition, TimeSpan silence)
    {
        var frames = Locked(() => _recorder.FrameCount);
        var silent = Stopwatch.StartNew();
        while (true)
        {
            // Whether the channel ended is asked first: what it brought before is then in the recorder.
            var hasEnded = _channelEnded;
            if (Locked(condition))
            {
                return MachineEnd.None;
            }

            if (hasEnded)
            {
                return _machine.WaitForExit(silence) switch
                {
                    null => MachineEnd.TimedOut,
                    { } exit when exit == ExitStatus.Reset => MachineEnd.Reset,
                    _ => MachineEnd.Exited,
                };
            }

            var now = Locked(() => _recorder.FrameCount);
            if (now != frames)
            {
                frames = now;
                silent.Restart();
            }

            if (silent.Elapsed > silence || _running.Elapsed > _limits.Total)
            {
                return MachineEnd.TimedOut;
            }

            _heard.WaitOne(TimeSpan.FromMilliseconds(50));
        }
    }

    private void ReadChannel()
    {
        var buffer = new byte[4096];
        try
        {
            int count;
            while ((count = _machine.Channel!.Read(buffer)) > 0)
            {
                lock (_lock)
                {
                    _recorder.Add(buffer.AsSpan(0, count));
                }

                _heard.Set();
            }
        }
        catch (IOException)
        {
            // The machine was ended while bytes were under way; what had come is in the recorder.
        }

        lock (_lock)
        {
            _recorder.Finish();
        }

        _channelEnded = true;
        _heard.Set();
    }

    private void SendCommand()
    {
        _commands.End();
        try
        {
            _machine.Channel!.Write([.. _command]);
        }
        catch (IOException)
        {
            // The kernel is gone; whoever waits for its answer sees that.
        }

        _command.Clear();
    }

    private string DescribeExit()
    {
        var exit = _machine.ExitStatus;
        var errors = exit is { } status && status == ExitStatus.EmulatorError ? ": " + _machine.Errors : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{exit}{errors}");
    }

    private T Locked<T>(Func<T> action)
    {
        lock (_lock)
        {
            return action();
        }
    }

    /// <summary>Gathers a command, so that it is sent as a whole.</summary>
    private readonly struct CommandSink(List<byte> bytes) : IByteSink
    {
        public void Write(ReadOnlySpan<byte> written) => bytes.AddRange(written);
    }
}
