namespace System.Threading.Tasks;

/// <summary>The task of a <see cref="TaskCompletionSource{TResult}"/>.</summary>
internal sealed class PromisedTask<TResult> : Task<TResult>
{
    internal PromisedTask(TaskCreationOptions options, object? state)
        : base(options)
    {
        AsyncState = state;
    }

    public override object? AsyncState { get; }
}
