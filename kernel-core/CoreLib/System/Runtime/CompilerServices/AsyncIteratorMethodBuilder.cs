using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Builds <c>async</c> iterators. One object for all the waits of an iterator.</summary>
public struct AsyncIteratorMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static AsyncIteratorMethodBuilder Create() => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MoveNext<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(AsyncMethods.GetTask(ref stateMachine, ref _task).ResumeAction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => AsyncMethods.Await(ref awaiter, ref stateMachine, ref _task);

    /// <summary>The iterator has come to its end.</summary>
    public void Complete() => _task?.TrySetCompleted();
}
