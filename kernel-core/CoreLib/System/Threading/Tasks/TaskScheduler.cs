namespace System.Threading.Tasks;

/// <summary>What is left of it where there is one executor: where unobserved failures are told.</summary>
public abstract class TaskScheduler
{
    private protected TaskScheduler()
    {
    }

    /// <summary>
    /// A task has failed, nothing is left to do, and still nobody waits for it or has asked for its <see cref="Task.Exception"/>. Unless a
    /// handler calls <see cref="UnobservedTaskExceptionEventArgs.SetObserved"/>, the executor reports the failure on the console.
    /// </summary>
    public static event EventHandler<UnobservedTaskExceptionEventArgs>? UnobservedTaskException;

    /// <returns>Whether a handler has seen to it.</returns>
    internal static bool PublishUnobserved(Task task)
    {
        if (UnobservedTaskException is not { } handlers)
        {
            return false;
        }

        var arguments = new UnobservedTaskExceptionEventArgs(task.Exception!);
        handlers(task, arguments);
        return arguments.Observed;
    }
}
