using System.Globalization;
using System.Text;
using Tarn.Testing.Protocol;

namespace Tarn.Tests.Emulator.Harness;

/// <summary>
/// Makes sense of what comes over the channel: which cases there are, how each ended, and whether it all fits together.
/// </summary>
/// <remarks>
/// Nothing is believed for being said once: frames that are broken or missing, results of cases that did not run, and a summary that does
/// not add up are errors of the case they happen in. Bytes go in, judgements come out; there is no clock and no machine in here.
/// </remarks>
public sealed class RunRecorder
{
    private readonly FrameDecoder _decoder = new();
    private readonly List<AnnouncedCase> _cases = [];
    private readonly Dictionary<int, Outcome> _reported = [];
    private readonly Dictionary<int, string> _errors = [];
    private readonly HashSet<int> _begun = [];
    private readonly MemoryStream _output = new();
    private readonly StringBuilder _details = new();
    private readonly StringBuilder _strayText = new();
    private byte _nextSequence;
    private int _expectedCases;

    /// <summary>How many frames were understood; a waiting time limit starts anew with each.</summary>
    public int FrameCount { get; private set; }

    /// <summary>Whether the kernel has said which cases it has.</summary>
    public bool IsReady { get; private set; }

    /// <summary>The cases that the kernel announced, by index.</summary>
    public IReadOnlyList<AnnouncedCase> Cases => _cases;

    /// <summary>The name of the image's variant.</summary>
    public string Variant { get; private set; } = string.Empty;

    /// <summary>Whether the kernel waits for commands.</summary>
    public RunMode Mode { get; private set; }

    /// <summary>The case that is running, or that was when the kernel ended; null if none.</summary>
    public int? RunningCase { get; private set; }

    /// <summary>The kernel's last word; null before.</summary>
    public RunSummary? Summary { get; private set; }

    /// <summary>The message of the kernel's panic; null if it told of none.</summary>
    public string? Panic { get; private set; }

    /// <summary>The first thing that went wrong outside of any case; null if nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>What came over the channel and is no frame.</summary>
    public string StrayText => _strayText.ToString();

    /// <summary>Whether the kernel has begun a case.</summary>
    public bool HasBegun(int index) => _begun.Contains(index);

    /// <summary>Whether the kernel has reported a case's end.</summary>
    public bool HasReported(int index) => _reported.ContainsKey(index);

    /// <summary>Takes bytes of the channel.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[_decoder.Append(bytes)..];
            ReadItems();
        }
    }

    /// <summary>Says that no more bytes will come.</summary>
    public void Finish()
    {
        _decoder.Finish();
        ReadItems();
    }

    /// <summary>How a case stands.</summary>
    /// <param name="index">The case.</param>
    /// <param name="end">How the machine stands.</param>
    /// <param name="exit">The exit status in words, for the message.</param>
    /// <returns>How it ended; null where the machine runs and the case has not ended.</returns>
    public Outcome? Judge(int index, MachineEnd end, string exit = "")
    {
        var isRunning = RunningCase == index;
        if (isRunning && Panic is not null)
        {
            // Before anything else: a panic may strike in the middle of a frame, and break it.
            return new Outcome(OutcomeKind.Panicked, Panic) { Output = _output.ToArray() };
        }

        var reported = _reported.GetValueOrDefault(index);
        var error = _errors.GetValueOrDefault(index) ?? Error;
        if (error is not null && (reported is not null || end != MachineEnd.None))
        {
            return new Outcome(OutcomeKind.ProtocolError, error) { Output = OutputOf(reported, isRunning) };
        }

        if (reported is not null)
        {
            return reported;
        }

        var output = OutputOf(null, isRunning);
        var when = isRunning ? "during the case" : "before the case began";
        var (kind, message) = end switch
        {
            _ when Panic is not null => (OutcomeKind.Panicked, $"{Panic} ({when})"),
            MachineEnd.TimedOut => (OutcomeKind.Hung, $"Nothing was heard of the kernel within the time limit, {when}"),
            MachineEnd.Reset => (OutcomeKind.TripleFaulted, $"The machine was reset by a triple fault, {when}"),
            _ when Summary is not null => (OutcomeKind.NotReported, "The kernel ended its run without a word on this case"),
            _ => (OutcomeKind.ExitedEarly, $"The kernel left the machine with {exit}, {when}"),
        };
        return end == MachineEnd.None ? null : new Outcome(kind, message) { Output = output };
    }

    /// <summary>What is wrong with the end of a run, after the machine ended; null if all is in order.</summary>
    /// <param name="hasFailureStatus">Whether the machine ended with the status of a failure.</param>
    public string? FindFaultOfEnd(bool hasFailureStatus)
    {
        if (Summary is null)
        {
            return Panic is null ? "the kernel left without ending its run" : "the kernel panicked: " + Panic;
        }

        if (Error is not null)
        {
            return Error;
        }

        if (RunningCase is { } running)
        {
            return $"the kernel ended its run in the middle of the case {(running < _cases.Count ? _cases[running].Name : running)}";
        }

        var counted = new RunSummary(Count(OutcomeKind.Passed), Count(OutcomeKind.Failed), Count(OutcomeKind.Skipped));
        if (Summary != counted)
        {
            return $"the kernel's summary is {Summary}, and what it reported is {counted}";
        }

        return hasFailureStatus == (Summary.Failed > 0) ? null : "the exit status contradicts the summary " + Summary;
    }

    private int Count(OutcomeKind kind) => _reported.Values.Count(outcome => outcome.Kind == kind);

    private byte[] OutputOf(Outcome? reported, bool isRunning) => reported?.Output ?? (isRunning ? _output.ToArray() : []);

    private void ReadItems()
    {
        for (var item = _decoder.Read(); item.Kind != DecodedKind.Nothing; item = _decoder.Read())
        {
            switch (item.Kind)
            {
                case DecodedKind.Noise:
                    _strayText.Append(Encoding.UTF8.GetString(item.Bytes));
                    break;
                case DecodedKind.Broken:
                    AddError($"A frame of type {item.Type} arrived with a wrong checksum");
                    break;
                case DecodedKind.Truncated:
                    AddError($"The channel ended inside a frame of type {item.Type}");
                    break;
                default:
                    ReadFrame(item);
                    break;
            }
        }
    }

    private void ReadFrame(DecodedItem frame)
    {
        if (frame.Sequence != _nextSequence)
        {
            var lost = (byte)(frame.Sequence - _nextSequence);
            AddError($"{lost.ToString(CultureInfo.InvariantCulture)} frame(s) are missing before one of type {frame.Type}");
        }

        FrameCount++;
        _nextSequence = (byte)(frame.Sequence + 1);
        var payload = new PayloadReader(frame.Bytes);
        switch (frame.Type)
        {
            case FrameType.Hello:
                ReadHello(ref payload);
                break;
            case FrameType.Announce:
                ReadAnnouncement(ref payload);
                break;
            case FrameType.Begin:
                ReadBegin(ref payload);
                break;
            case FrameType.Beat:
                CheckRunning(payload.ReadUInt16(), frame.Type);
                break;
            case FrameType.Output:
                CheckRunning(payload.ReadUInt16(), frame.Type);
                _output.Write(payload.ReadRest());
                break;
            case FrameType.Detail:
                CheckRunning(payload.ReadUInt16(), frame.Type);
                _details.Append(Encoding.UTF8.GetString(payload.ReadRest()));
                break;
            case FrameType.Passed:
                ReadResult(ref payload, frame.Type, OutcomeKind.Passed);
                break;
            case FrameType.Failed:
                ReadResult(ref payload, frame.Type, OutcomeKind.Failed);
                break;
            case FrameType.Skipped:
                ReadResult(ref payload, frame.Type, OutcomeKind.Skipped);
                break;
            case FrameType.Panicked:
                payload.ReadUInt16();
                Panic ??= Encoding.UTF8.GetString(payload.ReadRest());
                break;
            case FrameType.End:
                Summary = new RunSummary(payload.ReadUInt16(), payload.ReadUInt16(), payload.ReadUInt16());
                break;
            default:
                AddError($"A frame is of type {(byte)frame.Type}, which no kernel sends");
                return;
        }

        if (!payload.IsValid || !payload.IsAtEnd)
        {
            AddError($"The payload of a frame of type {frame.Type} is malformed");
        }
    }

    private void ReadHello(ref PayloadReader payload)
    {
        var version = payload.ReadUInt16();
        _expectedCases = payload.ReadUInt16();
        Mode = (RunMode)payload.ReadByte();
        Variant = Encoding.UTF8.GetString(payload.ReadRest());
        if (version != FrameFormat.Version)
        {
            AddError($"The kernel speaks version {version} of the protocol, and the harness version {FrameFormat.Version}");
        }

        IsReady = _expectedCases == 0;
    }

    private void ReadAnnouncement(ref PayloadReader payload)
    {
        var index = payload.ReadUInt16();
        if (index != _cases.Count || IsReady)
        {
            AddError($"Case {index} is announced where {_cases.Count} of {_expectedCases} are known");
        }

        var flags = (CaseFlags)payload.ReadByte();
        var willRun = payload.ReadByte() != 0;
        _cases.Add(new AnnouncedCase(Encoding.UTF8.GetString(payload.ReadRest()), flags, willRun));
        IsReady = _cases.Count == _expectedCases;
    }

    private void ReadBegin(ref PayloadReader payload)
    {
        var index = payload.ReadUInt16();
        if (RunningCase is { } running)
        {
            AddError($"Case {index} begins while case {running} is running");
        }

        RunningCase = index;
        _output.SetLength(0);
        _details.Clear();
        if (index >= _cases.Count || !_begun.Add(index))
        {
            AddError($"Case {index} begins, which {(index >= _cases.Count ? "was not announced" : "has begun before")}");
        }
    }

    private void ReadResult(ref PayloadReader payload, FrameType type, OutcomeKind kind)
    {
        var index = payload.ReadUInt16();
        var ticks = payload.ReadUInt64();
        var message = Encoding.UTF8.GetString(payload.ReadRest());
        CheckRunning(index, type);
        if (!_reported.TryAdd(index, new Outcome(kind, message) { Ticks = ticks, Details = _details.ToString(), Output = _output.ToArray() }))
        {
            AddError($"Case {index} is reported twice");
        }

        RunningCase = null;
    }

    private void CheckRunning(int index, FrameType type)
    {
        if (RunningCase != index)
        {
            AddError($"A frame of type {type} is about case {index}, which is not running");
        }
    }

    /// <summary>Keeps the first error of each case, and the first outside of any.</summary>
    private void AddError(string error)
    {
        if (RunningCase is { } index)
        {
            _errors.TryAdd(index, error);
        }
        else
        {
            Error ??= error;
        }
    }
}
