using System.Threading.Tasks;

namespace System.Runtime.CompilerServices;

/// <summary>What the builders of <c>async</c> methods have in common.</summary>
internal static class AsyncMethods
{
    /// <summary>The task of a method that has to wait: its first wait moves it from the stack into the task.</summary>
    /// <param name="stateMachine">The method; its builder holds <paramref name="task"/>.</param>
    /// <param name="task">Null before the first wait.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Task<TResult> GetTask<TStateMachine, TResult>(ref TStateMachine stateMachine, ref Task<TResult>? task)
        where TStateMachine : IAsyncStateMachine =>
        task is AsyncMethodTask<TStateMachine, TResult> known ? known : MoveToTask(ref stateMachine, ref task);

    /// <summary>Has the task of a method resumed when what it awaits is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Await<TAwaiter>(ref TAwaiter awaiter, Task waiter)
        where TAwaiter : ICriticalNotifyCompletion
    {
        // Which branch it is, is known for each type of awaiter that is a struct when its code is compiled; nothing is boxed then.
        if (default(TAwaiter) is not null && awaiter is ITaskResumingAwaiter)
        {
            ((ITaskResumingAwaiter)awaiter).Await(waiter);
        }
        else
        {
            awaiter.UnsafeOnCompleted(waiter.ResumeAction);
        }
    }

    /// <summary>Has a method resumed when what it awaits is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Await<TAwaiter, TStateMachine, TResult>(
        ref TAwaiter awaiter, ref TStateMachine stateMachine, ref Task<TResult>? task)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine
    {
        // The quick way for what only wants to let others have their turns.
        if (typeof(TAwaiter) == typeof(YieldAwaitable.YieldAwaiter))
        {
            if (task is not null && task.List is not null)
            {
                ReadyQueue<NoProbe>.Wake(task);
            }
            else
            {
                Yield(ref stateMachine, ref task);
            }

            return;
        }

        Await(ref awaiter, GetTask(ref stateMachine, ref task));
    }

    /// <summary>A task that has ended with a result. Those that are often asked for are always the same.</summary>
    internal static Task<TResult> GetCompletedTask<TResult>(TResult result)
    {
        if (typeof(TResult).IsValueType)
        {
            if (typeof(TResult) == typeof(bool))
            {
                return Unsafe.As<Task<TResult>>(CompletedTasks.Of(Unsafe.BitCast<TResult, bool>(result)));
            }

            if (typeof(TResult) == typeof(int))
            {
                var number = Unsafe.BitCast<TResult, int>(result);
                return CompletedTasks.Covers(number)
                    ? Unsafe.As<Task<TResult>>(CompletedTasks.Of(number))
                    : new Task<TResult>(result);
            }

            if (typeof(TResult) == typeof(VoidTaskResult))
            {
                return Task<TResult>.Default;
            }

            return new Task<TResult>(result);
        }

        return result is null ? Task<TResult>.Default : new Task<TResult>(result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Yield<TStateMachine, TResult>(ref TStateMachine stateMachine, ref Task<TResult>? task)
        where TStateMachine : IAsyncStateMachine => TaskExecutor.Post(GetTask(ref stateMachine, ref task));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task<TResult> MoveToTask<TStateMachine, TResult>(ref TStateMachine stateMachine, ref Task<TResult>? task)
        where TStateMachine : IAsyncStateMachine
    {
        if (task is AsyncMethodTask<IAsyncStateMachine, TResult> asked)
        {
            // Somebody asked for the task before the method waited, so before its type was known.
            asked.StateMachine ??= stateMachine;
            return asked;
        }

        // The builder is part of the method: it has to know its task before it is copied.
        var created = new AsyncMethodTask<TStateMachine, TResult>();
        task = created;
        created.StateMachine = stateMachine;
        return created;
    }
}
