using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>The task of an <c>async</c> method that has waited, and the method itself: one object for both.</summary>
internal sealed class AsyncMethodTask<TStateMachine, TResult> : Task<TResult>
    where TStateMachine : IAsyncStateMachine
{
    internal TStateMachine? StateMachine;

    private Action? _resume;

    internal AsyncMethodTask()
    {
        if (TaskExecutor.Installed?.Current is { } account)
        {
            Account = account;
            List = account.List;
        }
    }

    /// <inheritdoc/>
    internal override Action ResumeAction => _resume ??= Resume;

    /// <inheritdoc/>
    internal override void TakeTurn() => StateMachine!.MoveNext();
}
