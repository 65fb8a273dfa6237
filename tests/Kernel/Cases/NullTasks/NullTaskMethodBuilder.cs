using System;
using System.Runtime.CompilerServices;

namespace Tarn.Tests.Kernel.Cases;

/// <summary>Builds a <see cref="NullTask"/>.</summary>
internal struct NullTaskMethodBuilder
{
    private NullTask? _task;

    public static NullTaskMethodBuilder Create() => default;

    public NullTask Task => _task ?? NullTask.Completed;

    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => throw new NotSupportedException();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        if (_task is null)
        {
            Move(ref stateMachine, ref _task);
        }
    }

    public void SetResult()
    {
    }

    public void SetException(Exception exception) => throw exception;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Move<TStateMachine>(ref TStateMachine stateMachine, ref NullTask? task)
        where TStateMachine : IAsyncStateMachine
    {
        var moved = new Moved<TStateMachine>();
        task = moved;
        moved.StateMachine = stateMachine;
    }

    private sealed class Moved<TStateMachine> : NullTask
        where TStateMachine : IAsyncStateMachine
    {
        public TStateMachine? StateMachine;

        public override void TakeTurn() => StateMachine!.MoveNext();
    }
}
