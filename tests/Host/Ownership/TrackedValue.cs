namespace Tarn.Tests.Host.Ownership;

/// <summary>A value that says when it ends.</summary>
internal readonly struct TrackedValue(int number) : IDisposable
{
    /// <summary>The numbers of the values that have ended, in that order.</summary>
    public static List<int> Ended { get; } = [];

    /// <summary>What it is told by.</summary>
    public int Number => number;

    public void Dispose() => Ended.Add(number);
}
