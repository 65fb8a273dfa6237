namespace System.Threading;

/// <summary>Lengths of time that stand for no limit.</summary>
public static class Timeout
{
    public const int Infinite = -1;

    public static readonly TimeSpan InfiniteTimeSpan = new(0, 0, 0, 0, Infinite);

    /// <summary>The longest time that can be waited for: what .NET allows, some 49 days.</summary>
    internal const long MaximumMilliseconds = uint.MaxValue - 1;

    /// <exception cref="ArgumentOutOfRangeException">It is negative and not infinite, or too long.</exception>
    internal static void Validate(TimeSpan timeout, string name = "timeout")
    {
        var milliseconds = timeout.Ticks / TimeSpan.TicksPerMillisecond;
        if (milliseconds is < Infinite or > MaximumMilliseconds)
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
