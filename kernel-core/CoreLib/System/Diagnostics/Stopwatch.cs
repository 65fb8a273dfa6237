using System.Threading.Tasks;

namespace System.Diagnostics;

/// <summary>Measures time by the clock of the image's executor.</summary>
/// <remarks>It advances in the steps of that clock. In an image without an executor there is none to ask: <see cref="InvalidOperationException"/>.</remarks>
public class Stopwatch
{
    public static readonly long Frequency = TimeSpan.TicksPerSecond;
    public static readonly bool IsHighResolution = true;

    private long _elapsed;
    private long _started;

    public bool IsRunning { get; private set; }

    public TimeSpan Elapsed => new(ElapsedTicks);

    public long ElapsedMilliseconds => ElapsedTicks / TimeSpan.TicksPerMillisecond;

    public long ElapsedTicks => IsRunning ? _elapsed + (GetTimestamp() - _started) : _elapsed;

    /// <summary>The time since the clock was started, in ticks of 100 ns.</summary>
    public static long GetTimestamp() => TaskExecutor.Required.Now.Ticks;

    public static TimeSpan GetElapsedTime(long startingTimestamp) => GetElapsedTime(startingTimestamp, GetTimestamp());

    public static TimeSpan GetElapsedTime(long startingTimestamp, long endingTimestamp) => new(endingTimestamp - startingTimestamp);

    public static Stopwatch StartNew()
    {
        var stopwatch = new Stopwatch();
        stopwatch.Start();
        return stopwatch;
    }

    public void Start()
    {
        if (!IsRunning)
        {
            _started = GetTimestamp();
            IsRunning = true;
        }
    }

    public void Stop()
    {
        _elapsed = ElapsedTicks;
        IsRunning = false;
    }

    public void Reset()
    {
        _elapsed = 0;
        IsRunning = false;
    }

    public void Restart()
    {
        Reset();
        Start();
    }

    public override string ToString() => Elapsed.ToString();
}
