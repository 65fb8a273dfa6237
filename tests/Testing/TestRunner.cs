using System;
using System.Diagnostics.CodeAnalysis;
using Tarn.Kernel;
using Tarn.Testing.Protocol;

namespace Tarn.Testing;

/// <summary>Runs the cases of a kernel and reports them over the channel and on the console.</summary>
/// <typeparam name="TCases">The kernel's table of cases, which the generator writes.</typeparam>
/// <typeparam name="TPlatform">The channel, the counter and the way out.</typeparam>
/// <remarks>
/// The words of the command line:
/// <list type="bullet">
/// <item><c>test.commanded</c>: the host picks each case, and says when to stop; needs the channel.</item>
/// <item><c>test.filter=TEXT</c>: only cases whose name contains TEXT; <c>*</c> in it stands for any text.</item>
/// <item><c>test.only=NAME</c>: the case of this name alone; this is also how a case that needs a kernel of its own is run by hand.</item>
/// <item><c>test.from=N</c>: not those with an index under N; to go on behind a case that ended the kernel.</item>
/// </list>
/// </remarks>
public sealed class TestRunner<TCases, TPlatform> : TestRun, IExit
    where TCases : struct, ITestCases
    where TPlatform : struct, ITestPlatform
{
    private const int MaximumMessage = 900;

    private readonly byte[] _output = new byte[512];
    private readonly byte[] _panic = new byte[MaximumMessage];
    private readonly byte[] _failure = new byte[MaximumMessage];
    private readonly CaseFailedException _caseFailed = new();
    private readonly CaseFailedException _caseFailedAgain = new();
    private readonly TCases _cases;
    private TPlatform _platform;
    private FrameWriter<TPlatform> _frames;
    private string? _skipReason;
    private ulong _began;
    private int _outputLength;
    private int _panicLength;
    private int _failureLength;
    private bool _hasFailed;
    private bool _isLeaving;
    private ushort _case = FrameFormat.NoCase;
    private ushort _passed;
    private ushort _failed;
    private ushort _skipped;

    private TestRunner(TPlatform platform)
    {
        _platform = platform;
        _frames = new FrameWriter<TPlatform>(platform);
        _cases = default;
    }

    internal override byte NextSequence
    {
        get => _frames.NextSequence;
        set => _frames.NextSequence = value;
    }

    internal override bool IsCaseRunning => _case != FrameFormat.NoCase;

    private static ReadOnlySpan<byte> PanicHeading => "PANIC: "u8;

    /// <summary>Runs the cases that the command line selects, or those that the host asks for, and leaves the machine.</summary>
    /// <param name="platform">The machine.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="variant">The name of the image's variant, told to the host.</param>
    /// <remarks>
    /// The run becomes the last of the console's sinks, to send what cases print, and the way out of a panic, to report it before it
    /// leaves.
    /// </remarks>
    [DoesNotReturn]
    public static void Run(TPlatform platform, CommandLine commandLine, string variant)
    {
        var runner = new TestRunner<TCases, TPlatform>(platform);
        ConsoleRouter.Add(new TestOutputSink(runner));
        Panic.LeaveThrough(runner);
        var selection = new CaseSelection(commandLine);
        if (commandLine.TryGetValue("test.commanded"u8, out _))
        {
            if (!platform.HasChannel)
            {
                ConsoleRouter.Write("test.commanded: there is no serial port for the host's commands.\n"u8);
                runner.Leave(ExitOutcome.Failure);
            }

            runner.Announce(RunMode.Commanded, selection, variant);
            runner.Obey();
        }
        else
        {
            runner.Announce(RunMode.Alone, selection, variant);
            runner.RunSelected(selection);
        }

        runner.End();
    }

    internal override void Beat()
    {
        _frames.Begin(FrameType.Beat, sizeof(ushort));
        _frames.AppendUInt16(_case);
        _frames.End();
    }

    internal override void Skip(string reason) => _skipReason = reason;

    internal override void Capture(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0)
        {
            var taken = Math.Min(text.Length, _output.Length - _outputLength);
            text.Slice(0, taken).CopyTo(_output.AsSpan(_outputLength));
            text = text.Slice(taken);
            _outputLength += taken;
            if (_outputLength == _output.Length)
            {
                SendOutput();
            }
        }
    }

    [DoesNotReturn]
    internal override void Fail(ReadOnlySpan<byte> message)
    {
        // The first failure counts: a case may catch what ends it, and go on to the next one. That is another exception, so that the first
        // keeps its way.
        if (_hasFailed)
        {
            throw _caseFailedAgain;
        }

        _hasFailed = true;
        _failureLength = Math.Min(message.Length, _failure.Length);
        message.Slice(0, _failureLength).CopyTo(_failure);
        throw _caseFailed;
    }

    internal override void SendRaw(ReadOnlySpan<byte> bytes) => _platform.Write(bytes);

    [DoesNotReturn]
    internal override void Leave(ExitOutcome outcome)
    {
        _isLeaving = true;
        _platform.Exit(outcome);
        while (true)
        {
        }
    }

    internal override void CapturePanic(ReadOnlySpan<byte> text)
    {
        var taken = Math.Min(text.Length, _panic.Length - _panicLength);
        text.Slice(0, taken).CopyTo(_panic.AsSpan(_panicLength));
        _panicLength += taken;
    }

    /// <summary>Reports a panic that has said what it had to say, and leaves the machine.</summary>
    void IExit.Exit(ExitOutcome outcome)
    {
        SendOutput();
        var message = FindPanicMessage();
        _frames.Begin(FrameType.Panicked, sizeof(ushort) + message.Length);
        _frames.AppendUInt16(_case);
        _frames.Append(message);
        _frames.End();
        _isLeaving = true;
        _platform.Exit(outcome);
    }

    /// <summary>The first line of what the panic printed: registers and trace are for the console.</summary>
    private ReadOnlySpan<byte> FindPanicMessage()
    {
        ReadOnlySpan<byte> text = _panic.AsSpan(0, _panicLength);
        var heading = text.IndexOf(PanicHeading);
        if (heading >= 0)
        {
            text = text.Slice(heading + PanicHeading.Length);
        }

        var end = text.IndexOf((byte)'\n');
        return end < 0 ? text : text.Slice(0, end);
    }

    private void Announce(RunMode mode, CaseSelection selection, string variant)
    {
        Span<byte> buffer = stackalloc byte[64];
        var name = new MessageBuilder(buffer);
        name.Append(variant);
        _frames.Begin(FrameType.Hello, (2 * sizeof(ushort)) + 1 + name.Written.Length);
        _frames.AppendUInt16(FrameFormat.Version);
        _frames.AppendUInt16((ushort)_cases.Count);
        _frames.AppendByte((byte)mode);
        _frames.Append(name.Written);
        _frames.End();
        for (var index = 0; index < _cases.Count; index++)
        {
            var caseName = _cases.NameOf(index);
            var flags = _cases.FlagsOf(index);
            _frames.Begin(FrameType.Announce, sizeof(ushort) + 2 + caseName.Length);
            _frames.AppendUInt16((ushort)index);
            _frames.AppendByte((byte)flags);
            _frames.AppendByte(mode == RunMode.Alone && selection.Has(index, caseName, flags) ? (byte)1 : (byte)0);
            _frames.Append(caseName);
            _frames.End();
        }
    }

    private void RunSelected(CaseSelection selection)
    {
        for (var index = 0; index < _cases.Count; index++)
        {
            if (selection.Has(index, _cases.NameOf(index), _cases.FlagsOf(index)))
            {
                RunCase((ushort)index);
            }
        }
    }

    /// <summary>
    /// Does what the host asks until it says stop. A frame that arrives broken is ignored: the host's time limit tells it.
    /// </summary>
    private void Obey()
    {
        var decoder = new FrameDecoder();
        Span<byte> received = stackalloc byte[1];
        while (true)
        {
            while (!_platform.TryRead(out received[0]))
            {
            }

            decoder.Append(received);
            for (var item = decoder.Read(); item.Kind != DecodedKind.Nothing; item = decoder.Read())
            {
                if (item.Kind != DecodedKind.Frame)
                {
                    continue;
                }

                if (item.Type == FrameType.Stop)
                {
                    return;
                }

                var payload = new PayloadReader(item.Bytes);
                var index = payload.ReadUInt16();
                if (item.Type == FrameType.Run && payload.IsValid && index < _cases.Count)
                {
                    RunCase(index);
                }
            }
        }
    }

    private void RunCase(ushort index)
    {
        Print("[begin]  "u8, index, default);
        _frames.Begin(FrameType.Begin, sizeof(ushort));
        _frames.AppendUInt16(index);
        _frames.End();

        _skipReason = null;
        _hasFailed = false;
        _outputLength = 0;
        _case = index;
        _platform.BeginCase();
        _began = _platform.Timestamp;
        var exception = RunToItsEnd(index);
        if (_hasFailed)
        {
            Report(FrameType.Failed, _failure.AsSpan(0, _failureLength), _caseFailed);
        }
        else if (exception is not null)
        {
            ReportException(index, exception);
        }
        else if (_skipReason is { } reason)
        {
            Report(FrameType.Skipped, reason);
        }
        else if ((_cases.FlagsOf(index) & CaseFlags.ShouldPanic) != 0)
        {
            Report(FrameType.Failed, "the case should have ended in a panic, and returned"u8);
        }
        else if ((_cases.FlagsOf(index) & CaseFlags.ShouldThrow) != 0)
        {
            ReportMissingException(index);
        }
        else
        {
            Report(FrameType.Passed, default(ReadOnlySpan<byte>));
        }
    }

    /// <summary>Runs a case.</summary>
    /// <returns>The exception that came out of it, or null. None does where a panic is asked for: an exception that nobody catches is one.</returns>
    private Exception? RunToItsEnd(int index)
    {
        if ((_cases.FlagsOf(index) & CaseFlags.ShouldPanic) != 0)
        {
            _cases.Run(index);
            return null;
        }

        try
        {
            _cases.Run(index);
            return null;
        }
        catch (Exception exception) when (!_isLeaving)
        {
            return exception;
        }
    }

    private void ReportException(int index, Exception exception)
    {
        if (_cases.IsExpected(index, exception))
        {
            Report(FrameType.Passed, default(ReadOnlySpan<byte>));
            return;
        }

        Span<byte> buffer = stackalloc byte[MaximumMessage];
        var message = new MessageBuilder(buffer);
        if ((_cases.FlagsOf(index) & CaseFlags.ShouldThrow) != 0)
        {
            message.Append("the case should have thrown "u8);
            message.Append(_cases.ExpectedExceptionOf(index));
            message.Append(", and threw "u8);
        }
        else
        {
            message.Append("the case threw "u8);
        }

        ExceptionText.Append(ref message, exception);
        Report(FrameType.Failed, message.Written, exception);
    }

    private void ReportMissingException(int index)
    {
        Span<byte> buffer = stackalloc byte[MaximumMessage];
        var message = new MessageBuilder(buffer);
        message.Append("the case should have thrown "u8);
        message.Append(_cases.ExpectedExceptionOf(index));
        message.Append(", and returned"u8);
        Report(FrameType.Failed, message.Written);
    }

    private void Report(FrameType result, string text)
    {
        Span<byte> buffer = stackalloc byte[MaximumMessage];
        var message = new MessageBuilder(buffer);
        message.Append(text);
        Report(result, message.Written);
    }

    /// <summary>Ends the running case: output that is left, the way of the exception, the result, and the same on the console.</summary>
    /// <param name="result">How it ended.</param>
    /// <param name="message">Why.</param>
    /// <param name="exception">What ended it; null if no exception did.</param>
    private void Report(FrameType result, ReadOnlySpan<byte> message, Exception? exception = null)
    {
        var ticks = _platform.Timestamp - _began;
        SendOutput();
        SendDetails(exception);
        var index = _case;
        _case = FrameFormat.NoCase;
        message = message.Slice(0, Math.Min(message.Length, FrameFormat.MaximumPayload - sizeof(ushort) - sizeof(ulong)));
        _frames.Begin(result, sizeof(ushort) + sizeof(ulong) + message.Length);
        _frames.AppendUInt16(index);
        _frames.AppendUInt64(ticks);
        _frames.Append(message);
        _frames.End();

        switch (result)
        {
            case FrameType.Passed:
                _passed++;
                Print("[passed] "u8, index, message);
                break;
            case FrameType.Skipped:
                _skipped++;
                Print("[skipped] "u8, index, message);
                break;
            default:
                _failed++;
                Print("[FAILED] "u8, index, message);
                PrintDetails(exception);
                break;
        }
    }

    private void SendDetails(Exception? exception)
    {
        Span<byte> buffer = stackalloc byte[MaximumMessage];
        var lines = new ExceptionLines(exception);
        while (lines.TryRead(buffer, out var length))
        {
            _frames.Begin(FrameType.Detail, sizeof(ushort) + length);
            _frames.AppendUInt16(_case);
            _frames.Append(buffer.Slice(0, length));
            _frames.End();
        }
    }

    private static void PrintDetails(Exception? exception)
    {
        Span<byte> buffer = stackalloc byte[MaximumMessage];
        var lines = new ExceptionLines(exception);
        while (lines.TryRead(buffer, out var length))
        {
            ConsoleRouter.Write(buffer.Slice(0, length));
        }
    }

    private void SendOutput()
    {
        var length = _outputLength;
        _outputLength = 0;
        if (length == 0)
        {
            return;
        }

        _frames.Begin(FrameType.Output, sizeof(ushort) + length);
        _frames.AppendUInt16(_case);
        _frames.Append(_output.AsSpan(0, length));
        _frames.End();
    }

    [DoesNotReturn]
    private void End()
    {
        _frames.Begin(FrameType.End, 3 * sizeof(ushort));
        _frames.AppendUInt16(_passed);
        _frames.AppendUInt16(_failed);
        _frames.AppendUInt16(_skipped);
        _frames.End();

        Span<byte> buffer = stackalloc byte[96];
        var line = new MessageBuilder(buffer);
        line.AppendNumber(_passed);
        line.Append(" passed, ");
        line.AppendNumber(_failed);
        line.Append(" failed, ");
        line.AppendNumber(_skipped);
        line.Append(" skipped\n");
        ConsoleRouter.Write(line.Written);
        Leave(_failed == 0 ? ExitOutcome.Success : ExitOutcome.Failure);
    }

    private void Print(ReadOnlySpan<byte> what, int index, ReadOnlySpan<byte> message)
    {
        ConsoleRouter.Write(what);
        ConsoleRouter.Write(_cases.NameOf(index));
        if (message.Length > 0)
        {
            ConsoleRouter.Write(": "u8);
            ConsoleRouter.Write(message);
        }

        ConsoleRouter.Write("\n"u8);
    }
}
