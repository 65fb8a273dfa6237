using System.Diagnostics.CodeAnalysis;

namespace System.Threading.Tasks;

/// <summary>Who runs what is ready, and who has the time: all that tasks know of an executor.</summary>
/// <remarks>
/// Tarn.Tasks derives from it and installs it. An image without an executor has tasks that complete where nothing has to wait its turn:
/// <see cref="Task.Yield"/>, a timer, a wait for a task that has not ended throw an <see cref="InvalidOperationException"/> that says so.
/// </remarks>
internal abstract class TaskExecutor
{
    /// <summary>The executor of the image; null where there is none.</summary>
    internal static TaskExecutor? Installed;

    /// <summary>What has become ready, and waits for its turn.</summary>
    internal ReadyQueue<NoProbe> Ready = new();

    /// <summary>The number of the task that was spawned last.</summary>
    internal int LastNumber;

    /// <summary>The task whose turn it is; null outside of all turns.</summary>
    internal Task? Running;

    /// <summary>The task that runs inside that turn, as what it waited for is there; null if there is none.</summary>
    internal Task? Resumed;

    /// <summary>The account of what runs: what tasks that begin to wait take for their <see cref="Task.Account"/>.</summary>
    internal Task Current => (Resumed ?? Running)?.Account ?? Main;

    /// <summary>The account of what no spawned task does.</summary>
    internal abstract Task Main { get; }

    internal static TaskExecutor Required
    {
        get
        {
            if (Installed is null)
            {
                ThrowForNone();
            }

            return Installed;
        }
    }

    /// <summary>The time since some moment: what deadlines are measured by.</summary>
    internal abstract TimeSpan Now { get; }

    /// <summary>Gives a task a turn, unless one is coming to it already. Not for interrupt handlers.</summary>
    internal static void Post(Task task)
    {
        var executor = Required;
        executor.SeeToAccount(task);
        ReadyQueue<NoProbe>.Wake(task);
    }

    /// <summary>Serves other tasks until this one has ended.</summary>
    internal static void RunUntilCompleted(Task task)
    {
        if (!task.IsCompleted)
        {
            Required.Serve(task);
        }
    }

    /// <summary>A task that waits for the first time may have no list yet, and no account where it began without an executor. Called before it
    /// can be woken.</summary>
    internal void SeeToAccount(Task task)
    {
        if (task.List is null)
        {
            task.Account ??= Main;
            task.List = Ready.Ordinary;
        }
    }

    /// <summary>Runs a task that was waiting, inside the turn of the one that ended its wait.</summary>
    internal abstract void Resume(Task task);

    /// <summary>A task has failed that nobody waits for. Unless somebody asks how it ended, that is to be reported.</summary>
    internal abstract void NoteFailure(Task task);

    /// <summary>Has the timer's owner told when its time has come.</summary>
    /// <param name="timer">A timer that is not armed.</param>
    /// <param name="delay">The least time until then; not negative.</param>
    internal abstract void Arm(TaskTimer timer, TimeSpan delay);

    /// <summary>Arms a timer for the moment that lies so much behind the one for which it was armed before.</summary>
    internal abstract void ArmAgain(TaskTimer timer, TimeSpan period);

    /// <summary>The timer's owner is not told any more.</summary>
    internal abstract void Disarm(TaskTimer timer);

    internal abstract void Serve(Task task);

    [DoesNotReturn]
    private static void ThrowForNone() => throw new InvalidOperationException("There is no executor that could run tasks.");
}
