using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Builds what an <c>async</c> method returns that returns a <see cref="Task{TResult}"/>.</summary>
public struct AsyncTaskMethodBuilder<TResult>
{
    private Task<TResult>? _task;

    public static AsyncTaskMethodBuilder<TResult> Create() => default;

    public Task<TResult> Task => _task ??= new AsyncMethodTask<IAsyncStateMachine, TResult>();

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

    public void SetResult(TResult result)
    {
        if (_task is null)
        {
            _task = AsyncMethods.GetCompletedTask(result);
        }
        else
        {
            TaskCompletion.ThrowUnless(_task.TrySetResult(result));
        }
    }

    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        TaskCompletion.ThrowUnless((_task ??= new Task<TResult>()).TrySetThrown(exception));
    }
}
