namespace System.Threading.Tasks;

/// <summary>The task of a <see cref="TaskCompletionSource"/>.</summary>
internal sealed class PromisedTask : Task
{
    internal PromisedTask(TaskCreationOptions options, object? state)
        : base((options & TaskCreationOptions.RunContinuationsAsynchronously) != 0)
    {
        AsyncState = state;
    }

    public override object? AsyncState { get; }
}
