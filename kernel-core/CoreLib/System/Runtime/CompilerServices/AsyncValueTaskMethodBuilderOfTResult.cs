using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Builds what an <c>async</c> method returns that returns a <see cref="ValueTask{TResult}"/>: just the result, where it need not
/// wait.</summary>
public struct AsyncValueTaskMethodBuilder<TResult>
{
    private Task<TResult>? _task;
    private TResult? _result;
    private bool _hasResult;

    public static AsyncValueTaskMethodBuilder<TResult> Create() => default;

    public ValueTask<TResult> Task =>
        _hasResult ? new ValueTask<TResult>(_result!) : new ValueTask<TResult>(_task ??= new AsyncMethodTask<IAsyncStateMachine, TResult>());

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
            _result = result;
            _hasResult = true;
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
