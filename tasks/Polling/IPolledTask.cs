namespace Tarn.Tasks;

/// <summary>A task that is asked whether it can go on, instead of being told.</summary>
public interface IPolledTask
{
    /// <summary>Goes on as far as is possible without waiting.</summary>
    /// <param name="waker">What to call when polling again is worth it.</param>
    /// <returns>Whether the task has ended.</returns>
    PollResult Poll(Waker waker);
}
