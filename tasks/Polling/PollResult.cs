namespace Tarn.Tasks;

/// <summary>How far a task came when it was polled.</summary>
public enum PollResult
{
    /// <summary>It waits for something, and has to be polled again.</summary>
    Pending,

    /// <summary>It has ended.</summary>
    Ready,
}
