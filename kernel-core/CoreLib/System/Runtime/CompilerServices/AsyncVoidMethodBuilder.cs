using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>Builds <c>async void</c> methods: nobody can wait for one.</summary>
public struct AsyncVoidMethodBuilder
{
    private Task<VoidTaskResult>? _task;

    public static AsyncVoidMethodBuilder Create() => default;

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

    public void SetResult() => _task?.TrySetCompleted();

    /// <summary>Nobody can be told, so it is thrown out of a turn of its own, where nothing catches it.</summary>
    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        TaskExecutor.Post(new ThrowTask(exception));
        _task?.TrySetCompleted();
    }
}
