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
            throw new ArgumentOutOfRangeException(
                name,
                "The value needs to translate in milliseconds to -1 (signifying an infinite timeout), 0, or a positive integer less than or "
                + "equal to the maximum allowed timer duration.");
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It is negative and not infinite.</exception>
    internal static void Validate(int milliseconds, string name)
    {
        if (milliseconds < Infinite)
        {
            throw new ArgumentOutOfRangeException(
                name, "The value needs to be either -1 (signifying an infinite timeout), 0 or a positive integer.");
        }
    }
}
