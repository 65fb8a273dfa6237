using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Builds what an <c>async</c> method returns that returns a <see cref="System.Threading.Tasks.Task"/>.</summary>
public struct AsyncTaskMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static AsyncTaskMethodBuilder Create() => default;

    public Task Task => _task ??= new AsyncMethodTask<IAsyncStateMachine, VoidTaskResult>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(AsyncMethods.GetTask(ref stateMachine, ref _task).ResumeAction);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => AsyncMethods.Await(ref awaiter, ref stateMachine, ref _task);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetResult()
    {
        if (_task is null)
        {
            Link.Set(ref _task, Task<VoidTaskResult>.Default);
        }
        else
        {
            TaskCompletion.ThrowUnless(_task.TrySetCompleted());
        }
    }

    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        TaskCompletion.ThrowUnless((_task ??= new Task<VoidTaskResult>()).TrySetThrown(exception));
    }
}
