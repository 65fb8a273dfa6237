namespace System.Threading.Tasks;

/// <summary>A task that was awaited has been cancelled.</summary>
public class TaskCanceledException : OperationCanceledException
{
    private const string DefaultMessage = "A task was canceled.";

    public TaskCanceledException()
        : base(DefaultMessage)
    {
    }

    public TaskCanceledException(string? message)
        : base(message)
    {
    }

    public TaskCanceledException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public TaskCanceledException(string? message, Exception? innerException, CancellationToken token)
        : base(message, innerException, token)
    {
    }

    public TaskCanceledException(Task? task)
        : base(DefaultMessage, task?.CancellationToken ?? default)
    {
        Task = task;
    }

    public Task? Task { get; }
}
